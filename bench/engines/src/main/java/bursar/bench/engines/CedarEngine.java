package bursar.bench.engines;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cedar through its Java binding, with the policies kept on its native side, the same rules and conditions, and its reasons. */
final class CedarEngine implements Engine {
  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Entities nobody = new Entities();
  private final PolicySet policies;
  private final AuthorizationRequest[] requests;

  CedarEngine(Workload workload) {
    String text = workload.rules().stream().map(CedarEngine::policy).collect(Collectors.joining("\n"));
    try {
      this.policies = PolicySet.parsePolicies(text);
      policies.cache();
    } catch (AuthException | CacheException failed) {
      throw new IllegalStateException("Cedar did not take the policies.", failed);
    }
    this.requests = workload.questions().stream().map(CedarEngine::request).toArray(AuthorizationRequest[]::new);
  }

  private static String policy(Rule rule) {
    String actions =
        rule.actions().stream().map(action -> like("context.action", action)).collect(Collectors.joining(" || ", "(", ")"));
    return (rule.allows() ? "permit" : "forbid") + "(principal, action, resource) when { " + actions + " && "
        + like("context.resource", rule.resource()) + condition(rule) + " };";
  }

  private static String like(String value, String pattern) {
    return pattern.indexOf('*') < 0 ? value + " == \"" + pattern + "\"" : value + " like \"" + pattern + "\"";
  }

  private static String condition(Rule rule) {
    Rule.Test test = rule.test();
    return test == null ? "" : " && " + switch (test) {
      case Rule.Test.Team team -> "context.team == \"" + team.name() + "\"";
      case Rule.Test.From from -> "ip(context.address).isInRange(ip(\"" + from.range() + "\"))";
      case Rule.Test.Encrypted encrypted -> "context.encrypted == " + encrypted.yes();
      case Rule.Test.Folder folder -> like("context.folder", folder.pattern());
    };
  }

  private static AuthorizationRequest request(Question question) {
    Map<String, Value> context =
        Map.of(
            "action", new PrimString(question.action()),
            "resource", new PrimString(question.resource()),
            "team", new PrimString(question.team()),
            "address", new PrimString(question.address()),
            "encrypted", new PrimBool(question.encrypted()),
            "folder", new PrimString(question.folder()));
    return new AuthorizationRequest(
        entity("User::\"" + question.user() + "\""), entity("Action::\"call\""), entity("Resource::\"any\""), context);
  }

  private static EntityUID entity(String text) {
    return EntityUID.parse(text).orElseThrow();
  }

  @Override
  public AuthorizationResponse decide(int question) {
    try {
      return engine.isAuthorized(requests[question], policies, nobody);
    } catch (AuthException failed) {
      throw new IllegalStateException("Cedar did not answer.", failed);
    }
  }

  @Override
  public boolean allows(int question) {
    AuthorizationResponse response = decide(question);
    return response.success.orElseThrow(() -> new IllegalStateException(response.toString())).isAllowed();
  }

  /** Ends the run when Cedar and our engine do not say the same. */
  static void agree(OurEngine ours, CedarEngine cedar) {
    int[] differing =
        IntStream.range(0, Workload.QUESTIONS).filter(question -> ours.allows(question) != cedar.allows(question)).toArray();
    if (differing.length > 0) {
      throw new IllegalStateException("Our engine and Cedar differ on " + differing.length + " questions, first on number " + differing[0] + ".");
    }
  }
}
