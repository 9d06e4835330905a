package bursar.domain.costs;

import bursar.policy.residual.Residual;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the policies of a caller say of each row, as formulas over the keys of {@link RowKeys}. The formulas have two values: a key that a
 * row lacks is absent, never unknown.
 */
public final class RowRules {
  /** Every row, for every metric. */
  public static final RowRules EVERY_ROW = new RowRules(metric -> Residual.TRUE, RowFacts.NONE);

  private final Function<@Nullable Metric, Residual> formulas;
  private final RowFacts facts;
  private final Map<Metric, Residual> known = new EnumMap<>(Metric.class);
  private @Nullable Residual ofRows;

  /**
   * The rules.
   *
   * @param formulas the rows that may be seen when a metric is summed, and, for null, when nothing is
   */
  public RowRules(Function<@Nullable Metric, Residual> formulas, RowFacts facts) {
    this.formulas = formulas;
    this.facts = facts;
  }

  /** The same, but for these metrics, which may be summed over no row. */
  public RowRules without(Set<Metric> hidden) {
    return new RowRules(metric -> metric == null ? Residual.any(Arrays.stream(Metric.values()).filter(one -> !hidden.contains(one))
        .map(this::rowsFor).toList()) : hidden.contains(metric) ? Residual.FALSE : rowsFor(metric), facts);
  }

  /** The rows of which more than sums may be seen: that they exist, and their values. */
  public synchronized Residual rows() {
    Residual formula = ofRows;
    if (formula == null) {
      formula = formulas.apply(null);
      ofRows = formula;
    }
    return formula;
  }

  /** The rows that count in sums of the metric. */
  public synchronized Residual rowsFor(Metric metric) {
    return known.computeIfAbsent(metric, formulas::apply);
  }

  /** Whether policies ask nothing of rows. */
  public boolean letEveryRowBeSeen() {
    return this == EVERY_ROW;
  }

  /** What the keys of the formulas need to be known. */
  public RowFacts facts() {
    return facts;
  }
}
