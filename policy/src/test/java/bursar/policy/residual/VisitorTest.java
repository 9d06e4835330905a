package bursar.policy.residual;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.Segment;
import bursar.policy.residual.OpenCondition.Pattern;
import bursar.policy.residual.OpenCondition.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A stranger can write a formula down in another language from what a visitor is told. */
class VisitorTest {
  private static final AsSql SQL = new AsSql(Map.of("aws:resourcetag/team", "team", "bursar:service", "service"));
  private static final List<String> LETTERS = List.of("", "a", "b", "ab", "*", "?", "a*", "$", "{", "${", "a:b", "}");

  private static OpenCondition condition(Subject subject, String operator, String... values) {
    return new OpenCondition(subject, Objects.requireNonNull(ConditionOperator.parse(operator)), List.of(values));
  }

  private static OpenCondition team(String operator, String... values) {
    return condition(new Subject.UnknownKey("aws:resourcetag/team"), operator, values);
  }

  private static OpenCondition service(String operator, String... values) {
    return condition(new Subject.UnknownKey("bursar:service"), operator, values);
  }

  @Test
  void aWhereClauseIsWritten() {
    Residual shown =
        Residual.all(List.of(team("StringEquals", "red", "o'hara"), Residual.negation(service("StringLike", "Amazon 100%*", "Tax"))));
    assertThat(shown.accept(SQL))
        .isEqualTo("(coalesce(team IN ('o''hara', 'red'), FALSE) AND NOT coalesce(service = 'Tax' OR service LIKE 'Amazon 100!%' || '%' ESCAPE '!', FALSE))");
    assertThat(Residual.any(List.of(team("Null", "true"), service("StringEqualsIfExists", "x"))).accept(SQL))
        .isEqualTo("(team IS NULL OR (service IS NULL OR coalesce(service = 'x', FALSE)))");
    assertThat(Residual.negation(team("Null", "true")).accept(SQL)).isEqualTo("team IS NOT NULL");
    assertThat(condition(new Subject.KnownTexts(List.of("ann")), "StringEquals", "${aws:ResourceTag/Team, 'x'}").accept(SQL))
        .isEqualTo("coalesce('ann' = coalesce(team, 'x'), FALSE)");
    assertThat(team("ForAllValues:StringEquals", "x").accept(SQL)).isEqualTo("(team IS NULL OR team = '' OR coalesce(team = 'x', FALSE))");
    assertThat(Residual.TRUE.accept(SQL)).isEqualTo("TRUE");
    assertThat(Residual.FALSE.accept(SQL)).isEqualTo("FALSE");
  }

  @Test
  void segmentsReadByRegularExpressionsSayTheSameAsTheCondition() {
    SplittableRandom random = new SplittableRandom(3);
    for (int number = 0; number < 20_000; number++) {
      StringBuilder written = new StringBuilder();
      for (int count = random.nextInt(4); count > 0; count--) {
        written.append(List.of("a", "*", "?", "${*}", "${$}", "${k}", "${k, 'b'}", "b", "${", ":").get(random.nextInt(10)));
      }
      OpenCondition like = condition(new Subject.UnknownKey("x"), random.nextBoolean() ? "StringLike" : "StringEquals", written.toString());
      String value = LETTERS.get(random.nextInt(LETTERS.size()));
      List<String> variable = random.nextInt(3) == 0 ? List.of() : List.of(LETTERS.get(random.nextInt(LETTERS.size())));
      boolean fits = like.patterns().stream().anyMatch(pattern -> fits(pattern, value, variable));
      assertThat(fits)
          .as(like + " of " + value + ", variable " + variable)
          .isEqualTo(like.evaluate(key -> key.equals("x") ? List.of(value) : variable));
    }
  }

  private static boolean fits(Pattern pattern, String value, List<String> variable) {
    String expression =
        pattern.parts().getFirst().stream()
            .map(
                segment ->
                    switch (segment) {
                      case Segment.AnyRun _ -> ".*";
                      case Segment.AnyOne _ -> ".";
                      case Segment.Literal(String text) -> java.util.regex.Pattern.quote(text);
                      case Segment.KeyValue(String _, String otherwise) ->
                          variable.isEmpty() && otherwise == null ? "(?!)"
                              : java.util.regex.Pattern.quote(variable.isEmpty() ? Objects.requireNonNull(otherwise) : variable.getFirst());
                    })
            .collect(Collectors.joining());
    return value.matches("(?s)" + expression);
  }

  @Test
  void anArnPatternIsToldInItsSixParts() {
    assertThat(team("ArnLike", "arn:aws:iam::1*:role/${k}/*").patterns())
        .singleElement()
        .satisfies(
            pattern -> {
              assertThat(pattern.parts()).hasSize(6);
              assertThat(pattern.parts().get(4)).containsExactly(new Segment.Literal("1"), new Segment.AnyRun());
              assertThat(pattern.parts().get(5))
                  .containsExactly(new Segment.Literal("role/"), new Segment.KeyValue("k", null), new Segment.Literal("/"), new Segment.AnyRun());
              assertThat(pattern.literal()).isNull();
            });
  }

  @Test
  void aConditionTellsWhichKeysItNeeds() {
    assertThat(team("StringEquals", "${bursar:Service}", "x").keys()).containsExactly("aws:resourcetag/team", "bursar:service");
    assertThat(condition(new Subject.KnownTexts(List.of("ann")), "StringLike", "${bursar:Service}*").keys()).containsExactly("bursar:service");
  }

  @Test
  void numbersAndRangesAreToldAsTheyAreWritten() {
    assertThat(service("NumericLessThan", "10.5").patterns()).singleElement().extracting(Pattern::literal).isEqualTo("10.5");
    assertThat(service("IpAddress", "10.0.0.0/8").patterns()).singleElement().extracting(Pattern::literal).isEqualTo("10.0.0.0/8");
  }
}
