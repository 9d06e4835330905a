package bursar.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueMatchTest {
  @Test
  void withoutOptionsAValueMustBeEqualInCase() {
    ValueMatch match = ValueMatch.of(List.of("a", "b"), Set.of());
    assertThat(match).isEqualTo(ValueMatch.in("a", "b"));
    assertThat(match.matches("b")).isTrue();
    assertThat(match.matches("B")).isFalse();
    assertThat(match.matches(null)).isFalse();
  }

  @Test
  void onlyAbsentMatchesAMissingValue() {
    for (ValueMatch.Comparison comparison : ValueMatch.Comparison.values()) {
      List<String> values = comparison == ValueMatch.Comparison.ABSENT ? List.of() : List.of("");
      assertThat(new ValueMatch(comparison, true, values).matches(null)).isEqualTo(comparison == ValueMatch.Comparison.ABSENT);
    }
  }

  @Test
  void everyComparisonMeansWhatItSays() {
    assertThat(ValueMatch.of(List.of("PRO"), Set.of("STARTS_WITH", "CASE_INSENSITIVE")).matches("production")).isTrue();
    assertThat(ValueMatch.of(List.of("tion"), Set.of("ENDS_WITH")).matches("production")).isTrue();
    assertThat(ValueMatch.of(List.of("duct"), Set.of("CONTAINS")).matches("production")).isTrue();
    assertThat(ValueMatch.of(List.of("duct"), Set.of("STARTS_WITH")).matches("production")).isFalse();
    assertThat(ValueMatch.of(List.of(), Set.of("ABSENT")).matches("")).isFalse();
  }

  @Test
  void wildcardsMatchAnyTextAndAnySign() {
    assertThat(like("pro*n").matches("production")).isTrue();
    assertThat(like("*o*u*n").matches("production")).isTrue();
    assertThat(like("p?oduction").matches("production")).isTrue();
    assertThat(like("*").matches("")).isTrue();
    assertThat(like("?").matches("")).isFalse();
    assertThat(like("*x").matches("production")).isFalse();
    assertThat(like("prod%").matches("production")).isFalse();
  }

  private static ValueMatch like(String pattern) {
    return new ValueMatch(ValueMatch.Comparison.LIKE, true, List.of(pattern));
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> ValueMatch.of(List.of("a"), Set.of("EQUALS", "CONTAINS"))).isInstanceOf(Failure.class).hasMessageContaining("exclude");
    assertThatThrownBy(() -> ValueMatch.of(List.of("a"), Set.of("CASE_SENSITIVE", "CASE_INSENSITIVE"))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> ValueMatch.of(List.of("a"), Set.of("GREATER_THAN"))).isInstanceOf(Failure.class).hasMessageContaining("GREATER_THAN");
    assertThatThrownBy(() -> ValueMatch.of(List.of("a"), Set.of("ABSENT"))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> ValueMatch.of(List.of(), Set.of())).isInstanceOf(Failure.class).hasMessageContaining("at least one value");
  }
}
