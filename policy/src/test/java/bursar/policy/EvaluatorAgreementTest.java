package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
      boolean identityOnly = number % 4 == 0;
      List<AttachedPolicy> policies =
          number % 32 == 0 ? attached(List.of(random.longDocument()))
              : identityOnly ? attached(Stream.generate(random::document).limit(1 + number % 3).toList()) : random.policies();
      PolicySet set = PolicySet.of(policies);
      for (int count = 0; count < REQUESTS_PER_SET; count++) {
        AccessRequest request = identityOnly ? random.request() : random.anyRequest();
        ReferenceEvaluator.Verdict expected = ReferenceEvaluator.evaluate(policies, request);
        ReferenceEvaluator.Verdict actual = verdict(set.evaluate(request));
        if (!actual.equals(expected)) {
          assertThat(actual).as(request + "\n" + described(policies)).isEqualTo(expected);
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
        boolean variables = statement.reference().policy().document().effectiveVersion().hasVariables();
        boolean matchesAlone = new ReferenceMatcher(request).matches(statement.reference().statement(), variables);
        assertThat(statement.matched()).as(statement.reason()).isEqualTo(matchesAlone);
      }
    }
  }

  @Test
  void theOrderOfStatementsAndPoliciesNeverMatters() {
    RandomPolicies random = new RandomPolicies(11);
    for (int number = 0; number < 4_000; number++) {
      List<AttachedPolicy> policies = random.policies();
      List<AttachedPolicy> shuffled =
          random.shuffled(policies).stream()
              .map(policy -> with(policy, random.shuffled(policy.document().statements())))
              .toList();
      AccessRequest request = random.anyRequest();
      assertThat(PolicySet.of(shuffled).evaluate(request).getClass()).isEqualTo(PolicySet.of(policies).evaluate(request).getClass());
    }
  }

  private static AttachedPolicy with(AttachedPolicy policy, List<Statement> statements) {
    PolicyDocument document = policy.document();
    return new AttachedPolicy(
        policy.name(), null, policy.via(), new PolicyDocument(document.kind(), document.version(), null, statements), policy.level());
  }

  /** Ten thousand times: what was refused without the addition is refused with it; counts how often it took something away. */
  private static void takesAwayOnly(long seed, Predicate<AccessRequest> applies, Function<RandomPolicies, AttachedPolicy> addition) {
    RandomPolicies random = new RandomPolicies(seed);
    int takenAway = 0;
    for (int number = 0; number < 10_000; number++) {
      List<AttachedPolicy> policies = random.policies();
      AccessRequest request = random.anyRequest();
      if (!applies.test(request)) {
        continue;
      }
      List<AttachedPolicy> more = new ArrayList<>(policies);
      more.add(addition.apply(random));
      boolean before = PolicySet.of(policies).evaluate(request).isAllowed();
      boolean after = PolicySet.of(more).evaluate(request).isAllowed();
      if (after && !before) {
        assertThat(after).as(request + "\n" + described(more)).isFalse();
      }
      takenAway += before && !after ? 1 : 0;
    }
    assertThat(takenAway).as("the law is not proved by additions that do nothing").isPositive();
  }

  @Test
  void addingADenyOfAnyKindNeverAllowsMore() {
    for (PolicyKind kind : PolicyKind.values()) {
      if (kind != PolicyKind.SESSION) {
        takesAwayOnly(13 + kind.ordinal(), request -> true, random -> onlyDenies(random, kind));
      }
    }
  }

  /** A policy of Deny statements alone, at a level of its own that otherwise allows everything. */
  private static AttachedPolicy onlyDenies(RandomPolicies random, PolicyKind kind) {
    AttachedPolicy policy = random.policy("more", kind);
    List<Statement> denies = policy.document().statements().stream().map(EvaluatorAgreementTest::denying).toList();
    return with(new AttachedPolicy("more", null, policy.via(), policy.document(), null), denies);
  }

  private static Statement denying(Statement written) {
    return new Statement(
        written.sid(), Effect.DENY, written.principal(), written.action(), written.resource(), written.conditions(), written.position(),
        written.elements());
  }

  @Test
  void addingALevelOfServiceControlPoliciesNeverAllowsMore() {
    takesAwayOnly(31, request -> true, random -> atNewLevel(random.policy("more", PolicyKind.SERVICE_CONTROL)));
  }

  @Test
  void addingALevelOfResourceControlPoliciesNeverAllowsMore() {
    takesAwayOnly(32, request -> true, random -> atNewLevel(random.policy("more", PolicyKind.RESOURCE_CONTROL)));
  }

  private static AttachedPolicy atNewLevel(AttachedPolicy policy) {
    return new AttachedPolicy(policy.name(), null, policy.via(), policy.document(), "new");
  }

  @Test
  void addingABoundaryNeverAllowsMore() {
    takesAwayOnly(33, request -> true, random -> random.policy("more", PolicyKind.PERMISSIONS_BOUNDARY));
  }

  @Test
  void givingARoleSessionItsFirstSessionPolicyNeverAllowsMore() {
    RandomPolicies random = new RandomPolicies(34);
    int takenAway = 0;
    for (int number = 0; number < 20_000; number++) {
      List<AttachedPolicy> policies =
          random.policies().stream().filter(policy -> policy.document().kind() != PolicyKind.SESSION).toList();
      AccessRequest request = random.anyRequest();
      if (request.principal() instanceof Principal.RoleSession) {
        List<AttachedPolicy> more = new ArrayList<>(policies);
        more.add(random.policy("more", PolicyKind.SESSION));
        boolean before = PolicySet.of(policies).evaluate(request).isAllowed();
        boolean after = PolicySet.of(more).evaluate(request).isAllowed();
        assertThat(after && !before).isFalse();
        takenAway += before && !after ? 1 : 0;
      }
    }
    assertThat(takenAway).isPositive();
  }

  @Test
  void addingAnIdentityAllowNeverDeniesMore() {
    RandomPolicies random = new RandomPolicies(35);
    int given = 0;
    for (int number = 0; number < 10_000; number++) {
      List<AttachedPolicy> policies = random.policies();
      AccessRequest request = random.anyRequest();
      List<AttachedPolicy> more = new ArrayList<>(policies);
      more.add(new AttachedPolicy("more", null, "more", random.document(List.of(random.statement("Allow")))));
      Decision before = PolicySet.of(policies).evaluate(request);
      Decision after = PolicySet.of(more).evaluate(request);
      assertThat(before.isAllowed() && !after.isAllowed()).isFalse();
      assertThat(after instanceof Decision.ExplicitlyDenied).isEqualTo(before instanceof Decision.ExplicitlyDenied);
      given += after.isAllowed() && !before.isAllowed() ? 1 : 0;
    }
    assertThat(given).isPositive();
  }

  @Test
  void whatIsPrintedReadsBackEqual() {
    RandomPolicies random = new RandomPolicies(17);
    for (int number = 0; number < 3_500; number++) {
      PolicyKind kind = PolicyKind.values()[number % PolicyKind.values().length];
      PolicyDocument document = random.policy("", kind).document();
      String printed = PolicyPrinter.print(document);
      PolicyDocument again = PolicyReader.read(printed, kind);
      assertThat(again).isEqualTo(document).hasSameHashCodeAs(document);
      assertThat(PolicyPrinter.print(again)).isEqualTo(printed);
    }
  }

  static String described(List<AttachedPolicy> policies) {
    return policies.stream()
        .map(policy -> policy.via() + " " + policy.level() + " " + PolicyPrinter.print(policy.document()))
        .collect(Collectors.joining("\n"));
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
            .map(statement -> new ReferenceEvaluator.Place(statement.policyIndex(), statement.index()))
            .toList());
  }
}
