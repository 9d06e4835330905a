package bursar.policy.residual;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** In a world so small that every assignment can be tried, the residual is right at each. */
class SmallWorldTest {
  private static final List<List<String>> VALUES =
      List.of(List.of(), List.of("a"), List.of("b"), List.of(""), List.of("a", "b"), List.of("a*"), List.of("arn:aws:s3:::a"));
  private static final List<String> OPERATORS =
      List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "ArnLike", "ArnNotEquals", "Null", "Bool");
  private static final List<String> PATTERNS =
      List.of("a", "B", "a*", "?", "*", "", "${k:one}", "${k:two}*", "${x:known}", "${x:known}${k:two}", "${k:one, 'a'}", "${x:none}", "${*}",
          "arn:aws:s3:::${x:known}", "arn:aws:s3:::*", "arn:${k:two}:s3:::a", "true", "false");
  private static final UnknownKeys UNKNOWN = UnknownKeys.of("k:*");

  @Test
  void everyAssignmentOfTwoKeysAgreesWithEveryKindOfPolicy() {
    SplittableRandom random = new SplittableRandom(77);
    int depending = 0;
    for (int number = 0; number < 2_000; number++) {
      List<AttachedPolicy> policies = policies(random);
      PolicySet set = PolicySet.of(policies);
      List<String> known = VALUES.get(random.nextInt(VALUES.size()));
      PartialDecision partial = PartialDecision.of(set, request(known, List.of(), List.of()), UNKNOWN);
      depending += partial instanceof PartialDecision.Depends ? 1 : 0;
      for (List<String> one : VALUES) {
        for (List<String> two : VALUES) {
          boolean allowed = set.evaluate(request(known, one, two)).isAllowed();
          RequestContext assigned = RequestContext.builder().put("k:one", one).put("k:two", two).build();
          if (partial.residual().evaluate(assigned) != allowed) {
            assertThat(partial.residual().evaluate(assigned)).as(partial + " at " + assigned + ", known " + known + "\n" + policies).isEqualTo(allowed);
          }
        }
      }
    }
    assertThat(depending).isGreaterThan(700);
  }

  private static AccessRequest request(List<String> known, List<String> one, List<String> two) {
    RequestContext context = RequestContext.builder().put("x:known", known).put("k:one", one).put("k:two", two).build();
    return new AccessRequest("arn:aws:sts::111122223333:assumed-role/Ops/one", "s3:GetObject", "arn:aws:s3:::a", context);
  }

  private static List<AttachedPolicy> policies(SplittableRandom random) {
    List<AttachedPolicy> policies = new ArrayList<>();
    policies.add(policy(PolicyKind.IDENTITY, random));
    for (PolicyKind kind : List.of(PolicyKind.RESOURCE, PolicyKind.PERMISSIONS_BOUNDARY, PolicyKind.SESSION, PolicyKind.SERVICE_CONTROL, PolicyKind.RESOURCE_CONTROL)) {
      if (random.nextInt(4) == 0) {
        policies.add(policy(kind, random));
      }
    }
    return policies;
  }

  private static AttachedPolicy policy(PolicyKind kind, SplittableRandom random) {
    List<String> statements = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      statements.add(statement(kind, statements.isEmpty() || random.nextBoolean() ? "Allow" : "Deny", random));
    }
    String version = random.nextInt(6) == 0 ? "2008-10-17" : "2012-10-17";
    String json = "{\"Version\":\"" + version + "\",\"Statement\":[" + String.join(",", statements) + "]}";
    return new AttachedPolicy("p", null, kind.noun(), PolicyReader.read(json, kind));
  }

  private static String statement(PolicyKind kind, String effect, SplittableRandom random) {
    String principal =
        switch (kind) {
          case RESOURCE -> ",\"Principal\":" + (random.nextBoolean() ? "\"*\"" : "{\"AWS\":\"arn:aws:iam::111122223333:role/Ops\"}");
          case RESOURCE_CONTROL -> ",\"Principal\":\"*\"";
          case IDENTITY, TRUST, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> "";
        };
    String resource = random.nextInt(4) == 0 ? "arn:aws:s3:::${k:one}" : "*";
    Map<String, String> conditions = new TreeMap<>();
    for (int count = random.nextInt(3); count > 0; count--) {
      String key = random.nextInt(4) == 0 ? "x:known" : random.nextBoolean() ? "k:one" : "K:Two";
      String operator = operator(random);
      conditions.put(operator, "\"" + operator + "\":{\"" + key + "\":[\"" + pattern(random) + "\",\"" + pattern(random) + "\"]}");
    }
    return "{\"Effect\":\"" + effect + "\"" + principal + ",\"Action\":\"*\",\"Resource\":\"" + resource + "\",\"Condition\":{"
        + String.join(",", conditions.values()) + "}}";
  }

  private static String operator(SplittableRandom random) {
    String name = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return name.equals("Null") ? name : List.of("", "", "ForAllValues:", "ForAnyValue:").get(random.nextInt(4)) + name + (random.nextInt(4) == 0 ? "IfExists" : "");
  }

  private static String pattern(SplittableRandom random) {
    return PATTERNS.get(random.nextInt(PATTERNS.size()));
  }
}
