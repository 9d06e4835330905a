package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.advice.Finding;
import bursar.policy.advice.KnownNames;
import bursar.policy.advice.PolicyAdvisor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code advice/} is one check, by its code: a policy in which it finds something, where, and one that it leaves alone. */
class AdviceCasesTest {
  private static final KnownNames NAMES = new Sample();

  /** A small world: three services of which everything is known. */
  private static final class Sample implements KnownNames {
    private static final List<String> ACTIONS =
        List.of("ce:GetTags", "ce:GetCostAndUsage", "budgets:ViewBudget", "iam:PassRole", "iam:CreateServiceLinkedRole", "aws-portal:ViewBilling");

    @Override
    public Collection<String> actions() {
      return ACTIONS;
    }

    @Override
    public boolean listsService(String service) {
      return Set.of("ce", "budgets").contains(service);
    }

    @Override
    public boolean takesOnlyStar(String action) {
      return action.startsWith("ce:");
    }

    @Override
    public Optional<Set<String>> conditionKeys(String service) {
      return switch (service) {
        case "ce" -> Optional.of(Set.of());
        case "iam" -> Optional.of(Set.of("iam:PassedToService", "iam:ResourceTag/", "iam:AWSServiceName"));
        default -> Optional.empty();
      };
    }
  }

  @TestFactory
  List<DynamicTest> everyCheckFindsItsTrapAndLeavesTheRest() throws IOException, URISyntaxException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(AdviceCasesTest.class.getResource("/advice").toURI()))) {
      for (Path file : files.sorted().toList()) {
        String code = file.getFileName().toString().replace(".json", "");
        tests.add(DynamicTest.dynamicTest(code, () -> check(code, Files.readString(file))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private static void check(String code, String json) {
    JsonNode root = JsonText.parse(json);
    PolicyKind kind = PolicyKind.named(JsonCases.text(JsonCases.member(root, "kind")));
    List<Finding> findings = PolicyAdvisor.review(document(root, json, "finds"), kind, NAMES);
    assertThat(findings).filteredOn(finding -> finding.code().equals(code)).singleElement().satisfies(finding -> {
      assertThat(finding.severity().name()).isEqualTo(JsonCases.text(JsonCases.member(root, "severity")));
      assertThat(finding.path()).isEqualTo(JsonCases.text(JsonCases.member(root, "at")));
      assertThat(finding.message()).matches("(?s).*[.?]").doesNotContain("null,");
      assertThat(finding.learnMoreLink()).startsWith("https://docs.aws.amazon.com/");
    });
    assertThat(PolicyAdvisor.review(document(root, json, "leaves"), kind, NAMES)).extracting(Finding::code).doesNotContain(code);
  }

  /** The text of a member, as it is written. */
  private static String document(JsonNode root, String json, String member) {
    PolicyOutline.Place place = PolicyOutline.of(json).at(JsonCases.member(root, member).position());
    return json.substring(place.startOffset(), place.endOffset());
  }
}
