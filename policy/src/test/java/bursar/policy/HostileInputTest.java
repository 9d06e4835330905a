package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.MalformedPolicyException.Problem;
import bursar.policy.advice.PolicyAdvisor;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the reader answers with a policy or with its one declared exception, and evaluation stays bounded. */
class HostileInputTest {
  private static final String GOOD =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":\"*\","
          + "\"Condition\":{\"NumericLessThan\":{\"s3:max-keys\":1e2},\"Bool\":{\"aws:x\":[true,\"f\\u00e4lse\"]}}}]}";

  private static Problem problem(String json) {
    try {
      PolicyReader.read(json);
      throw new AssertionError("This was read as a policy: " + json);
    } catch (MalformedPolicyException refusal) {
      assertThat(refusal.line()).isPositive();
      assertThat(refusal.column()).isPositive();
      return refusal.problem();
    }
  }

  private static String withAction(String action) {
    return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}}";
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(problem("[".repeat(50_000))).isEqualTo(Problem.TOO_DEEP);
    assertThat(problem("{\"Statement\":".repeat(10_000))).isEqualTo(Problem.TOO_DEEP);
    assertThat(problem("{\"Statement\":" + "[".repeat(15) + "]".repeat(15) + "}")).isEqualTo(Problem.WRONG_TYPE);
  }

  @Test
  void tooLongATextIsRefusedUnread() {
    assertThat(problem(" ".repeat(131_073))).isEqualTo(Problem.TOO_LARGE);
    assertThat(problem("{\"Statement\":" + "9".repeat(5_000) + "}")).isEqualTo(Problem.TOO_DEEP);
  }

  @Test
  void nulAndHalfSurrogatePairsAreRefusedWhereverTheyStand() {
    assertThat(problem(withAction("s3:\\u0000"))).isEqualTo(Problem.BAD_CHARACTER);
    assertThat(problem(withAction("s3:\u0000"))).isEqualTo(Problem.SYNTAX);
    assertThat(problem(withAction("s3:\\ud800"))).isEqualTo(Problem.BAD_CHARACTER);
    assertThat(problem(withAction("s3:\\udc00\\ud800"))).isEqualTo(Problem.BAD_CHARACTER);
    assertThat(problem(withAction("s3:\ud800x"))).isEqualTo(Problem.BAD_CHARACTER);
    assertThat(problem("{\"\\ud800\":1}")).isEqualTo(Problem.BAD_CHARACTER);
    assertThat(problem("\uFEFF" + GOOD)).isEqualTo(Problem.SYNTAX);
  }

  @Test
  void endlessNamesAreJudgedWithoutRunningOutOfStack() {
    String start = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"";
    String longName = "-a".repeat(50_000);
    assertThat(PolicyReader.faults(start + "a" + longName + ":x\",\"Resource\":\"*\"}}", PolicyKind.IDENTITY)).isEmpty();
    assertThat(PolicyReader.faults(start + "a:b\",\"Resource\":\"arn:aws" + longName + ":s3:::x\"}}", PolicyKind.IDENTITY)).isEmpty();
    assertThat(problem(start + "a:b\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"" + longName + "\":true}}}}"))
        .isEqualTo(Problem.BAD_CONDITION_KEY);
    String braces = "${".repeat(60_000);
    PolicyDocument document =
        PolicyReader.read(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"ArnLike\":{\"a:b\":\"" + braces + "\"},\"StringLike\":{\"a:b\":\"x\"}}}}");
    assertThat(PolicySet.of(EvaluatorAgreementTest.attached(List.of(document))).evaluate(request("a:b")).isAllowed()).isFalse();
  }

  @Test
  void hugeListsAreReadAndEvaluated() {
    String actions = IntStream.range(0, 9_000).mapToObj(number -> "\"s3:A" + number + "\"").collect(Collectors.joining(","));
    PolicyDocument document =
        PolicyReader.read("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[" + actions + "],\"Resource\":\"*\"}}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
    assertThat(set.evaluate(request("s3:a8999")).isAllowed()).isTrue();
    assertThat(set.evaluate(request("s3:A9000")).isAllowed()).isFalse();
  }

  @Test
  void endlessActionsAndResourcesAreIndexedWithoutRunningOutOfStack() {
    String longest = "a".repeat(60_000);
    String nested = IntStream.range(1, 100).mapToObj(length -> "\"s3:" + "a".repeat(length) + "*z\"").collect(Collectors.joining(","));
    PolicyDocument names =
        PolicyReader.read(
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"s3:" + longest + "\",\"s3:*" + longest + "\"," + nested + "],\"Resource\":\"*\"}}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(names)));
    assertThat(set.evaluate(request("S3:" + longest)).isAllowed()).isTrue();
    assertThat(set.evaluate(request("s3:" + longest + "b")).isAllowed()).isFalse();
    String places =
        IntStream.range(0, 12)
            .mapToObj(number -> "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::" + "b".repeat(9_000 + number) + "\"}")
            .collect(Collectors.joining(","));
    PolicySet boxes = PolicySet.of(EvaluatorAgreementTest.attached(List.of(PolicyReader.read("{\"Statement\":[" + places + "]}"))));
    AccessRequest request = new AccessRequest("p", "s3:x", "arn:aws:s3:::" + "b".repeat(9_011), RequestContext.empty());
    assertThat(boxes.evaluate(request).statements()).extracting(StatementReference::index).containsExactly(11);
  }

  @Test
  void hugeListsOfStatementsAndConditionsAreReadReviewedAndExplained() {
    String statements =
        IntStream.range(0, 1_500)
            .mapToObj(number -> "{\"Effect\":\"Deny\",\"Action\":\"s3:*" + number + "*\",\"Resource\":\"*\"}")
            .collect(Collectors.joining(","));
    String values = IntStream.range(0, 5_000).mapToObj(number -> "\"*" + number + "*\"").collect(Collectors.joining(","));
    String keys = IntStream.range(0, 5_000).mapToObj(number -> "\"a:b" + number + "\":\"x\"").collect(Collectors.joining(","));
    String condition = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{";
    for (String json :
        List.of("{\"Statement\":[" + statements + "]}", condition + "\"a:b\":[" + values + "]}}}}", condition + keys + "}}}}")) {
      PolicyDocument document = PolicyReader.read(json);
      PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
      assertThat(set.explain(request("s3:Get")).decision().isAllowed()).isFalse();
      assertThat(PolicyReader.read(PolicyPrinter.print(document))).isEqualTo(document);
      assertThat(PolicyAdvisor.review(json, PolicyKind.IDENTITY, List.of("s3:Get"))).as("it is too large").isNotEmpty();
    }
  }

  @Test
  void starsInEveryElementTakeNoMoreStepsThanPatternTimesValue() {
    String value = "a".repeat(2_048);
    for (String stars : List.of("a*a*a*a*a*b", "a*".repeat(500) + "b", "*a".repeat(500) + "?b", "a".repeat(1_000) + "*b")) {
      for (String tried : List.of("s3:" + value, "arn:aws:s3:::" + value, value)) {
        MatcherFuzz.requireFewSteps(stars, tried);
        MatcherFuzz.requireFewSteps("s3:" + stars, tried);
        MatcherFuzz.requireFewSteps("arn:*:s3:::" + stars, tried);
      }
      PolicyDocument document =
          PolicyReader.read(
              "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:" + stars + "\",\"Resource\":\"*\"},{\"Effect\":\"Allow\",\"Action\":\"*\","
                  + "\"Resource\":\"arn:*:s3:::" + stars + "\"},{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
                  + "{\"StringLike\":{\"a:b\":\"" + stars + "\"},\"ArnLike\":{\"a:c\":\"arn:*:s3:::" + stars + "\"}}}]}");
      RequestContext context = RequestContext.builder().put("a:b", value).put("a:c", "arn:aws:s3:::" + value).build();
      PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
      assertThat(set.evaluate(new AccessRequest("p", "s3:" + value, "arn:aws:s3:::" + value, context)).isAllowed()).isFalse();
    }
  }

  @Test
  void keysThatDifferInCaseOnlyAreRefusedOrMeanOneKey() {
    String start = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",";
    assertThat(problem(start + "\"action\":\"*\"}}")).isEqualTo(Problem.UNKNOWN_ELEMENT);
    assertThat(problem(start + "\"Condition\":{\"Bool\":{\"aws:X\":\"true\",\"AWS:x\":\"true\"}}}}")).isEqualTo(Problem.DUPLICATE_KEY_CASE);
    PolicyDocument mixed = PolicyReader.read(start + "\"Condition\":{\"sTRINGeQUALS\":{\"aWS:uSERNAME\":\"ann\"}}}}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(mixed)));
    RequestContext context = RequestContext.builder().put("AWS:UserName", "ann").build();
    assertThat(set.evaluate(new AccessRequest("p", "s3:x", "*", context)).isAllowed()).isTrue();
  }

  @Test
  void theSizeAReaderTakesIsTheApisAndAKindsIsItsQuota() {
    String padded = withAction("s3:Get" + "x".repeat(131_072 - withAction("s3:Get").length()));
    assertThat(PolicyReader.read(padded).statements()).hasSize(1);
    assertThat(problem(padded + " ")).isEqualTo(Problem.TOO_LARGE);
    assertThat(PolicyQuota.MANAGED_POLICY.refusal(padded)).isPresent();
    assertThat(PolicyQuota.MANAGED_POLICY.errorCode()).isEqualTo("LimitExceeded");
    assertThat(PolicyQuota.of(PolicyKind.SERVICE_CONTROL).errorCode()).isEqualTo("ConstraintViolationException");
    assertThat(PolicyQuota.of(PolicyKind.SESSION).errorCode()).isEqualTo("ValidationError");
    assertThat(MalformedPolicyException.AWS_CODE).isEqualTo("MalformedPolicyDocument");
  }

  @Test
  void aPlainRequestTakesNoMemoryButForItsDecision() {
    PolicyDocument document =
        PolicyReader.read(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:Get*\",\"s3:*Object\"],\"Resource\":\"arn:aws:s3:::box/*\","
                + "\"Condition\":{\"StringEquals\":{\"aws:username\":\"bob\"},\"Bool\":{\"aws:SecureTransport\":\"true\"},"
                + "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},\"StringLike\":{\"s3:prefix\":\"home/*\"}}}]}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
    RequestContext.Builder context =
        RequestContext.builder().put("aws:SecureTransport", "true").put("aws:SourceIp", "10.1.2.3").put("s3:prefix", "home/a");
    AccessRequest missing =
        new AccessRequest("arn:aws:iam::111122223333:user/ann", "s3:GetObject", "arn:aws:s3:::box/a", context.put("aws:username", "ann").build());
    AccessRequest meeting =
        new AccessRequest("arn:aws:iam::111122223333:user/bob", "s3:GetObject", "arn:aws:s3:::box/a", context.put("aws:username", "bob").build());
    assertThat(bytesOfThousand(set, missing)).as("no Decision is made anew for it").isLessThan(1_000);
    assertThat(bytesOfThousand(set, meeting)).as("a Decision and its list").isLessThan(150_000);
  }

  private static long bytesOfThousand(PolicySet set, AccessRequest request) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    set.evaluate(request);
    long before = thread.getCurrentThreadAllocatedBytes();
    for (int number = 0; number < 1_000; number++) {
      set.evaluate(request);
    }
    return thread.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void manyVariablesAreFilledInWithoutGrowingQuadratically() {
    PolicyDocument document =
        PolicyReader.read(
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::"
                + "${a:b}".repeat(15_000) + "\"}}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
    AccessRequest request =
        new AccessRequest("p", "s3:x", "arn:aws:s3:::" + "x".repeat(15_000), RequestContext.builder().put("A:B", "x").build());
    assertThat(set.evaluate(request).isAllowed()).isTrue();
    assertThat(set.explain(request).decision().isAllowed()).isTrue();
  }

  @Test
  void strangeRequestsAreAnsweredAndDenied() {
    PolicyDocument document =
        PolicyReader.read("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::box/*\"}}");
    PolicySet set = PolicySet.of(EvaluatorAgreementTest.attached(List.of(document)));
    PolicySet conditions =
        PolicySet.of(
            EvaluatorAgreementTest.attached(
                List.of(
                    PolicyReader.read(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{\"a:b\":\"x*?y\"},"
                            + "\"NumericEquals\":{\"a:b\":\"1\"},\"DateEquals\":{\"a:b\":\"2026\"},\"IpAddress\":{\"a:b\":\"::/0\"},"
                            + "\"BinaryEquals\":{\"a:b\":\"YQ==\"},\"ArnLike\":{\"a:b\":\"arn:*:*:*:*:*\"},\"Bool\":{\"a:b\":\"true\"}}}}"))));
    for (String text : List.of("", ":", "\u0000", "\ud800", "*", "s3:*", "a".repeat(100_000), ":::::::", "\uD83D\uDE00")) {
      assertThat(set.evaluate(request(text)).isAllowed()).isFalse();
      assertThat(set.evaluate(new AccessRequest(text, "s3:GetObject", text, RequestContext.empty())).isAllowed()).isFalse();
      RequestContext context = RequestContext.builder().put("a:b", text).put(text, text).build();
      assertThat(conditions.evaluate(new AccessRequest(text, text, text, context)).isAllowed()).isFalse();
    }
  }

  @Test
  void contextKeysOfAnyCaseAreOneKey() {
    RequestContext context =
        RequestContext.builder().put("aws:UserName", "ann").add("AWS:USERNAME", "bob").put("x:Empty", List.of()).build();
    assertThat(context.get("Aws:Username")).containsExactly("ann", "bob");
    assertThat(context.asMap()).hasSize(1);
    assertThat(context.toBuilder().put("aws:username", List.of()).build()).isEqualTo(RequestContext.empty());
  }

  @Test
  void documentsBrokenAtRandomGiveAPolicyOrTheDeclaredException() {
    SplittableRandom random = new SplittableRandom(5);
    String letters = "{}[]\":,\\u0d8 nulltrue*?$-1eE.\u00e4\ud800\u0000AS";
    int read = 0;
    for (int number = 0; number < 6_000; number++) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
          default -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
        }
      }
      try {
        PolicyDocument document = PolicyReader.read(text.toString());
        assertThat(PolicyReader.read(PolicyPrinter.print(document))).isEqualTo(document);
        PolicySet.of(EvaluatorAgreementTest.attached(List.of(document))).explain(request("s3:GetObject"));
        read++;
      } catch (MalformedPolicyException refusal) {
        assertThat(refusal.getMessage()).endsWith(".");
        for (PolicyKind kind : PolicyKind.values()) {
          Position first = PolicyReader.faults(text.toString(), kind).stream().findFirst().map(Malformation::position).orElse(Position.START);
          assertThat(PolicyOutline.of(text.toString()).at(first).endOffset()).isBetween(0, text.length());
        }
      }
    }
    assertThat(read).isPositive();
  }

  private static AccessRequest request(String action) {
    return new AccessRequest("arn:aws:iam::111122223333:user/ann", action, "*", RequestContext.empty());
  }
}
