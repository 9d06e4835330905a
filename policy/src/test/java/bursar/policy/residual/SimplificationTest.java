package bursar.policy.residual;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.RequestContext;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.residual.OpenCondition.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Simplification keeps the meaning, never grows, and always writes a formula alike. */
class SimplificationTest {
  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final List<List<String>> VALUES = List.of(List.of(), List.of("1"), List.of("2"), List.of(""), List.of("1", "3"));
  private static final List<RequestContext> WORLD = world();

  private static List<RequestContext> world() {
    List<RequestContext> world = new ArrayList<>();
    for (List<String> a : VALUES) {
      for (List<String> b : VALUES) {
        for (List<String> c : VALUES) {
          world.add(RequestContext.builder().put("a", a).put("b", b).put("c", c).build());
        }
      }
    }
    return world;
  }

  private static OpenCondition condition(String key, String operator, String... values) {
    return new OpenCondition(new Subject.UnknownKey(key), Objects.requireNonNull(ConditionOperator.parse(operator)), List.of(values));
  }

  private static final OpenCondition A = condition("a", "StringEquals", "1");
  private static final OpenCondition B = condition("b", "StringEquals", "1");
  private static final OpenCondition C = condition("c", "StringEquals", "1");

  private static Residual and(Residual... parts) {
    return Residual.all(List.of(parts));
  }

  private static Residual or(Residual... parts) {
    return Residual.any(List.of(parts));
  }

  private static Residual not(Residual formula) {
    return Residual.negation(formula);
  }

  @Test
  void constantsVanish() {
    assertThat(and(A, Residual.TRUE)).isEqualTo(A);
    assertThat(and(A, Residual.FALSE)).isEqualTo(Residual.FALSE);
    assertThat(or(A, Residual.FALSE)).isEqualTo(A);
    assertThat(or(A, Residual.TRUE)).isEqualTo(Residual.TRUE);
    assertThat(and()).isEqualTo(Residual.TRUE);
    assertThat(or()).isEqualTo(Residual.FALSE);
  }

  @Test
  void whatIsSaidTwiceIsSaidOnce() {
    assertThat(and(A, A)).isEqualTo(A);
    assertThat(or(and(A, B), and(B, A))).isEqualTo(and(A, B));
  }

  @Test
  void aFormulaAndItsOppositeSettleEachOther() {
    assertThat(and(A, not(A))).isEqualTo(Residual.FALSE);
    assertThat(or(A, not(A))).isEqualTo(Residual.TRUE);
    assertThat(and(A, or(not(A), B))).isEqualTo(and(A, B));
    assertThat(or(A, and(not(A), B))).isEqualTo(or(A, B));
    assertThat(not(not(or(A, and(B, C))))).isEqualTo(or(A, and(B, C)));
  }

  @Test
  void theWeakerIsAbsorbed() {
    assertThat(or(A, and(A, B))).isEqualTo(A);
    assertThat(and(A, or(A, B))).isEqualTo(A);
    assertThat(or(and(A, B), and(A, B, C))).isEqualTo(and(A, B));
  }

  @Test
  void whatAllAlternativesAskIsAskedOnce() {
    assertThat(or(and(A, B), and(A, C))).isEqualTo(and(A, or(B, C)));
  }

  @Test
  void orderAndNestingDoNotMatter() {
    assertThat(and(C, and(B, A))).isEqualTo(and(A, B, C));
    assertThat(or(or(C, A), B)).isEqualTo(or(A, B, C)).hasToString("a StringEquals \"1\" or b StringEquals \"1\" or c StringEquals \"1\"");
  }

  @Test
  void valuesOfOneKeyAreGathered() {
    assertThat(or(A, condition("a", "StringEquals", "2"))).isEqualTo(condition("a", "StringEquals", "1", "2"));
    assertThat(and(not(A), not(condition("a", "StringEquals", "2")))).isEqualTo(not(condition("a", "StringEquals", "1", "2")));
    assertThat(and(A, condition("a", "StringEquals", "1", "2"))).isEqualTo(A);
    assertThat(and(A, condition("a", "StringEquals", "2"))).as("a key may have both values").isInstanceOf(Residual.And.class);
  }

  @Test
  void presenceFollowsFromAMatchingValue() {
    OpenCondition absent = condition("a", "Null", "true");
    assertThat(and(A, not(absent))).isEqualTo(A);
    assertThat(and(A, absent)).isEqualTo(Residual.FALSE);
    assertThat(or(absent, condition("a", "StringEqualsIfExists", "1"))).isEqualTo(condition("a", "StringEqualsIfExists", "1"));
    assertThat(or(A, condition("a", "StringEqualsIfExists", "1"))).isEqualTo(condition("a", "StringEqualsIfExists", "1"));
  }

  @Test
  void noFormulaOfASmallWorldChangesItsMeaningOrGrows() {
    SplittableRandom random = new SplittableRandom(5);
    for (int number = 0; number < 4_000; number++) {
      Plain plain = plain(random, 4);
      Residual simple = plain.simplified();
      assertThat(simple.size()).isLessThanOrEqualTo(plain.size());
      assertThat(Residual.negation(simple).size()).isEqualTo(simple.size());
      for (RequestContext values : WORLD) {
        if (simple.evaluate(values) != plain.isTrue(values)) {
          assertThat(simple.evaluate(values)).as(plain + " became " + simple + ", at " + values).isEqualTo(plain.isTrue(values));
        }
        assertThat(Residual.negation(simple).evaluate(values)).isNotEqualTo(simple.evaluate(values));
      }
    }
  }

  /** A formula as drawn, with its meaning worked out the plain way. */
  private record Plain(String kind, List<Plain> parts, OpenCondition condition) {
    boolean isTrue(RequestContext values) {
      return switch (kind) {
        case "and" -> parts.stream().allMatch(part -> part.isTrue(values));
        case "or" -> parts.stream().anyMatch(part -> part.isTrue(values));
        case "not" -> !parts.getFirst().isTrue(values);
        default -> condition.holds(values);
      };
    }

    int size() {
      return kind.isEmpty() ? 1 : parts.stream().mapToInt(Plain::size).sum();
    }

    Residual simplified() {
      List<Residual> simple = parts.stream().map(Plain::simplified).toList();
      return switch (kind) {
        case "and" -> Residual.all(simple);
        case "or" -> Residual.any(simple);
        case "not" -> Residual.negation(simple.getFirst());
        default -> condition;
      };
    }
  }

  private static Plain plain(SplittableRandom random, int depth) {
    int choice = depth == 0 ? 9 : random.nextInt(8);
    if (choice >= 6) {
      return new Plain("", List.of(), anyCondition(random));
    }
    List<Plain> parts = new ArrayList<>();
    for (int count = choice == 5 ? 1 : random.nextInt(4); count > 0; count--) {
      parts.add(plain(random, depth - 1));
    }
    return new Plain(choice == 5 ? "not" : choice % 2 == 0 ? "and" : "or", parts, A);
  }

  private static OpenCondition anyCondition(SplittableRandom random) {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    String other = "${" + KEYS.get(random.nextInt(KEYS.size())) + "}";
    String[] values = random.nextInt(6) == 0 ? new String[] {other} : random.nextBoolean() ? new String[] {"1"} : new String[] {"2", "1"};
    String operator =
        List.of("StringEquals", "StringEquals", "StringEqualsIfExists", "ForAllValues:StringEquals", "ForAllValues:StringNotEquals",
                "ForAnyValue:StringNotEquals", "ForAnyValue:StringNotEqualsIfExists", "Null")
            .get(random.nextInt(8));
    if (random.nextInt(8) == 0) {
      return new OpenCondition(new Subject.KnownTexts(List.of("1")), Objects.requireNonNull(ConditionOperator.parse("StringEquals")), List.of(other));
    }
    return operator.equals("Null") ? condition(key, "Null", "true") : condition(key, operator, values);
  }
}
