package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast evaluator agrees with the readable one, and both keep the laws of the language. */
class EvaluatorAgreementTest {
  private static final int REQUESTS_PER_SET = 10;

  @Test
  void fastAndReadableEvaluatorAgreeOnFiftyThousandRandomCases() {
    Map<String, Integer> seen = agree(20260101, 5_000);
    assertThat(seen.keySet()).contains("Allowed", "ImplicitlyDenied", "ExplicitlyDenied");
    assertThat(seen.values()).allMatch(count -> count > 5_000, "every kind of decision is well represented");
  }

  @Test
  @Tag("nightly")
  void fastAndReadableEvaluatorAgreeOnAMillionRandomCases() {
    agree(20260102, 100_000);
  }

  private static Map<String, Integer> agree(long seed, int sets) {
    RandomPolicies random = new RandomPolicies(seed);
    Map<String, Integer> seen = new TreeMap<>();
    for (int number = 0; number < sets; number++) {
      List<PolicyDocument> documents = Stream.generate(random::document).limit(1 + number % 3).toList();
      PolicySet set = PolicySet.of(attached(documents));
      for (int count = 0; count < REQUESTS_PER_SET; count++) {
        AccessRequest request = random.request();
        ReferenceEvaluator.Verdict expected = ReferenceEvaluator.evaluate(documents, request);
        ReferenceEvaluator.Verdict actual = verdict(set.evaluate(request));
        if (!actual.equals(expected)) {
          assertThat(actual).as(request + "\n" + documents.stream().map(PolicyPrinter::print).toList()).isEqualTo(expected);
        }
        seen.merge(expected.decision(), 1, Integer::sum);
      }
    }
    return seen;
  }

  @Test
  void explanationsNameTheDecidingStatementsAndFindMissesInAllOthersThatDidNotMatch() {
    RandomPolicies random = new RandomPolicies(7);
    for (int number = 0; number < 500; number++) {
      List<PolicyDocument> documents = List.of(random.document(), random.document());
      PolicySet set = PolicySet.of(attached(documents));
      AccessRequest request = random.request();
      Explanation explanation = set.explain(request);
      assertThat(explanation.decision()).isEqualTo(set.evaluate(request));
      assertThat(explanation.deciding().stream().map(StatementExplanation::reference))
          .containsExactlyInAnyOrderElementsOf(explanation.decision().statements());
      assertThat(explanation.statements()).hasSize(documents.stream().mapToInt(document -> document.statements().size()).sum());
      for (StatementExplanation statement : explanation.statements()) {
        PolicyDocument alone =
            new PolicyDocument(
                PolicyKind.IDENTITY,
                statement.reference().policy().document().version(),
                null,
                List.of(statement.reference().statement()));
        boolean matchesAlone = !PolicySet.of(attached(List.of(alone))).evaluate(request).statements().isEmpty();
        assertThat(statement.matched()).as(statement.reason()).isEqualTo(matchesAlone);
      }
    }
  }

  @Test
  void theOrderOfStatementsAndPoliciesNeverMatters() {
    RandomPolicies random = new RandomPolicies(11);
    for (int number = 0; number < 2_000; number++) {
      List<PolicyDocument> documents = List.of(random.document(), random.document());
      List<PolicyDocument> shuffled =
          random.shuffled(documents).stream()
              .map(document -> new PolicyDocument(document.kind(), document.version(), null, random.shuffled(document.statements())))
              .toList();
      AccessRequest request = random.request();
      assertThat(PolicySet.of(attached(shuffled)).evaluate(request).getClass())
          .isEqualTo(PolicySet.of(attached(documents)).evaluate(request).getClass());
    }
  }

  @Test
  void addingADenyNeverAllowsMoreAndAddingAnAllowNeverDeniesMore() {
    RandomPolicies random = new RandomPolicies(13);
    for (int number = 0; number < 2_000; number++) {
      PolicyDocument document = random.document();
      AccessRequest request = random.request();
      Decision before = PolicySet.of(attached(List.of(document))).evaluate(request);
      Map<Effect, Decision> after = new EnumMap<>(Effect.class);
      for (Effect effect : Effect.values()) {
        PolicyDocument more = random.document(List.of(random.statement(effect.awsName())));
        after.put(effect, PolicySet.of(attached(List.of(document, more))).evaluate(request));
      }
      if (!before.isAllowed()) {
        assertThat(after.get(Effect.DENY).isAllowed()).isFalse();
      }
      if (before.isAllowed()) {
        assertThat(after.get(Effect.ALLOW).isAllowed()).isTrue();
      }
      if (before instanceof Decision.ImplicitlyDenied) {
        assertThat(after.get(Effect.ALLOW)).isNotInstanceOf(Decision.ExplicitlyDenied.class);
      }
    }
  }

  @Test
  void whatIsPrintedReadsBackEqual() {
    RandomPolicies random = new RandomPolicies(17);
    for (int number = 0; number < 2_000; number++) {
      PolicyDocument document = random.document();
      String printed = PolicyPrinter.print(document);
      PolicyDocument again = PolicyReader.read(printed);
      assertThat(again).isEqualTo(document).hasSameHashCodeAs(document);
      assertThat(PolicyPrinter.print(again)).isEqualTo(printed);
    }
  }

  static List<AttachedPolicy> attached(List<PolicyDocument> documents) {
    List<AttachedPolicy> attached = new ArrayList<>();
    for (int index = 0; index < documents.size(); index++) {
      attached.add(new AttachedPolicy(Integer.toString(index), null, "inline in user", documents.get(index)));
    }
    return attached;
  }

  static ReferenceEvaluator.Verdict verdict(Decision decision) {
    return new ReferenceEvaluator.Verdict(
        decision.getClass().getSimpleName(),
        decision.statements().stream()
            .map(statement -> new ReferenceEvaluator.Place(Integer.parseInt(statement.policy().name()), statement.index()))
            .toList());
  }
}
