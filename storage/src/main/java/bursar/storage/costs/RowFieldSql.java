package bursar.storage.costs;

import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowsQuery;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Renders what is wanted of single rows, and reads it from them. */
final class RowFieldSql {
  private RowFieldSql() {}

  /** The columns that the field is made of. */
  static Stream<String> columns(RowsQuery.Field field) {
    return switch (field) {
      case RowsQuery.Field.Value(GroupKey of) -> RowValueSql.columns(of);
      case RowsQuery.Field.Sum(Metric of) -> Stream.of(CostLine.columnOf(of));
      case RowsQuery.Field.Start _, RowsQuery.Field.End _, RowsQuery.Field.BillingMonth _, RowsQuery.Field.Unit _, RowsQuery.Field.Invoice _,
          RowsQuery.Field.Tags _, RowsQuery.Field.SourceCategories _ -> Stream.of(column(field));
    };
  }

  private static String column(RowsQuery.Field field) {
    return switch (field) {
      case RowsQuery.Field.Start _ -> CostLine.START;
      case RowsQuery.Field.End _ -> CostLine.END;
      case RowsQuery.Field.BillingMonth _ -> CostLine.BILLING_MONTH;
      case RowsQuery.Field.Unit _ -> CostLine.UNIT;
      case RowsQuery.Field.Invoice _ -> CostLine.INVOICE;
      case RowsQuery.Field.Tags _ -> CostLine.TAGS;
      case RowsQuery.Field.SourceCategories _ -> CostLine.SOURCE_CATEGORIES;
      case RowsQuery.Field.Value _, RowsQuery.Field.Sum _ -> throw new IllegalArgumentException(field + " is no single column");
    };
  }

  /**
   * The field as an expression.
   *
   * @param amount what a line counts for a metric
   */
  static Field<?> field(RowsQuery.Field field, Function<Metric, Field<BigDecimal>> amount) {
    return switch (field) {
      case RowsQuery.Field.Value(GroupKey of) -> RowValueSql.value(of);
      case RowsQuery.Field.Sum(Metric of) -> amount.apply(of);
      case RowsQuery.Field.Start _, RowsQuery.Field.End _, RowsQuery.Field.BillingMonth _, RowsQuery.Field.Unit _, RowsQuery.Field.Invoice _,
          RowsQuery.Field.Tags _, RowsQuery.Field.SourceCategories _ -> DSL.field(DSL.name(column(field)));
    };
  }

  /** The fields of a row, in their order. */
  static List<@Nullable Object> values(List<RowsQuery.Field> fields, Record row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      Object value = row.get(at);
      values.add(value == null ? null : switch (fields.get(at)) {
        case RowsQuery.Field.Start _, RowsQuery.Field.End _ -> row.get(at, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        case RowsQuery.Field.BillingMonth _ -> YearMonth.from(value instanceof Date date ? date.toLocalDate() : (LocalDate) value);
        case RowsQuery.Field.Tags _, RowsQuery.Field.SourceCategories _ -> texts((Map<?, ?>) value);
        case RowsQuery.Field.Value _, RowsQuery.Field.Sum _, RowsQuery.Field.Unit _, RowsQuery.Field.Invoice _ -> value;
      });
    }
    return values;
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    return texts;
  }
}
