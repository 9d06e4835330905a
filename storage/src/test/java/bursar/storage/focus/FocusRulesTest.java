package bursar.storage.focus;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.focus.FocusDeclaration;
import bursar.domain.focus.FocusReport;
import bursar.domain.focus.FocusReport.Outcome;
import bursar.domain.focus.FocusRule;
import bursar.domain.focus.FocusRuleSet;
import bursar.storage.costs.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own declaration of FOCUS 1.2 beside the published model of its rules. */
public class FocusRulesTest {
  /**
   * Rules whose executable form in the published model is not what their own sentence says; ours follows the sentence. Where a rule says «valid
   * decimal value», the model asks that it be there.
   */
  public static final Map<String, String> FAULTS_OF_THE_MODEL = Map.ofEntries(
      Map.entry("CommitmentDiscountStatus-C-003-C", "says null without a commitment, asks for not null"),
      Map.entry("CommitmentDiscountStatus-C-004-C", "speaks of charges with a commitment, asks those without"),
      Map.entry("CommitmentDiscountStatus-C-005-M", "allows Active, Expired, Pending; FOCUS allows Used and Unused"),
      Map.entry("CommitmentDiscountQuantity-C-007-C", "asks corrections for null, where C-006-C lets them have none"),
      Map.entry("ConsumedQuantity-C-006-C", "speaks of all but corrections, asks corrections"),
      Map.entry("ContractedCost-C-004-M", "asks for not null, not for a decimal"),
      Map.entry("EffectiveCost-C-004-M", "asks for not null, not for a decimal"),
      Map.entry("ListCost-C-004-M", "asks for not null, not for a decimal"),
      Map.entry("PricingQuantity-C-008-M", "asks for not null, not for a decimal"),
      Map.entry("PricingCurrencyEffectiveCost-C-004-M", "asks another column"));

  /** The two forms of «null or not null» of one column, of which the model asks for either. */
  private static final Set<String> ALTERNATIVES = Set.of("InvoiceId-C-004-C", "InvoiceId-C-005-C");

  @TempDir private Path folder;

  static FocusRuleSet model() {
    return FocusModel.read(SharedData.folder().resolve("focus-conformance/model-1.2.json"));
  }

  @Test
  void theModelIsReadWhole() {
    FocusRuleSet model = model();
    assertThat(model.version()).isEqualTo("1.2");
    assertThat(model.rules()).hasSize(621);
    assertThat(model.criteria()).hasSize(18);
  }

  @Test
  void everyRuleThatCanBeAskedIsDeclared() {
    Set<String> askable = model().rules().stream().filter(rule -> rule.check() != null && !rule.keyword().permits()).map(FocusRule::id)
        .filter(id -> !ALTERNATIVES.contains(id)).collect(Collectors.toSet());
    FocusRuleSet own = FocusDeclaration.version12();
    assertThat(own.version()).isEqualTo("1.2");
    assertThat(own.rules()).extracting(FocusRule::id).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(askable);
    Map<String, FocusRule> published = model().rules().stream().collect(Collectors.toMap(FocusRule::id, rule -> rule));
    assertThat(own.rules()).allSatisfy(rule -> {
      FocusRule other = published.get(rule.id());
      assertThat(rule.column()).as(rule.id()).isEqualTo(other.column());
      assertThat(rule.criteria()).as(rule.id()).isEqualTo(other.criteria());
      assertThat(rule.keyword().binding()).as(rule.id()).isEqualTo(other.keyword().binding());
    });
  }

  @Test
  void ownRulesAndTheModelAgreeOnEveryFile() throws IOException {
    try (Stream<Path> all = Files.walk(SharedData.folder())) {
      List<Path> files = all.filter(file -> file.toString().contains("focus-") && file.toString().endsWith(".csv")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(30);
      for (Path file : files) {
        agree(file);
      }
    }
  }

  @Test
  void ownRulesAndTheModelAgreeOnBrokenRows() throws IOException {
    Path broken = Files.write(folder.resolve("broken.csv"), Mutations.everyColumn(
        SharedData.folder().resolve("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv")));
    FocusReport report = agree(broken);
    Set<String> cannotBreak = report.having(Outcome.PASSED).stream().map(result -> result.rule().id()).collect(Collectors.toSet());
    // All rules are put to the test but those that no value in a row can break: the columns are there.
    assertThat(cannotBreak).allMatch(id -> id.contains("-D-") || id.matches(".*-C-00\\d-M") && types(report).contains(id));
  }

  private static Set<String> types(FocusReport report) {
    return report.results().stream().filter(result -> result.rule().check() instanceof bursar.domain.focus.FocusCheck.HasType type
        && type.type() == bursar.domain.focus.FocusCheck.DataType.STRING).map(result -> result.rule().id()).collect(Collectors.toSet());
  }

  @Test
  void ownRulesAndTheModelAgreeWhenColumnsAreMissing() throws IOException {
    Path golden = SharedData.folder().resolve("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv");
    for (int part = 0; part < 8; part++) {
      int left = part;
      agree(Files.write(folder.resolve("narrow-" + part + ".csv"), Mutations.withoutColumns(golden, at -> at % 8 == left)));
    }
  }

  private static FocusReport agree(Path file) {
    FocusRuleSet model = model();
    FocusReport own = new FocusChecker(FocusDeclaration.version12(), model.criteria()).check(file);
    FocusReport published = new FocusChecker(model, model.criteria()).check(file);
    Map<String, String> outcomes = outcomes(published);
    Map<String, String> ours = outcomes(own);
    outcomes.keySet().retainAll(ours.keySet());
    ours.keySet().removeAll(FAULTS_OF_THE_MODEL.keySet());
    outcomes.keySet().removeAll(FAULTS_OF_THE_MODEL.keySet());
    assertThat(ours).as(file.toString()).isEqualTo(outcomes);
    assertThat(own.rows()).isEqualTo(published.rows());
    return own;
  }

  private static Map<String, String> outcomes(FocusReport report) {
    Map<String, String> outcomes = new TreeMap<>();
    report.results().forEach(result -> outcomes.put(result.rule().id(),
        result.outcome() + " " + result.rows() + " " + result.examples().stream().map(FocusReport.Example::row).toList()));
    return outcomes;
  }

  @Test
  void theSpecificationsExampleConforms() {
    FocusReport report = new FocusChecker(FocusDeclaration.version12(), Set.of())
        .check(SharedData.folder().resolve("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv"));
    assertThat(report.having(Outcome.FAILED)).isEmpty();
    assertThat(report.conforms()).isTrue();
    assertThat(report.having(Outcome.PASSED)).hasSizeGreaterThan(250);
  }

  @Test
  void aBrokenRuleNamesItsRowsAndValues() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(SharedData.folder().resolve("focus-1.2/aws_1_2_cost_and_usage_rows25_seed7.csv")));
    lines.set(3, lines.get(3).replace(",USD,", ",Dollar,"));
    FocusReport report = new FocusChecker(FocusDeclaration.version12(), Set.of()).check(Files.write(folder.resolve("dollar.csv"), lines));
    assertThat(report.conforms()).isFalse();
    FocusReport.Result failed = report.having(Outcome.FAILED).stream()
        .filter(result -> result.rule().id().equals("BillingCurrency-C-006-M")).findFirst().orElseThrow();
    assertThat(failed.rule().sentence()).isEqualTo("BillingCurrency must be a currency code of ISO 4217.");
    assertThat(failed.rows()).isEqualTo(1);
    assertThat(failed.examples()).singleElement()
        .isEqualTo(new FocusReport.Example(3, Map.of("BillingCurrency", "Dollar")));
  }
}
