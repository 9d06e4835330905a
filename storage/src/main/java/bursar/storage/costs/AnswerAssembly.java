package bursar.storage.costs;

import bursar.domain.costs.Amount;
import bursar.domain.costs.CostAnswer;
import bursar.domain.costs.CostQuery;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an answer of summed rows: every period of the calendar, groups in the order of their keys, totals.
 *
 * @param currencyOfNothing the unit of money where there is no row
 */
record AnswerAssembly(CostQuery query, PeriodCalendar calendar, String currencyOfNothing) {
  CostAnswer answer(List<SummedRow> rows) {
    String currency = rows.isEmpty() ? currencyOfNothing : rows.getFirst().currencies().first();
    Map<Instant, List<SummedRow>> byPeriod = new HashMap<>();
    rows.forEach(row -> byPeriod.computeIfAbsent(row.periodStart(), absent -> new ArrayList<>()).add(row));
    List<CostAnswer.Period> periods = new ArrayList<>();
    calendar.spans().forEach((start, span) -> {
      List<SummedRow> ofPeriod = byPeriod.getOrDefault(start, List.of());
      List<CostAnswer.Group> groups = query.groupBy().isEmpty() ? List.of()
          : ofPeriod.stream().sorted(AnswerAssembly::byKeys).map(row -> new CostAnswer.Group(row.keys(), amounts(List.of(row), currency))).toList();
      periods.add(new CostAnswer.Period(span, amounts(ofPeriod, currency), groups));
    });
    return new CostAnswer(periods);
  }

  private Map<Metric, Amount> amounts(List<SummedRow> rows, String currency) {
    List<String> units = rows.stream().map(SummedRow::usageUnit).distinct().toList();
    Map<Metric, Amount> amounts = new EnumMap<>(Metric.class);
    for (int at = 0; at < query.metrics().size(); at++) {
      Metric metric = query.metrics().get(at);
      int index = at;
      BigDecimal sum = rows.stream().map(row -> row.sums().get(index)).reduce(BigDecimal.ZERO, BigDecimal::add);
      amounts.put(metric, new Amount(sum, metric.isMoney() ? currency : units.size() == 1 ? units.getFirst() : Amount.MIXED));
    }
    return amounts;
  }

  private static int byKeys(SummedRow one, SummedRow other) {
    for (int at = 0; at < one.keys().size(); at++) {
      int order = Comparator.<String>naturalOrder().compare(one.keys().get(at), other.keys().get(at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
