package bursar.domain.templates;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each template grants and denies what its documented effect matrix says: A allowed, X explicitly denied, - nothing said. */
class EffectMatrixTest {
  private static final String PRINCIPAL = "arn:aws:iam::123456789012:user/alice";
  private static final Map<String, String> RESOURCES = Map.of(
      "cur:PutReportDefinition", "arn:aws:cur:us-east-1:123456789012:definition/sample_report",
      "iam:GetUser", PRINCIPAL,
      "s3:GetObject", "arn:aws:s3:::bucket/object",
      "budgets:ViewBudget", "arn:aws:budgets::123456789012:budget/monthly",
      "budgets:ModifyBudget", "arn:aws:budgets::123456789012:budget/monthly");

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("rows")
  void templateDoesWhatItsMatrixSays(String number, String matrix, Map<String, String> expected) throws IOException {
    String document = PolicyTemplates.shipped().find(number).orElseThrow().document();
    PolicySet policies = PolicySet.of(List.of(new AttachedPolicy(number, null, "attached to user", PolicyReader.read(document))));
    Map<String, String> found = new LinkedHashMap<>();
    for (String action : expected.keySet()) {
      found.put(action, effect(policies, action));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static String effect(PolicySet policies, String action) {
    Decision decision = policies.evaluate(new AccessRequest(PRINCIPAL, action, RESOURCES.getOrDefault(action, "*"), RequestContext.empty()));
    return switch (decision) {
      case Decision.Allowed _ -> "A";
      case Decision.ExplicitlyDenied _ -> "X";
      case Decision.ImplicitlyDenied _ -> "-";
    };
  }

  static Stream<Object[]> rows() throws IOException {
    Map<String, String> columns = new HashMap<>();
    for (String[] cells : cells("columns.tsv")) {
      columns.put(cells[0], cells[1]);
    }
    List<Object[]> rows = new ArrayList<>();
    for (String matrix : List.of("numbered-matrix.tsv", "billing-guide-matrix.tsv", "fine-grained-matrix.tsv", "strict-matrix.tsv")) {
      List<String[]> lines = cells(matrix);
      String[] head = lines.getFirst();
      for (String[] cells : lines.subList(1, lines.size())) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
          expected.put(columns.get(head[i]), cells[i]);
        }
        assertThat(expected).doesNotContainKey(null);
        rows.add(new Object[] {cells[0], matrix, expected});
      }
    }
    assertThat(rows).hasSizeGreaterThan(70);
    return rows.stream();
  }

  /** Every identity template can be attached as it is; every resource template is a well-formed policy of its own kind. */
  @ParameterizedTest
  @MethodSource("documents")
  void everyDocumentIsWellFormed(PolicyTemplate template) {
    PolicyKind kind = switch (template.kind()) {
      case IDENTITY -> PolicyKind.IDENTITY;
      case RESOURCE -> template.name().contains("trust") ? PolicyKind.TRUST : PolicyKind.RESOURCE;
      case POINTER -> throw new AssertionError("a pointer has no document");
    };
    assertThat(PolicyReader.faults(String.valueOf(template.document()), kind)).isEmpty();
  }

  static Stream<PolicyTemplate> documents() {
    return PolicyTemplates.shipped().all().stream().filter(template -> template.document() != null);
  }

  private static List<String[]> cells(String resource) throws IOException {
    try (InputStream in = EffectMatrixTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t", -1)).toList();
    }
  }
}
