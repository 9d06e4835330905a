package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.residual.PartialDecision;
import bursar.policy.residual.Residual;
import bursar.policy.residual.UnknownKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of policies over unknown keys is true exactly where the policies allow. */
class ResidualAgreementTest {
  private static final int ASSIGNMENTS_PER_QUESTION = 10;
  /** How many requests are drawn for a set of policies in the hope of one that depends on its unknown keys. */
  private static final int DRAWS_MOST = 6;

  private static final List<String> KEYS =
      List.of("aws:username", "aws:PrincipalTag/team", "aws:TagKeys", "s3:max-keys", "aws:CurrentTime", "aws:SecureTransport", "x:blob",
          "aws:SourceIp", "aws:SourceArn", "nothing:here", "aws:PrincipalTag/*", "aws:S*");

  @Test
  void theResidualAgreesWithThePoliciesInFiftyThousandRandomCases() {
    Map<String, Integer> seen = agree(20261123, 5_000);
    assertThat(seen.keySet()).containsExactlyInAnyOrder("Allowed", "Denied", "Depends", "true of some, false of others");
    assertThat(seen.values()).allMatch(count -> count > 300, "every outcome is well represented: " + seen);
  }

  @Test
  @Tag("nightly")
  void theResidualAgreesWithThePoliciesInAMillionRandomCases() {
    agree(20261124, 100_000);
  }

  private static Map<String, Integer> agree(long seed, int questions) {
    RandomPolicies random = new RandomPolicies(seed);
    SplittableRandom keys = new SplittableRandom(seed);
    Map<String, Integer> seen = new TreeMap<>();
    for (int number = 0; number < questions; number++) {
      boolean asDrawn = number % 8 == 0;
      List<AttachedPolicy> policies =
          number % 32 == 0 ? EvaluatorAgreementTest.attached(List.of(random.longDocument()))
              : random.policies().stream().map(policy -> asDrawn ? policy : widened(policy, keys)).toList();
      PolicySet set = PolicySet.of(policies);
      AccessRequest request = random.anyRequest();
      UnknownKeys unknown = UnknownKeys.of(someOf(keys));
      PartialDecision partial = PartialDecision.of(set, request, unknown);
      for (int again = 0; number % 4 > 0 && again < DRAWS_MOST && !(partial instanceof PartialDecision.Depends); again++) {
        request = random.anyRequest();
        unknown = UnknownKeys.of(someOf(keys));
        partial = PartialDecision.of(set, request, unknown);
      }
      Residual residual = partial.residual();
      assertThat(residual.size()).as(residual + "\n" + described(policies)).isLessThanOrEqualTo(conditions(policies));
      Set<Boolean> outcomes = new HashSet<>();
      for (int count = 0; count < ASSIGNMENTS_PER_QUESTION; count++) {
        RequestContext assigned = count == 0 ? RequestContext.empty() : random.anyRequest().context();
        AccessRequest full = assigning(request, unknown, assigned);
        boolean allowed = set.evaluate(full).isAllowed();
        if (residual.evaluate(onlyUnknown(unknown, assigned)) != allowed) {
          assertThat(residual.evaluate(assigned)).as(unknown + " left " + residual + " of " + full + "\n" + described(policies)).isEqualTo(allowed);
        }
        outcomes.add(allowed);
      }
      seen.merge(partial.getClass().getSimpleName(), 1, Integer::sum);
      if (outcomes.size() == 2) {
        seen.merge("true of some, false of others", 1, Integer::sum);
      }
    }
    return seen;
  }

  /** The policy with most statements about every action and resource, so that conditions decide; the Allow is mostly there. */
  private static AttachedPolicy widened(AttachedPolicy policy, SplittableRandom random) {
    PolicyDocument document = policy.document();
    List<Statement> statements = document.statements().stream().map(statement -> random.nextInt(4) == 0 ? statement : widened(statement)).toList();
    return new AttachedPolicy(
        policy.name(), null, policy.via(), new PolicyDocument(document.kind(), document.version(), null, statements), policy.level());
  }

  private static Statement widened(Statement written) {
    if (written.conditions().isEmpty() && written.effect() == Effect.DENY) {
      return written;
    }
    PatternElement everything = new PatternElement(false, List.of(new Located("*", written.position())));
    boolean byResource = written.resource() == null || written.resource().texts().stream().anyMatch(text -> text.contains("${"));
    return new Statement(
        written.sid(), written.effect(), written.principal(), everything, byResource ? written.resource() : everything,
        written.conditions(), written.position(), written.elements());
  }

  private static List<String> someOf(SplittableRandom random) {
    List<String> some = new ArrayList<>();
    for (int count = 2 + random.nextInt(5); count > 0; count--) {
      some.add(KEYS.get(random.nextInt(KEYS.size())));
    }
    return some;
  }

  /** The request with its unknown keys as assigned, and its known ones as they were. */
  private static AccessRequest assigning(AccessRequest request, UnknownKeys unknown, RequestContext assigned) {
    RequestContext.Builder context = request.context().toBuilder();
    request.context().asMap().keySet().stream().filter(unknown::contains).forEach(key -> context.put(key, List.of()));
    onlyUnknown(unknown, assigned).asMap().forEach(context::put);
    return new AccessRequest(request.principal(), request.action(), request.resource(), request.resourceAccount(), context.build());
  }

  private static RequestContext onlyUnknown(UnknownKeys unknown, RequestContext assigned) {
    RequestContext.Builder kept = RequestContext.builder();
    assigned.asMap().forEach((key, values) -> kept.put(key, unknown.contains(key) ? values : List.of()));
    return kept.build();
  }

  /** The conditions of all statements, and one for each Resource element. */
  private static int conditions(List<AttachedPolicy> policies) {
    return policies.stream()
        .flatMap(policy -> policy.document().statements().stream())
        .mapToInt(statement -> statement.conditions().size() + 1)
        .sum();
  }

  private static String described(List<AttachedPolicy> policies) {
    return policies.stream()
        .map(policy -> policy.via() + " " + policy.level() + " " + PolicyPrinter.print(policy.document()))
        .collect(Collectors.joining("\n"));
  }
}
