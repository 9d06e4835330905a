package bursar.bench.engines;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Bursar's own engine: identity-based policies of ten statements each, read from their JSON text. */
final class OurEngine implements Engine {
  private static final int STATEMENTS_OF_A_POLICY = 10;

  private final PolicySet policies;
  private final AccessRequest[] requests;

  OurEngine(Workload workload) {
    List<AttachedPolicy> attached = new ArrayList<>();
    List<Rule> rules = workload.rules();
    for (int from = 0; from < rules.size(); from += STATEMENTS_OF_A_POLICY) {
      String statements =
          rules.subList(from, Math.min(rules.size(), from + STATEMENTS_OF_A_POLICY)).stream()
              .map(OurEngine::statement)
              .collect(Collectors.joining(","));
      String name = "Policy" + attached.size();
      attached.add(
          new AttachedPolicy(name, null, "inline in user",
              PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}")));
    }
    this.policies = PolicySet.of(attached);
    this.requests = workload.questions().stream().map(OurEngine::request).toArray(AccessRequest[]::new);
  }

  private static String statement(Rule rule) {
    String actions = rule.actions().stream().map(action -> "\"" + action + "\"").collect(Collectors.joining(","));
    return "{\"Effect\":\"" + (rule.allows() ? "Allow" : "Deny") + "\",\"Action\":[" + actions + "],\"Resource\":\"" + rule.resource() + "\""
        + condition(rule) + "}";
  }

  private static String condition(Rule rule) {
    Rule.Test test = rule.test();
    return test == null ? "" : ",\"Condition\":{" + switch (test) {
      case Rule.Test.Team team -> "\"StringEquals\":{\"aws:PrincipalTag/team\":\"" + team.name() + "\"}";
      case Rule.Test.From from -> "\"IpAddress\":{\"aws:SourceIp\":\"" + from.range() + "\"}";
      case Rule.Test.Encrypted encrypted -> "\"Bool\":{\"aws:SecureTransport\":\"" + encrypted.yes() + "\"}";
      case Rule.Test.Folder folder -> "\"StringLike\":{\"s3:prefix\":\"" + folder.pattern() + "\"}";
    } + "}";
  }

  private static AccessRequest request(Question question) {
    String arn = "arn:aws:iam::111122223333:user/" + question.user();
    RequestContext context =
        RequestContext.builder()
            .put("aws:PrincipalArn", arn)
            .put("aws:PrincipalAccount", "111122223333")
            .put("aws:username", question.user())
            .put("aws:PrincipalTag/team", question.team())
            .put("aws:SourceIp", question.address())
            .put("aws:SecureTransport", Boolean.toString(question.encrypted()))
            .put("s3:prefix", question.folder())
            .put("aws:CurrentTime", "2026-11-23T12:00:00Z")
            .build();
    return new AccessRequest(arn, question.action(), question.resource(), context);
  }

  @Override
  public Decision decide(int question) {
    return policies.evaluate(requests[question]);
  }

  @Override
  public boolean allows(int question) {
    return decide(question).isAllowed();
  }

  Workload.Outcome outcome(int question) {
    return switch (decide(question)) {
      case Decision.Allowed _ -> Workload.Outcome.ALLOWED;
      case Decision.ExplicitlyDenied _ -> Workload.Outcome.DENIED;
      case Decision.ImplicitlyDenied _ -> Workload.Outcome.UNMATCHED;
    };
  }
}
