package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.MalformedPolicyException.Problem;
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
    for (String text : List.of("", ":", "\u0000", "\ud800", "*", "s3:*", "a".repeat(100_000), ":::::::", "\uD83D\uDE00")) {
      assertThat(set.evaluate(request(text)).isAllowed()).isFalse();
      assertThat(set.evaluate(new AccessRequest(text, "s3:GetObject", text, RequestContext.empty())).isAllowed()).isFalse();
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
