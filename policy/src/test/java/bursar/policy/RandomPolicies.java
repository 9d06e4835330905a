package bursar.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Seeded policies and requests out of a small vocabulary, so that they meet often. */
final class RandomPolicies {
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "s3:getobjectacl", "ce:GetCostAndUsage", "ce:GetTags", "iam:GetUser", "iam:CreateUser",
          "kms:Decrypt", "sts:AssumeRole", "sts:TagSession");
  private static final List<String> ACTION_PATTERNS =
      List.of("*", "*:*", "s3:*", "s3:Get*", "S3:get*", "s3:?etObject", "s3:*Object", "s3:*o*j*t*", "ce:*", "ce:Get*", "CE:GETTAGS",
          "iam:GetUser", "iam:*User", "iam:", "s3:GetObject", "iam:Get????", "ce:Get*s*", "kms:*", "sts:AssumeRole", "sts:*");
  private static final List<String> RESOURCES =
      List.of("*", "arn:aws:s3:::box", "arn:aws:s3:::box/ann/a", "arn:aws:s3:::box/b*b/x:y", "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:user/team/bob", "arn:aws:ce:us-east-1:111122223333:/x", "none", "",
          "arn:aws:iam::111122223333:role/team/Ops", "arn:aws:kms:us-east-1:111122223333:key/1");
  private static final List<String> RESOURCE_PATTERNS =
      List.of("*", "*", "arn:aws:s3:::*", "arn:aws:s3:::box", "arn:aws:s3:::box/*", "arn:aws:s3:::box/${aws:username}/*",
          "arn:aws:s3:::box/${aws:PrincipalTag/team, 'ann'}/*", "arn:aws:iam::*:user/${aws:username}", "arn:*:iam::1111*:user/*",
          "arn:aws:iam::111122223333:user/?nn", "arn:aws:s3:::*/b${*}b/*", "arn:aws:ce:*:*:*", "arn:aws:s3:::box/${aws:TagKeys}/*");
  private static final List<String> WORDS = List.of("ann", "bob", "Ann", "a*", "b*b", "", "x", "a?n", "annn");
  private static final List<String> WORD_PATTERNS =
      List.of("ann", "ANN", "a*", "?nn", "${aws:username}", "${aws:username}*", "${*}", "b${*}b", "${$}", "*", "${aws:TagKeys}", "",
          "${aws:PrincipalTag/team, 'bob'}", "*n*", "${", "x${nothing:here}");
  private static final List<String> PRINCIPALS =
      List.of("arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:user/team/bob",
          "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/Ops", "arn:aws:iam::111122223333:role/team/Ops",
          "arn:aws:sts::111122223333:assumed-role/Ops/one", "arn:aws:sts::111122223333:assumed-role/Ops/one",
          "arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/one", "arn:aws:iam::111122223333:role/aws-service-role/x/AWSServiceRoleForX",
          "arn:aws:sts::111122223333:federated-user/ann", "arn:aws:iam::444455556666:user/ann", "ecs.amazonaws.com", "anonymous",
          "arn:aws:iam::111122223333:saml-provider/Corp");
  private static final List<String> AWS_NAMES =
      List.of("*", "111122223333", "arn:aws:iam::111122223333:root", "111122223333", "444455556666", "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::111122223333:user/team/bob", "arn:aws:iam::111122223333:role/Ops", "arn:aws:iam::111122223333:role/team/Ops",
          "arn:aws:sts::111122223333:assumed-role/Ops/one", "arn:aws:sts::111122223333:federated-user/ann", "AIDACKCEVSQ6C2EXAMPLE",
          "arn:aws:iam::444455556666:user/ann", "arn:aws:iam::111122223333:user/ann");
  private static final List<String> BEHIND =
      List.of("arn:aws:iam::111122223333:role/team/Ops", "arn:aws:iam::111122223333:role/Ops", "arn:aws:iam::111122223333:role/AWSServiceRoleForX",
          "arn:aws:iam::111122223333:role/aws-service-role/x/AWSServiceRoleForX", "arn:aws:iam::111122223333:user/ann",
          "arn:aws:iam::444455556666:role/Ops");
  private static final List<String> LEVELS = List.of("root", "unit", "account", "");
  private static final String ALLOW_ALL = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"";
  private static final Map<String, List<List<String>>> FAMILIES = new LinkedHashMap<>();
  private static final List<String> STRING_KEYS = List.of("aws:username", "aws:PrincipalTag/team", "aws:TagKeys", "AWS:UserName");

  static {
    List<String> numbers = List.of("1", "2", "2.0", "10", "-3", "word", "1e1");
    List<String> dates =
        List.of("2026-01-01T00:00:00Z", "2026-01-01", "2026-01-01T01:00:00+01:00", "1767225600", "2030-05-05T12:30:00Z", "soon");
    List<String> arns =
        List.of("arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:user/team:x/bob", "arn:aws:s3:::box", "ann", "*",
            "arn:aws:iam::*:user/*", "arn:*:*:*:*:*", "arn:aws:iam::1111*:user/${aws:username}", "${aws:PrincipalArn}",
            "arn:aws:s3:*", "arn:a?s:iam::111122223333:*");
    List<String> addresses = List.of("203.0.113.7", "10.1.2.3", "2001:db8::1", "255.255.255.255");
    List<String> ranges =
        List.of("203.0.113.0/24", "10.0.0.0/8", "0.0.0.0/0", "203.0.113.7", "2001:db8::/32", "::/0", "10.1.2.3/31", "255.0.0.0/1");
    FAMILIES.put("String", List.of(STRING_KEYS, WORDS, WORD_PATTERNS));
    FAMILIES.put("Numeric", List.of(List.of("s3:max-keys"), numbers, numbers));
    FAMILIES.put("Date", List.of(List.of("aws:CurrentTime"), dates, dates));
    FAMILIES.put("Bool", List.of(List.of("aws:SecureTransport"), List.of("true", "false", "TRUE", "yes"), List.of("true", "False", "yes", "${aws:SecureTransport}")));
    FAMILIES.put("Binary", List.of(List.of("x:blob"), List.of("YWI=", "YWM="), List.of("YWI=", "YWM=")));
    FAMILIES.put("Ip", List.of(List.of("aws:SourceIp"), addresses, ranges));
    FAMILIES.put("NotIp", List.of(List.of("aws:SourceIp"), addresses, ranges));
    FAMILIES.put("Arn", List.of(List.of("aws:PrincipalArn", "aws:SourceArn"), arns, arns));
    FAMILIES.put("Null", List.of(List.of("aws:username", "aws:SourceIp", "aws:TagKeys"), List.of(), List.of("true", "false")));
  }

  private final SplittableRandom random;

  RandomPolicies(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<String> some(List<String> list, int most) {
    List<String> picked = new ArrayList<>();
    int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(most);
    for (int index = 0; index < count; index++) {
      picked.add(pick(list));
    }
    return picked;
  }

  PolicyDocument document() {
    List<String> statements = new ArrayList<>();
    for (int count = 1 + random.nextInt(4); count > 0; count--) {
      statements.add(statement(random.nextInt(3) == 0 ? "Deny" : "Allow"));
    }
    return document(statements);
  }

  PolicyDocument document(List<String> statements) {
    return document(statements, PolicyKind.IDENTITY);
  }

  private PolicyDocument document(List<String> statements, PolicyKind kind) {
    String version = random.nextInt(4) == 0 ? "" : "\"Version\":\"" + (random.nextInt(5) == 0 ? "2008-10-17" : "2012-10-17") + "\",";
    return PolicyReader.read("{" + version + "\"Statement\":[" + String.join(",", statements) + "]}", kind);
  }

  /** A policy with so many statements that the fast evaluator finds them by their resources too. */
  PolicyDocument longDocument() {
    List<String> statements = new ArrayList<>();
    for (int count = 20 + random.nextInt(60); count > 0; count--) {
      statements.add(statement(random.nextInt(8) == 0 ? "Deny" : "Allow"));
    }
    return document(statements);
  }

  /** Policies of all kinds as they may meet in one request. */
  List<AttachedPolicy> policies() {
    List<AttachedPolicy> policies = new ArrayList<>();
    add(policies, PolicyKind.IDENTITY, random.nextInt(3));
    add(policies, random.nextInt(6) == 0 ? PolicyKind.TRUST : PolicyKind.RESOURCE, random.nextInt(5) < 2 ? 1 + random.nextInt(2) : 0);
    add(policies, PolicyKind.PERMISSIONS_BOUNDARY, random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0);
    add(policies, PolicyKind.SESSION, random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
    add(policies, PolicyKind.SERVICE_CONTROL, random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0);
    add(policies, PolicyKind.RESOURCE_CONTROL, random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0);
    return policies;
  }

  private void add(List<AttachedPolicy> policies, PolicyKind kind, int count) {
    for (int number = 0; number < count; number++) {
      policies.add(policy(Integer.toString(policies.size()), kind));
    }
  }

  /** A policy of a kind; those that limit mostly allow everything first. */
  AttachedPolicy policy(String name, PolicyKind kind) {
    List<String> statements = new ArrayList<>();
    boolean limits = kind != PolicyKind.IDENTITY && kind != PolicyKind.RESOURCE && kind != PolicyKind.TRUST;
    if (limits && random.nextInt(5) < 3) {
      statements.add(ALLOW_ALL + (kind == PolicyKind.RESOURCE_CONTROL ? ",\"Principal\":\"*\"" : "") + "}");
    }
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      statements.add(statement(random.nextInt(limits ? 4 : 6) == 0 ? "Deny" : "Allow", kind));
    }
    boolean level = kind == PolicyKind.SERVICE_CONTROL || kind == PolicyKind.RESOURCE_CONTROL;
    return new AttachedPolicy(name, null, kind.noun(), document(statements, kind), level && random.nextInt(4) > 0 ? pick(LEVELS) : null);
  }

  private String statement(String effect, PolicyKind kind) {
    String json = statement(effect);
    if (kind == PolicyKind.TRUST) {
      json = json.replaceFirst(",\"(Not)?Resource\":(\\[[^]]*]|\"[^\"]*\")", "");
    }
    boolean mayNegate = kind == PolicyKind.RESOURCE && random.nextInt(5) == 0;
    return switch (kind) {
      case RESOURCE_CONTROL -> json.replaceFirst("}$", ",\"Principal\":\"*\"}");
      case RESOURCE, TRUST -> json.replaceFirst("}$", (mayNegate ? ",\"NotPrincipal\":" : ",\"Principal\":") + principal() + "}");
      case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> json;
    };
  }

  private String principal() {
    return switch (random.nextInt(8)) {
      case 0 -> "\"*\"";
      case 1 -> "{\"Service\":" + quoted(some(List.of("ecs.amazonaws.com", "ec2.amazonaws.com", "*"), 2)) + "}";
      case 2 -> "{\"Federated\":\"arn:aws:iam::111122223333:saml-provider/Corp\",\"AWS\":" + quoted(some(AWS_NAMES, 2)) + "}";
      case 3 -> "{\"CanonicalUser\":\"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be\"}";
      default -> "{\"AWS\":" + quoted(some(AWS_NAMES, 4)) + "}";
    };
  }

  String statement(String effect) {
    StringBuilder json = new StringBuilder("{\"Effect\":\"" + effect + "\"");
    json.append(random.nextInt(6) == 0 ? ",\"NotAction\":" : ",\"Action\":").append(quoted(some(ACTION_PATTERNS, 3)));
    json.append(random.nextInt(6) == 0 ? ",\"NotResource\":" : ",\"Resource\":").append(quoted(some(RESOURCE_PATTERNS, 3)));
    if (random.nextInt(2) == 0) {
      Map<String, String> operators = new LinkedHashMap<>();
      for (int count = 1 + random.nextInt(2); count > 0; count--) {
        String family = pick(List.copyOf(FAMILIES.keySet()));
        String operator = RandomOperators.of(random, family);
        operators.put(
            operator,
            "\"" + operator + "\":{\"" + pick(FAMILIES.get(family).get(0)) + "\":" + quoted(some(FAMILIES.get(family).get(2), 3)) + "}");
      }
      json.append(",\"Condition\":{").append(String.join(",", operators.values())).append('}');
    }
    return json.append('}').toString();
  }

  AccessRequest request() {
    RequestContext.Builder context = RequestContext.builder();
    FAMILIES.forEach(
        (family, lists) -> {
          for (String key : lists.get(0)) {
            if (random.nextBoolean() && !lists.get(1).isEmpty()) {
              context.put(key, key.equals("aws:TagKeys") || random.nextInt(5) == 0 ? some(lists.get(1), 3) : List.of(pick(lists.get(1))));
            }
          }
        });
    return new AccessRequest("arn:aws:iam::111122223333:user/ann", pick(ACTIONS), pick(RESOURCES), context.build());
  }

  /** A request of any principal, for its own account's resource or another's. */
  AccessRequest anyRequest() {
    AccessRequest base = request();
    RequestContext.Builder context = base.context().toBuilder();
    if (random.nextInt(3) == 0) {
      context.put("aws:PrincipalArn", pick(BEHIND));
    }
    String account = random.nextInt(4) > 0 ? null : pick(List.of("111122223333", "444455556666"));
    return new AccessRequest(Principal.parse(pick(PRINCIPALS)), base.action(), base.resource(), account, context.build());
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> rest = new ArrayList<>(list);
    List<T> shuffled = new ArrayList<>();
    while (!rest.isEmpty()) {
      shuffled.add(rest.remove(random.nextInt(rest.size())));
    }
    return shuffled;
  }

  private static String quoted(List<String> values) {
    String list = values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(","));
    return values.size() == 1 ? list : "[" + list + "]";
  }
}
