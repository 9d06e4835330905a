package bursar.domain.categories;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitChargesTest {
  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  private static Map<String, BigDecimal> costs(String shared, String a, String b, String c) {
    Map<String, BigDecimal> costs = new LinkedHashMap<>();
    costs.put("shared", amount(shared));
    costs.put("a", amount(a));
    costs.put("b", amount(b));
    costs.put("c", amount(c));
    return costs;
  }

  private static List<BigDecimal> received(Map<String, SplitCharges.Share> shares) {
    return List.of(shares.get("a").received(), shares.get("b").received(), shares.get("c").received());
  }

  @Test
  void remainingCentsGoToTheLargestFractionsAndThenInOrder() {
    Map<String, SplitCharges.Share> even =
        SplitCharges.of(costs("100.01", "1", "1", "1"), List.of(new SplitRule("shared", List.of("a", "b", "c"), SplitRule.Method.EVEN, List.of())));
    assertThat(received(even)).containsExactly(amount("33.34"), amount("33.34"), amount("33.33"));
    assertThat(even.get("shared").total()).isEqualByComparingTo("0");
    Map<String, SplitCharges.Share> fixed = SplitCharges.of(costs("10.005", "0", "0", "0"),
        List.of(new SplitRule("shared", List.of("a", "b", "c"), SplitRule.Method.FIXED, List.of(amount("50"), amount("25"), amount("25")))));
    assertThat(received(fixed)).containsExactly(amount("5.005"), amount("2.50"), amount("2.50"));
    Map<String, SplitCharges.Share> proportional = SplitCharges.of(costs("60", "1", "2", "3"),
        List.of(new SplitRule("shared", List.of("a", "b", "c"), SplitRule.Method.PROPORTIONAL, List.of())));
    assertThat(received(proportional)).containsExactly(amount("10.00"), amount("20.00"), amount("30.00"));
  }

  @Test
  void sharesAlwaysSumToWhatWasSharedExactly() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      BigDecimal shared = BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000L), random.nextInt(0, 9));
      Map<String, BigDecimal> costs = costs(shared.toPlainString(), "" + random.nextInt(50), "" + random.nextInt(50), "" + random.nextInt(-3, 50));
      SplitRule.Method method = random.nextBoolean() ? SplitRule.Method.EVEN : SplitRule.Method.PROPORTIONAL;
      var shares = SplitCharges.of(costs, List.of(new SplitRule("shared", List.of("a", "b", "c"), method, List.of())));
      BigDecimal before = costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(shares.values().stream().map(SplitCharges.Share::total).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(before);
      assertThat(shares.get("shared").total()).isEqualByComparingTo("0");
    }
  }
}
