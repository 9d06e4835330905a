package bursar.domain.categories;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares the costs of some values of a cost category among others. Shares are whole cents; cents that remain go to the largest fractions
 * first, then in the order of the targets; what is less than a cent goes to the first target. Shares sum to what was shared exactly.
 */
public final class SplitCharges {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private SplitCharges() {}

  /**
   * What becomes of one value's costs.
   *
   * @param cost its own, before any split
   * @param given what was shared among others; 0 unless it is a source
   * @param received what it got of others
   */
  public record Share(BigDecimal cost, BigDecimal given, BigDecimal received) {
    /** What it costs after all splits. */
    public BigDecimal total() {
      return cost.subtract(given).add(received);
    }
  }

  /**
   * The costs of every value after all splits: those that have costs or receive some, in the order given, receivers without costs last.
   *
   * @param costs what each value costs; the empty value stands for rows without one
   */
  public static Map<String, Share> of(Map<String, BigDecimal> costs, List<SplitRule> rules) {
    Map<String, Share> shares = new LinkedHashMap<>();
    costs.forEach((value, cost) -> shares.put(value, new Share(cost, BigDecimal.ZERO, BigDecimal.ZERO)));
    for (SplitRule rule : rules) {
      BigDecimal shared = costs.getOrDefault(rule.source(), BigDecimal.ZERO);
      if (shared.signum() == 0) {
        continue;
      }
      shares.put(rule.source(), new Share(shared, shared, BigDecimal.ZERO));
      List<BigDecimal> parts = parts(shared, weights(rule, costs));
      for (int at = 0; at < parts.size(); at++) {
        String target = rule.targets().get(at);
        Share before = shares.getOrDefault(target, new Share(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        shares.put(target, new Share(before.cost(), before.given(), before.received().add(parts.get(at))));
      }
    }
    return shares;
  }

  /** Targets that together cost nothing, or of which some cost less than nothing, share evenly. */
  private static List<BigDecimal> weights(SplitRule rule, Map<String, BigDecimal> costs) {
    List<BigDecimal> even = rule.targets().stream().map(target -> BigDecimal.ONE).toList();
    return switch (rule.method()) {
      case EVEN -> even;
      case FIXED -> rule.percentages();
      case PROPORTIONAL -> {
        List<BigDecimal> own = rule.targets().stream().map(target -> costs.getOrDefault(target, BigDecimal.ZERO)).toList();
        boolean usable = own.stream().noneMatch(cost -> cost.signum() < 0) && own.stream().anyMatch(cost -> cost.signum() > 0);
        yield usable ? own : even;
      }
    };
  }

  private static List<BigDecimal> parts(BigDecimal shared, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> parts = new ArrayList<>();
    List<BigDecimal> fractions = new ArrayList<>();
    BigDecimal rest = shared;
    for (BigDecimal weight : weights) {
      BigDecimal exact = shared.multiply(weight).divide(sum, MathContext.DECIMAL128);
      BigDecimal cents = exact.setScale(2, RoundingMode.DOWN);
      parts.add(cents);
      fractions.add(exact.subtract(cents).abs());
      rest = rest.subtract(cents);
    }
    BigDecimal step = shared.signum() < 0 ? CENT.negate() : CENT;
    List<Integer> order = new ArrayList<>(weights.stream().map(weight -> 0).toList());
    for (int at = 0; at < order.size(); at++) {
      order.set(at, at);
    }
    order.sort(Comparator.comparing((Integer at) -> fractions.get(at)).reversed());
    for (int next = 0; rest.abs().compareTo(CENT) >= 0; next = (next + 1) % order.size()) {
      parts.set(order.get(next), parts.get(order.get(next)).add(step));
      rest = rest.subtract(step);
    }
    parts.set(0, parts.getFirst().add(rest));
    return parts;
  }
}
