package bursar.policy;

import static bursar.policy.ReaderFuzz.require;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Any bytes as a request and up to four policies: no exception but that of the reader, a bounded number of counted matching steps,
 * an index that finds what a look at every statement finds, and the laws of the language.
 *
 * <p>Line by line: the principal, the action, the resource, the resource's account (may be empty), keys as {@code key=value}
 * with tabs between them; then on every line a policy, begun by a character for its kind.
 */
public final class EvaluatorFuzz {
  private static final int LINES_OF_THE_REQUEST = 5;
  private static final int POLICIES_MOST = 4;
  private static final PolicyKind[] KINDS = PolicyKind.values();
  private static final String DENY_ALL = "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  private EvaluatorFuzz() {}

  /** One run of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", LINES_OF_THE_REQUEST + POLICIES_MOST);
    if (lines.length <= LINES_OF_THE_REQUEST) {
      return;
    }
    AccessRequest request = request(lines);
    List<AttachedPolicy> policies = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(LINES_OF_THE_REQUEST, lines.length)) {
      try {
        policies.add(policy(line, policies.size()));
      } catch (MalformedPolicyException refused) {
        require(refused.line() > 0, "a refusal has a place");
      }
    }
    if (policies.isEmpty()) {
      return;
    }
    PolicySet set = PolicySet.of(policies);
    Decision decision = set.evaluate(request);
    for (AttachedPolicy policy : policies) {
      requireFewSteps(policy.document(), request);
    }
    requireSameAsStatementByStatement(set.explain(request), decision);
    requireLaws(policies, request, decision);
  }

  private static AccessRequest request(String[] lines) {
    RequestContext.Builder context = RequestContext.builder();
    for (String pair : lines[4].split("\t")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        context.add(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new AccessRequest(Principal.parse(lines[0]), lines[1], lines[2], lines[3].isEmpty() ? null : lines[3], context.build());
  }

  private static AttachedPolicy policy(String line, int number) {
    PolicyKind kind = KINDS[line.isEmpty() ? 0 : line.charAt(0) % KINDS.length];
    PolicyDocument document = PolicyReader.read(line.isEmpty() ? "" : line.substring(1), kind);
    return new AttachedPolicy("Policy" + number, null, "inline in user", document, kind.isControl() ? "level" + number / 2 : null);
  }

  private static void requireFewSteps(PolicyDocument document, AccessRequest request) {
    for (Statement statement : document.statements()) {
      statement.action().texts().forEach(text -> MatcherFuzz.requireFewSteps(text, request.action()));
      PatternElement resource = statement.resource();
      if (resource != null) {
        resource.texts().forEach(text -> MatcherFuzz.requireFewSteps(text, request.resource()));
      }
      for (Condition condition : statement.conditions()) {
        for (String value : request.context().get(condition.key())) {
          condition.texts().forEach(text -> MatcherFuzz.requireFewSteps(text, value));
        }
      }
    }
  }

  /** The evaluator finds statements by an index; the explanation asks each of them. */
  private static void requireSameAsStatementByStatement(Explanation explanation, Decision decision) {
    require(explanation.decision().equals(decision), "the explanation decides alike");
    long denying =
        explanation.statements().stream().filter(statement -> statement.matched() && statement.effect() == Effect.DENY).count();
    require((decision instanceof Decision.ExplicitlyDenied) == denying > 0, "a Deny that matches decides, and nothing else denies");
    if (denying > 0) {
      require(decision.statements().size() == denying, "all that deny are named");
    }
    require(explanation.deciding().stream().allMatch(StatementExplanation::matched), "only statements that match decide");
    explanation.statements().forEach(StatementExplanation::reason);
  }

  private static void requireLaws(List<AttachedPolicy> policies, AccessRequest request, Decision decision) {
    List<AttachedPolicy> reversed = new ArrayList<>(policies);
    Collections.reverse(reversed);
    require(PolicySet.of(reversed).evaluate(request).getClass() == decision.getClass(), "the order of policies does not matter");
    List<AttachedPolicy> denied = new ArrayList<>(policies);
    denied.add(new AttachedPolicy("Deny", null, "inline in user", PolicyReader.read(DENY_ALL)));
    require(PolicySet.of(denied).evaluate(request) instanceof Decision.ExplicitlyDenied, "a Deny of everything denies");
    List<AttachedPolicy> printed =
        policies.stream()
            .map(policy ->
                new AttachedPolicy(policy.name(), null, policy.via(),
                    PolicyReader.read(PolicyPrinter.print(policy.document()), policy.document().kind()), policy.level()))
            .toList();
    Decision again = PolicySet.of(printed).evaluate(request);
    require(EvaluatorAgreementTest.verdict(again).equals(EvaluatorAgreementTest.verdict(decision)), "printed policies decide alike");
  }
}
