package bursar.policy.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValidationCaseTest {
  private static final KnownNames NAMES = KnownNames.of(List.of("ce:GetTags"));

  private static String answer(String line) {
    return ValidationCase.answer(line, NAMES).json();
  }

  @Test
  void aGoodPolicyIsValid() {
    assertThat(
            answer(
                "{\"id\":\"a\",\"kind\":\"identity\",\"document\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:GetTags\",\"Resource\":\"*\"}}}"))
        .isEqualTo("{\"id\":\"a\",\"valid\":true,\"findings\":[]}");
  }

  @Test
  void adviceLeavesItValid() {
    ValidationCase.Answer answer =
        ValidationCase.answer(
            "{\"id\":7,\"kind\":\"identity\",\"document\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:GetTag\",\"Resource\":\"*\"}}}",
            NAMES);
    assertThat(answer.valid()).isTrue();
    assertThat(answer.json())
        .isEqualTo(
            "{\"id\":7,\"valid\":true,\"findings\":[{\"code\":\"INVALID_ACTION\",\"severity\":\"ERROR\",\"line\":1,\"column\":64,\"path\":\"Statement.Action\","
                + "\"message\":\"There is no action `ce:GetTag`, so naming it has no effect. Did you mean `ce:GetTags`?\"}]}");
  }

  @Test
  void anObjectKeepsItsRepeatedKeysAndItsPlaces() {
    assertThat(
            answer(
                "{\"kind\":\"identity\" , \"document\" : {\"Statement\":[],\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}},\"id\":\"dup\"}"))
        .startsWith("{\"id\":\"dup\",\"valid\":false,\"findings\":[{\"code\":\"MalformedPolicyDocument\",\"severity\":\"ERROR\",\"line\":1,\"column\":14,")
        .contains("\"code\":\"JSON_SYNTAX_ERROR\",\"severity\":\"ERROR\",\"line\":1,\"column\":17,");
  }

  @Test
  void aTextHasItsOwnLines() {
    assertThat(answer("{\"id\":\"s\",\"kind\":\"scp\",\"document\":\"{\\n\\\"Statement\\\":{\\\"Effect\\\":\\n\\\"allow\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}}\"}"))
        .contains("\"code\":\"INVALID_EFFECT\",\"severity\":\"ERROR\",\"line\":3,\"column\":1,");
  }

  @Test
  void whateverStandsInTheDocumentIsAnAnswerAndNoBadCase() {
    for (String document :
        List.of("[".repeat(500) + "]".repeat(500), "{\"a\":}", "null", "7", "[]", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{\"Statement\":{\"Effect\":\"\\ud800\"}}", "\"\\ufeff{}\"")) {
      ValidationCase.Answer answer = ValidationCase.answer("{\"id\":\"h\",\"kind\":\"identity\",\"document\":" + document + "}", NAMES);
      assertThat(answer.badCase()).as(document).isFalse();
      assertThat(answer.json()).startsWith("{\"id\":\"h\",\"valid\":false,\"findings\":[{\"code\":\"MalformedPolicyDocument\"");
    }
  }

  @Test
  void aTooLargePolicyHasTheQuotasCode() {
    String large =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\""
            + "x".repeat(6_200) + "\"}}}}";
    assertThat(answer("{\"id\":\"l\",\"kind\":\"boundary\",\"document\":" + large + "}")).contains("\"valid\":false", "\"code\":\"LimitExceeded\"", "Cannot exceed quota for PolicySize: 6144.");
  }

  @Test
  void badCasesAreNamedByTheirId() {
    assertThat(answer("{\"id\":\"k\",\"kind\":\"group\",\"document\":{}}")).startsWith("{\"id\":\"k\",\"error\":\"`group` is no kind of policy.");
    assertThat(answer("{\"id\":\"k\",\"document\":{}}")).startsWith("{\"id\":\"k\",\"error\":\"The case needs `kind`");
    assertThat(answer("{\"id\":\"k\",\"kind\":\"scp\"}")).startsWith("{\"id\":\"k\",\"error\":\"The case needs `document`");
    assertThat(answer("{\"id\":\"k\",\"id\":\"l\"}")).startsWith("{\"id\":").contains("twice");
    for (String line : List.of("", "x", "[]", "{", "{\"id\":\"k\"", "{\"id\":\"k\"} x", "{\"id\" \"k\"}", "{id:1}", "{\"id\":\"k\",}", "{\"id\":\"\\q\"}")) {
      assertThat(ValidationCase.answer(line, NAMES).badCase()).as(line).isTrue();
    }
  }

  @Test
  void linesBrokenAtRandomAlwaysGetOneLine() {
    SplittableRandom random = new SplittableRandom(11);
    String good = "{\"id\":\"a\",\"kind\":\"identity\",\"document\":{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"ce:GetTags\"],\"Resource\":\"*\"}}}";
    String letters = "{}[]\":,\\u0d8 nulltrue*?$\ud800\u0000";
    for (int number = 0; number < 3_000; number++) {
      StringBuilder text = new StringBuilder(good);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(answer(text.toString())).startsWith("{\"id\":").endsWith("}").doesNotContain("\n");
    }
  }
}
