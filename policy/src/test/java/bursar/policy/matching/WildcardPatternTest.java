package bursar.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WildcardPatternTest {
  private static final int VALUE_LENGTH = 2_048;

  @Test
  void noPatternTakesMoreStepsThanItsLengthTimesTheValues() {
    String value = "a".repeat(VALUE_LENGTH);
    for (String pattern :
        new String[] {
          "a*a*a*a*a*b",
          "*a".repeat(100) + "b",
          "a*".repeat(1_000) + "b",
          "*" + "a".repeat(1_024) + "b*",
          "*" + "?".repeat(1_000) + "b",
          "*?".repeat(500) + "*b",
          "*".repeat(2_000) + "b",
          "a".repeat(1_000) + "*" + "a".repeat(1_000) + "b"
        }) {
      WildcardPattern compiled = WildcardPattern.of(pattern);
      assertThat(compiled.matches(value)).as(pattern).isFalse();
      assertThat(compiled.steps(value)).as(pattern).isLessThanOrEqualTo((long) pattern.length() * value.length());
    }
  }

  @Test
  void randomPatternsKeepTheLimitAndAgreeWithRegularExpressions() {
    SplittableRandom random = new SplittableRandom(3);
    for (int number = 0; number < 20_000; number++) {
      String text = random(random, "ab*?*", 8);
      String value = random(random, "aabA", 10);
      WildcardPattern pattern = WildcardPattern.of(text);
      boolean expected = Pattern.matches(text.replace("?", ".").replace("*", ".*"), value);
      assertThat(pattern.matches(value)).as(text + " on " + value).isEqualTo(expected);
      assertThat(pattern.matches("x" + value + "y", 1, 1 + value.length())).isEqualTo(expected);
      assertThat(pattern.steps(value)).isLessThanOrEqualTo((text.length() + 1L) * (value.length() + 1L));
      boolean expectedIgnoringCase =
          Pattern.compile(text.replace("?", ".").replace("*", ".*"), Pattern.CASE_INSENSITIVE).matcher(value).matches();
      assertThat(WildcardPattern.ignoringCase(text).matches(value)).isEqualTo(expectedIgnoringCase);
    }
  }

  private static String random(SplittableRandom random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void aQuestionMarkIsOneCharacterHoweverItIsStored() {
    assertThat(WildcardPattern.of("?").matches("\uD83D\uDE00")).isTrue();
    assertThat(WildcardPattern.of("??").matches("\uD83D\uDE00")).isFalse();
    assertThat(WildcardPattern.of("*??").matches("\uD83D\uDE00")).isFalse();
    assertThat(WildcardPattern.of("?").matches("\uD83D")).isTrue();
  }

  @Test
  void charactersAtTheEndOfTheAlphabetAreOrdinary() {
    assertThat(WildcardPattern.of("\uFFFF\uFFFE").matches("\uFFFF\uFFFE")).isTrue();
    assertThat(WildcardPattern.of("\uFFFF").matches("a")).isFalse();
    assertThat(WildcardPattern.of("\u0000*").matches("\u0000a")).isTrue();
  }

  @Test
  void onlyAsciiLettersLoseTheirCaseInActions() {
    assertThat(WildcardPattern.ignoringCase("iam:kick").matches("iam:\u212Aick")).isFalse();
    assertThat(WildcardPattern.ignoringCase("IAM:KICK").matches("iam:kick")).isTrue();
  }
}
