package bursar.operations.gate;

import bursar.domain.costs.Metric;
import bursar.domain.costs.RowFacts;
import bursar.domain.costs.RowKeys;
import bursar.domain.costs.RowRules;
import bursar.operations.declaration.Need;
import bursar.policy.RequestContext;
import bursar.policy.residual.Residual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which rows of costs the policies of a caller let it see through one call, and for which metrics. */
final class RowAccess {
  private final Caller caller;
  private final AccessFacts facts;
  private final Need need;
  private final String resource;
  private final RequestContext context;
  private @Nullable Residual withMetric;

  RowAccess(Caller caller, AccessFacts facts, Need need, String resource, RequestContext context) {
    this.caller = caller;
    this.facts = facts;
    this.need = need;
    this.resource = resource;
    this.context = context;
  }

  /** The formula over the keys of rows and the metric; always true for the root user. False when no row may be seen by any metric. */
  Residual formula() {
    Residual known = withMetric;
    if (known == null) {
      known = caller.isRoot() ? Residual.TRUE
          : Vocabularies.rows(facts.policies(), need, facts.actionSet(), caller, resource, context, RowKeys.UNKNOWN_WITH_METRIC);
      withMetric = known;
    }
    return known;
  }

  /**
   * The rules that the cost store keeps.
   *
   * @param rowFacts asked only when a key needs them
   */
  RowRules rules(Supplier<RowFacts> rowFacts) {
    Residual formula = formula();
    if (formula.equals(Residual.TRUE)) {
      return RowRules.EVERY_ROW;
    }
    RowFacts known = formula.keys().isEmpty() ? RowFacts.NONE : rowFacts.get();
    if (!formula.keys().contains(RowKeys.METRIC.toLowerCase(Locale.ROOT))) {
      return new RowRules(metric -> formula, known);
    }
    return new RowRules(metric -> metric == null ? Residual.any(Arrays.stream(Metric.values()).map(this::of).toList()) : of(metric), known);
  }

  private Residual of(Metric metric) {
    RequestContext.Builder keys = RequestContext.builder();
    context.asMap().forEach(keys::put);
    keys.put(RowKeys.METRIC, List.of(metric.wireName()));
    return Vocabularies.rows(facts.policies(), need, facts.actionSet(), caller, resource, keys.build(), RowKeys.UNKNOWN);
  }

  /** Whether a question about one row tells its keys itself, so that nothing of it is unknown. */
  static boolean tellsRow(Map<String, List<String>> told) {
    return told.keySet().stream().map(key -> key.toLowerCase(Locale.ROOT)).anyMatch(RowKeys.UNKNOWN_WITH_METRIC::contains);
  }
}
