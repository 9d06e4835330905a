package bursar.operations.ce;

import bursar.domain.costs.Amount;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;

/** How Cost Explorer writes amounts: plain decimal text, the currency or the usage's unit beside it. */
final class Amounts {
  private Amounts() {}

  /** The metrics that were asked for, in their order. */
  static Map<String, MetricValue> written(List<Metric> asked, Map<Metric, Amount> amounts) {
    Map<String, MetricValue> written = new LinkedHashMap<>();
    for (Metric metric : asked) {
      Amount amount = amounts.get(metric);
      if (amount == null) {
        throw new IllegalStateException("the cost store left out the metric " + metric.wireName());
      }
      written.put(metric.wireName(), MetricValue.builder().amount(text(amount.value())).unit(amount.unit()).build());
    }
    return written;
  }

  /** A number as plain decimal text without trailing zeros. */
  static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
