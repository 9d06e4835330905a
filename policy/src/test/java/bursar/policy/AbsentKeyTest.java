package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.policy.matching.Comparison;
import bursar.policy.matching.ConditionOperator;
import bursar.policy.matching.ConditionTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every operator says of a key that the request does not carry. */
class AbsentKeyTest {
  private static final List<String> NEGATED =
      List.of("StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike", "NumericNotEquals", "DateNotEquals", "NotIpAddress",
          "ArnNotEquals", "ArnNotLike");

  @TestFactory
  List<DynamicTest> theTruthTableHoldsForEveryOperator() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Comparison comparison : Comparison.values()) {
      if (comparison == Comparison.NULL) {
        continue;
      }
      String name = comparison.awsName();
      expect(tests, name, NEGATED.contains(name));
      expect(tests, name + "IfExists", true);
      expect(tests, "ForAllValues:" + name, true);
      expect(tests, "ForAllValues:" + name + "IfExists", true);
      expect(tests, "ForAnyValue:" + name, false);
      expect(tests, "ForAnyValue:" + name + "IfExists", true);
    }
    assertThat(tests).hasSize(26 * 6);
    return tests;
  }

  private static void expect(List<DynamicTest> tests, String operator, boolean expected) {
    tests.add(DynamicTest.dynamicTest(operator + " is " + expected, () -> assertThat(holds(operator, "1")).isEqualTo(expected)));
  }

  private static boolean holds(String operator, String value) {
    return ConditionTest.of(ConditionOperator.parse(operator), "x:key", List.of(value), true).holds(RequestContext.empty());
  }

  @Test
  void nullTrueHoldsAndNullFalseDoesNot() {
    assertThat(holds("Null", "true")).isTrue();
    assertThat(holds("Null", "false")).isFalse();
    assertThat(holds("Null", "perhaps")).isFalse();
  }

  @Test
  void nullTakesNoIfExists() {
    assertThat(ConditionOperator.parse("NullIfExists")).isNull();
  }

  @Test
  void thereAreTwentySevenOperatorsAndEachIsReadInAnyCase() {
    assertThat(Comparison.values()).hasSize(27);
    for (Comparison comparison : Comparison.values()) {
      assertThat(ConditionOperator.parse(comparison.awsName().toUpperCase(java.util.Locale.ROOT)).awsName())
          .isEqualTo(comparison.awsName());
    }
    assertThat(ConditionOperator.parse("StringMatches")).isNull();
    assertThat(ConditionOperator.parse("ForAllValues:")).isNull();
    assertThat(ConditionOperator.parse("IfExists")).isNull();
    assertThat(ConditionOperator.parse("")).isNull();
  }
}
