package bursar.policy.prove;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Located;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyPrinter;
import bursar.policy.PolicySet;
import bursar.policy.Position;
import bursar.policy.Principal;
import bursar.policy.PrincipalElement;
import bursar.policy.RequestContext;
import bursar.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proofs about whole sets of policies, of every kind, agree with asking the evaluator. */
class StackWorldTest {
  private static final int REQUESTS = 60;
  private static final List<String> PRINCIPALS =
      List.of(
          "arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:role/team/reader", "arn:aws:iam::111122223333:root",
          "arn:aws:sts::111122223333:assumed-role/plain/me", "arn:aws:sts::111122223333:federated-user/fed", "anonymous",
          "s3.amazonaws.com", "arn:aws:iam::444455556666:user/bob");
  private static final List<String> NAMED =
      List.of(
          "111122223333", "arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:role/plain",
          "arn:aws:iam::111122223333:role/team/reader", "*", "arn:aws:iam::444455556666:root",
          "arn:aws:sts::111122223333:assumed-role/plain/me");

  private final SplittableRandom random = new SplittableRandom(4711);
  private final SmallWorld world = new SmallWorld(4712);

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private PolicyDocument document(PolicyKind kind) {
    PolicyDocument plain = world.document();
    boolean named = kind == PolicyKind.RESOURCE || kind == PolicyKind.RESOURCE_CONTROL;
    List<Statement> statements =
        plain.statements().stream().map(statement -> named ? about(statement, kind) : statement).toList();
    return new PolicyDocument(kind, plain.version(), null, statements);
  }

  private Statement about(Statement statement, PolicyKind kind) {
    boolean everyone = kind == PolicyKind.RESOURCE_CONTROL || random.nextInt(5) == 0;
    boolean negated = !everyone && random.nextInt(6) == 0;
    Located one = new Located(pick(NAMED), new Position(1, 1));
    Located other = new Located(pick(NAMED), new Position(1, 1));
    Map<String, List<Located>> types =
        everyone
            ? Map.of()
            : random.nextInt(5) == 0
                ? Map.of("Service", List.of(new Located("s3.amazonaws.com", new Position(1, 1))))
                : Map.of("AWS", List.of(one, other));
    return new Statement(
        statement.sid(), statement.effect(), new PrincipalElement(negated, everyone, types), statement.action(),
        statement.resource(), statement.conditions(), statement.position(), statement.elements());
  }

  private AttachedPolicy attached(PolicyKind kind, @Nullable String level) {
    return new AttachedPolicy(kind.noun(), null, "given", document(kind), level);
  }

  private List<AttachedPolicy> stack() {
    List<AttachedPolicy> policies = new ArrayList<>();
    for (int count = random.nextInt(3); count >= 0; count--) {
      policies.add(attached(PolicyKind.IDENTITY, null));
    }
    for (PolicyKind kind : List.of(PolicyKind.PERMISSIONS_BOUNDARY, PolicyKind.SESSION, PolicyKind.RESOURCE, PolicyKind.RESOURCE)) {
      if (random.nextInt(3) == 0) {
        policies.add(attached(kind, null));
      }
    }
    for (int count = random.nextInt(3); count > 0; count--) {
      policies.add(attached(PolicyKind.SERVICE_CONTROL, pick(List.of("Root", "Unit"))));
    }
    if (random.nextInt(5) == 0) {
      policies.add(attached(PolicyKind.RESOURCE_CONTROL, "Root"));
    }
    return policies;
  }

  @Test
  void neverAllowedAgreesWithBruteForce() {
    Map<String, Integer> seen = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    int comparisons = 0;
    int stacks = 1_000;
    for (int number = 0; number < stacks; number++) {
      List<AttachedPolicy> policies = stack();
      Principal principal = Principal.parse(pick(PRINCIPALS));
      @Nullable String owner = random.nextInt(4) == 0 ? "444455556666" : null;
      Access access = random.nextInt(4) == 0 ? Access.ANY : new Access(List.of(pick(List.of("s3:Get*", "ce:*", "iam:GetUser"))), List.of());
      Proof proof = Prover.neverAllowed(policies, principal, owner, access, Map.of());
      seen.merge(proof.getClass().getSimpleName(), 1, Integer::sum);
      PolicySet evaluator = PolicySet.of(policies);
      switch (proof) {
        case Proof.Proved _ -> {
          for (int count = 0; count < REQUESTS; count++) {
            AccessRequest request = request(principal, owner);
            boolean asked =
                access.actions().isEmpty() || PatternReader.actions(access.actions())
                    .certainlyContains(TextSet.symbols(request.action().toLowerCase(java.util.Locale.ROOT)));
            assertThat(asked && evaluator.evaluate(request).isAllowed())
                .as(() -> "Proved wrongly: " + access + " " + request + "\n" + printed(policies))
                .isFalse();
            comparisons++;
          }
        }
        case Proof.Counterexample found ->
            assertThat(evaluator.evaluate(found.request()).isAllowed()).as(() -> found + "\n" + printed(policies)).isTrue();
        case Proof.Unknown reason -> unknown.add(reason.reason() + " " + principal + " " + owner + "\n" + printed(policies));
      }
    }
    System.out.println("Never allowed, 1,000 random sets: " + seen + ", compared with brute force " + comparisons + " times");
    assertThat(unknown.size()).as(() -> "at most 1 % unknown: " + unknown).isLessThanOrEqualTo(stacks / 100);
    assertThat(seen.get("Proved")).isGreaterThan(100);
    assertThat(seen.get("Counterexample")).isGreaterThan(100);
  }

  @Test
  void newAccessOfResourcePoliciesAgreesWithBruteForce() {
    Map<String, Integer> seen = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    int comparisons = 0;
    int pairs = 400;
    for (int number = 0; number < pairs; number++) {
      PolicyDocument before = document(PolicyKind.RESOURCE);
      PolicyDocument after = number % 3 == 0 ? document(PolicyKind.RESOURCE) : lessOf(before);
      List<AttachedPolicy> both = List.of(given(before), given(after));
      Proof proof = Prover.noNewAccess(List.of(before), List.of(after));
      seen.merge(proof.getClass().getSimpleName(), 1, Integer::sum);
      switch (proof) {
        case Proof.Proved _ -> {
          for (int count = 0; count < REQUESTS; count++) {
            Principal principal = Principal.parse(pick(PRINCIPALS));
            AccessRequest request = request(principal, null);
            assertThat(grants(after, request) && !grants(before, request))
                .as(() -> "Proved wrongly: " + request + "\n" + printed(both))
                .isFalse();
            comparisons++;
          }
        }
        case Proof.Counterexample found -> {
          assertThat(grants(after, found.request())).as(() -> found + "\n" + printed(both)).isTrue();
          assertThat(grants(before, found.request())).as(() -> found + "\n" + printed(both)).isFalse();
        }
        case Proof.Unknown reason -> unknown.add(reason.reason() + "\n" + printed(both));
      }
    }
    System.out.println("New access, 400 pairs of resource policies: " + seen + ", compared " + comparisons + " times");
    assertThat(unknown.size()).as(() -> "at most 1 % unknown: " + unknown).isLessThanOrEqualTo(pairs / 100);
  }

  private PolicyDocument lessOf(PolicyDocument document) {
    List<Statement> statements = new ArrayList<>(document.statements());
    if (statements.size() > 1) {
      statements.remove(random.nextInt(statements.size()));
    }
    return new PolicyDocument(document.kind(), document.version(), null, statements);
  }

  private static AttachedPolicy given(PolicyDocument document) {
    return new AttachedPolicy("policy", null, "given", document);
  }

  /** Whether an Allow of the policy matches and no Deny does, whatever else a decision would need. */
  private static boolean grants(PolicyDocument policy, AccessRequest request) {
    List<Boolean> denies = new ArrayList<>();
    PolicySet.of(List.of(given(policy))).explain(request).statements().stream()
        .filter(statement -> statement.matched())
        .forEach(statement -> denies.add(statement.effect() == bursar.policy.Effect.DENY));
    return !denies.isEmpty() && !denies.contains(true);
  }

  /** A possible request of a principal: what follows from who asks is so. */
  private AccessRequest request(Principal principal, @Nullable String owner) {
    AccessRequest any = world.request();
    RequestContext.Builder context = any.context().toBuilder();
    PrincipalCase.known(principal).given().forEach(context::put);
    return new AccessRequest(principal, any.action(), any.resource(), owner, context.build());
  }

  private static String printed(List<AttachedPolicy> policies) {
    return policies.stream()
        .map(policy -> policy.name() + " " + policy.level() + " " + PolicyPrinter.print(policy.document()))
        .toList()
        .toString();
  }
}
