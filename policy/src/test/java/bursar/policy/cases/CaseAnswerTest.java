package bursar.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A line in, a line out, whatever the line is. */
class CaseAnswerTest {
  private static final String POLICY =
      "{\"kind\":\"identity\",\"document\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\","
          + "\"Condition\":{\"NumericEquals\":{\"s3:max-keys\":1e1}}}}}";
  private static final String REQUEST =
      "{\"principal\":\"arn:aws:iam::111122223333:user/ann\",\"action\":\"s3:List\",\"resource\":\"*\",\"context\":{\"s3:max-keys\":[\"10\"]}}";
  private static final String GOOD = "{\"id\":\"a\",\"policies\":[" + POLICY + "],\"request\":" + REQUEST + "}";

  private static String answer(String line) {
    return CaseAnswer.to(line).json();
  }

  private static String error(String line) {
    CaseAnswer answer = CaseAnswer.to(line);
    assertThat(answer.failed()).as(answer.json()).isTrue();
    return answer.json();
  }

  @Test
  void aCaseIsAnsweredWithItsIdTheDecisionAndTheDecidingStatements() {
    assertThat(answer(GOOD)).isEqualTo("{\"id\":\"a\",\"decision\":\"Allowed\",\"statements\":[{\"policy\":0,\"statement\":0}]}");
    assertThat(answer(GOOD.replace("\"a\"", "7"))).startsWith("{\"id\":7,");
    assertThat(answer(GOOD.replace("\"id\":\"a\",", ""))).startsWith("{\"id\":null,\"decision\":\"Allowed\"");
    assertThat(answer(GOOD.replace("\"10\"", "\"11\""))).isEqualTo("{\"id\":\"a\",\"decision\":\"ImplicitlyDenied\",\"statements\":[]}");
  }

  @Test
  void idsOfAnyLettersComeBackInAscii() {
    assertThat(answer(GOOD.replace("\"a\"", "\"\u00e9\\\"\\u0000\uD83D\uDE00\""))).startsWith("{\"id\":\"\\u00E9\\\"\\u0000\\uD83D\\uDE00\",\"decision\"");
  }

  @Test
  void aDocumentMayBeATextAndAValueMayStandAlone() {
    assertThat(answer(GOOD.replace("[\"10\"]", "10"))).contains("Allowed");
    assertThat(answer(GOOD.replace("[\"10\"]", "\"10\""))).contains("Allowed");
    assertThat(answer(GOOD.replace("[\"10\"]", "[10.0]"))).contains("Allowed");
    assertThat(answer(GOOD.replace("[\"10\"]", "null"))).contains("ImplicitlyDenied");
    String document = POLICY.substring(POLICY.indexOf("{\"Version"), POLICY.length() - 1);
    assertThat(answer(GOOD.replace(document, CaseAnswer.quoted(document)))).contains("Allowed");
  }

  @Test
  void spaceAndOtherMembersDoNotMatter() {
    String spaced = GOOD.replace(":", " : ").replace(",", " , ").replace("arn : aws : iam :  : ", "arn:aws:iam::").replace("3 : user", "3:user")
        .replace("s3 : ", "s3:");
    assertThat(answer("  " + spaced + "  ")).contains("Allowed");
    assertThat(answer(GOOD.replace("{\"id\"", "{\"why\":{\"x\":[1,{}]},\"id\""))).contains("Allowed");
  }

  @Test
  void faultsAreToldByPlaceInOneSentence() {
    assertThat(error("nonsense")).isEqualTo(
        "{\"id\":null,\"error\":\"The line is not valid JSON from column 1 on: look for a missing or extra comma, quote or bracket.\"}");
    assertThat(error("[]")).contains("A case is one JSON object on a line.");
    assertThat(error(GOOD + "{}")).contains("something follows it");
    assertThat(error("{\"id\":\"x\",\"policies\":[]}")).startsWith("{\"id\":\"x\",\"error\":").contains("has no request");
    assertThat(error(GOOD.replace("identity", "Identity"))).contains("policies[0].kind is `Identity`; write identity, resource, trust");
    assertThat(error(GOOD.replace("Effect", "effect"))).contains("policies[0].document, line 1, column ");
    assertThat(error(GOOD.replace("\"policies\":[", "\"policies\":[1,"))).contains("policies[0] is not an object");
    assertThat(error(GOOD.replace("user/ann", "group/ann"))).contains("The principal `arn:aws:iam::111122223333:group/ann` is not the ARN of");
    assertThat(error(GOOD.replace("\"action\"", "\"Action\""))).contains("The request has `Action`, which is written `action`.");
    assertThat(error(GOOD.replace("\"action\"", "\"principal\""))).contains("The request has `principal` twice.");
    assertThat(error(GOOD.replace("\"action\":\"s3:List\",", ""))).contains("The request has no action.");
    assertThat(error(GOOD.replace("[\"10\"]", "{}"))).contains("request.context.s3:max-keys is a text, a number or a boolean");
    assertThat(error(GOOD.replace("[\"10\"]", "[\"10\"],\"S3:Max-Keys\":1"))).contains("keys ignore case");
    assertThat(error(GOOD.replace("\"request\"", "\"expected\":\"allowed\",\"request\""))).contains("`allowed` is no decision");
  }

  @Test
  void whatIsExpectedIsRead() {
    PolicyCase plain = CaseReader.read(GOOD.replace("\"request\"", "\"expected\":\"Allowed\",\"request\""));
    assertThat(plain.expected()).isEqualTo(new PolicyCase.Expectation("Allowed", null));
    String full = "\"expected\":{\"decision\":\"Allowed\",\"statements\":[{\"policy\":0,\"statement\":1}]},\"request\"";
    PolicyCase.Expectation expectation = CaseReader.read(GOOD.replace("\"request\"", full)).expected();
    assertThat(expectation).isEqualTo(new PolicyCase.Expectation("Allowed", java.util.List.of(new PolicyCase.Place(0, 1))));
    assertThatExceptionOfType(BadCaseException.class)
        .isThrownBy(() -> CaseReader.read(GOOD.replace("\"request\"", full.replace("1}", "-1}"))))
        .withMessageContaining("counted from 0");
  }

  @Test
  void linesBrokenAtRandomGetAnAnswerAllTheSame() {
    SplittableRandom random = new SplittableRandom(3);
    int good = 0;
    for (int number = 0; number < 5_000; number++) {
      StringBuilder line = new StringBuilder(GOOD);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(line.length());
        if (random.nextBoolean()) {
          line.deleteCharAt(at);
        } else {
          line.setCharAt(at, "{}[]\":,\\x0\u00e4\ud800\u0000".charAt(random.nextInt(13)));
        }
      }
      CaseAnswer answer = CaseAnswer.to(line.toString());
      assertThat(answer.json()).startsWith("{\"id\":").endsWith("}");
      good += answer.failed() ? 0 : 1;
    }
    assertThat(good).isPositive();
  }
}
