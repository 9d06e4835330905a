package bursar.policy.prove;

import bursar.policy.AccessRequest;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyReader;
import bursar.policy.RandomOperators;
import bursar.policy.RequestContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Seeded policies and requests out of a vocabulary so small that they meet all the time. */
final class SmallWorld {
  private static final List<String> ACTIONS = List.of("s3:GetObject", "s3:PutObject", "s3:getobjectacl", "ce:GetTags", "iam:GetUser");
  private static final List<String> ACTION_PATTERNS =
      List.of("*", "s3:*", "s3:Get*", "S3:get*", "s3:?etObject", "s3:*Object", "ce:Get*", "iam:*User", "s3:GetObject", "s3:*o*j*t*");
  private static final List<String> RESOURCES =
      List.of("*", "arn:aws:s3:::box", "arn:aws:s3:::box/ann/a", "arn:aws:s3:::box/b*b/x:y", "arn:aws:iam::111122223333:user/ann",
          "arn:aws:s3:::box/bob/b", "arn:aws-cn:s3:::box", "arn:aws:s3:::box/${aws:username}/c");
  private static final List<String> RESOURCE_PATTERNS =
      List.of("*", "*", "arn:aws:s3:::*", "arn:aws:s3:::box", "arn:aws:s3:::box/*", "arn:aws:s3:::box/${aws:username}/*",
          "arn:aws:s3:::box/${aws:PrincipalTag/team, 'ann'}/*", "arn:aws:iam::*:user/${aws:username}", "arn:*:iam::1111*:user/*",
          "arn:aws:s3:::*/b${*}b/*", "arn:*:s3:::box*", "arn:aws:s3:::box/${aws:TagKeys}/*", "arn:aws:s3:::box/?nn/*");
  private static final List<String> WORDS = List.of("ann", "bob", "Ann", "a*", "", "annn", "true");
  private static final List<String> WORD_PATTERNS =
      List.of("ann", "ANN", "a*", "?nn", "${aws:username}", "${aws:username}*", "${*}", "*", "", "bob",
          "${aws:PrincipalTag/team, 'bob'}", "*n*", "${aws:TagKeys}");
  private static final Map<String, List<List<String>>> FAMILIES = new LinkedHashMap<>();

  static {
    List<String> numbers = List.of("1", "2", "2.0", "10", "word");
    List<String> dates = List.of("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "1767225601", "2030-05-05T12:30:00Z", "soon");
    List<String> arns =
        List.of("arn:aws:iam::111122223333:user/ann", "arn:aws:iam::111122223333:user/team:x/bob", "arn:aws:s3:::box", "ann");
    List<String> arnPatterns =
        List.of("arn:aws:iam::111122223333:user/ann", "arn:aws:iam::*:user/*", "arn:*:*:*:*:*", "arn:aws:iam::1111*:user/${aws:username}",
            "${aws:PrincipalArn}", "arn:aws:s3:::*", "arn:a?s:iam::111122223333:*");
    FAMILIES.put("String", List.of(List.of("aws:username", "aws:PrincipalTag/team", "aws:TagKeys", "x:word"), WORDS, WORD_PATTERNS));
    FAMILIES.put("Numeric", List.of(List.of("s3:max-keys"), numbers, numbers));
    FAMILIES.put("Date", List.of(List.of("aws:CurrentTime"), dates, dates));
    FAMILIES.put("Bool", List.of(List.of("aws:SecureTransport", "x:word"), List.of("true", "false", "TRUE", "yes"), List.of("true", "False", "yes")));
    FAMILIES.put("Binary", List.of(List.of("x:blob"), List.of("YWI=", "YWM=", "??"), List.of("YWI=", "YWM=")));
    List<String> ranges = List.of("203.0.113.0/24", "10.0.0.0/8", "0.0.0.0/0", "203.0.113.7", "2001:db8::/32", "::/0", "128.0.0.0/1");
    List<String> addresses = List.of("203.0.113.7", "10.1.2.3", "2001:db8::1", "255.255.255.255", "here");
    FAMILIES.put("Ip", List.of(List.of("aws:SourceIp"), addresses, ranges));
    FAMILIES.put("Arn", List.of(List.of("aws:PrincipalArn", "aws:SourceArn"), arns, arnPatterns));
    FAMILIES.put("Null", List.of(List.of("aws:username", "aws:SourceIp", "aws:TagKeys"), List.of(), List.of("true", "false")));
  }

  private final SplittableRandom random;

  SmallWorld(long seed) {
    this.random = new SplittableRandom(seed);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<String> some(List<String> list) {
    List<String> picked = new ArrayList<>();
    int count = random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(3);
    for (int index = 0; index < count; index++) {
      picked.add(pick(list));
    }
    return picked;
  }

  PolicyDocument document() {
    List<String> statements = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      statements.add(statement(random.nextInt(3) == 0 ? "Deny" : "Allow"));
    }
    return PolicyReader.read(document(statements));
  }

  private static String document(List<String> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /** A policy and a change of it: a statement more, or one less. */
  List<PolicyDocument> pair() {
    List<String> statements = new ArrayList<>();
    for (int count = 2 + random.nextInt(2); count > 0; count--) {
      statements.add(statement(random.nextInt(3) == 0 ? "Deny" : "Allow"));
    }
    PolicyDocument longer = PolicyReader.read(document(statements));
    statements.remove(random.nextInt(statements.size()));
    PolicyDocument shorter = PolicyReader.read(document(statements));
    return random.nextBoolean() ? List.of(longer, shorter) : List.of(shorter, longer);
  }

  private String statement(String effect) {
    StringBuilder json = new StringBuilder("{\"Effect\":\"" + effect + "\"");
    json.append(random.nextInt(6) == 0 ? ",\"NotAction\":" : ",\"Action\":").append(quoted(some(ACTION_PATTERNS)));
    json.append(random.nextInt(6) == 0 ? ",\"NotResource\":" : ",\"Resource\":").append(quoted(some(RESOURCE_PATTERNS)));
    if (random.nextInt(3) > 0) {
      Map<String, String> operators = new LinkedHashMap<>();
      for (int count = 1 + random.nextInt(2); count > 0; count--) {
        String family = pick(List.copyOf(FAMILIES.keySet()));
        String operator = RandomOperators.of(random, family.equals("Ip") ? pick(List.of("Ip", "NotIp")) : family);
        operators.put(
            operator,
            "\"" + operator + "\":{\"" + pick(FAMILIES.get(family).get(0)) + "\":" + quoted(some(FAMILIES.get(family).get(2))) + "}");
      }
      json.append(",\"Condition\":{").append(String.join(",", operators.values())).append('}');
    }
    return json.append('}').toString();
  }

  /** A possible request: keys that have one value at most have one. */
  AccessRequest request() {
    RequestContext.Builder context = RequestContext.builder();
    FAMILIES.forEach(
        (family, lists) -> {
          for (String key : lists.get(0)) {
            if (random.nextBoolean() && !lists.get(1).isEmpty()) {
              boolean several = KeyArity.mayHaveSeveral(key) && random.nextBoolean();
              context.put(key, several ? some(lists.get(1)) : List.of(pick(lists.get(1))));
            }
          }
        });
    return new AccessRequest("arn:aws:iam::111122223333:user/ann", pick(ACTIONS), pick(RESOURCES), context.build());
  }

  private static String quoted(List<String> values) {
    return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
  }
}
