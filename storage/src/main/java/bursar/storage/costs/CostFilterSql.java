package bursar.storage.costs;

import bursar.domain.costs.CostFilter;
import bursar.domain.costs.ValueMatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Renders filters as conditions that are true or false, never unknown. */
final class CostFilterSql {
  private CostFilterSql() {}

  static Condition condition(CostFilter filter) {
    return switch (filter) {
      case CostFilter.And and -> and.parts().isEmpty() ? DSL.trueCondition() : DSL.and(all(and.parts()));
      case CostFilter.Or or -> or.parts().isEmpty() ? DSL.falseCondition() : DSL.or(all(or.parts()));
      case CostFilter.Not not -> DSL.not(condition(not.part()));
      case CostFilter.ValueIn in -> match(RowValueSql.value(in.of()), in.match());
    };
  }

  private static List<Condition> all(List<CostFilter> parts) {
    return parts.stream().map(CostFilterSql::condition).toList();
  }

  /** The columns that the condition of a filter needs. */
  static Stream<String> columns(CostFilter filter) {
    return switch (filter) {
      case CostFilter.And and -> and.parts().stream().flatMap(CostFilterSql::columns);
      case CostFilter.Or or -> or.parts().stream().flatMap(CostFilterSql::columns);
      case CostFilter.Not not -> columns(not.part());
      case CostFilter.ValueIn in -> RowValueSql.columns(in.of());
    };
  }

  private static Condition match(Field<String> field, ValueMatch match) {
    if (match.comparison() == ValueMatch.Comparison.ABSENT) {
      return field.isNull();
    }
    Field<String> subject = match.caseSensitive() ? field : DSL.lower(field);
    List<String> values =
        match.caseSensitive() ? match.values() : match.values().stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    Condition matched = switch (match.comparison()) {
      case EQUALS, ABSENT -> subject.in(values);
      case STARTS_WITH -> any(values, "starts_with", subject);
      case ENDS_WITH -> any(values, "suffix", subject);
      case CONTAINS -> any(values, "contains", subject);
      case AT_LEAST -> DSL.or(values.stream().map(subject::ge).toList());
      case LIKE -> DSL.or(values.stream().map(value -> subject.like(pattern(value), '\\')).toList());
    };
    return field.isNotNull().and(matched);
  }

  private static Condition any(List<String> values, String function, Field<String> subject) {
    return DSL.or(values.stream()
        .map(value -> DSL.condition(DSL.function(function, Boolean.class, subject, DSL.val(value))))
        .toList());
  }

  private static String pattern(String wildcards) {
    return wildcards.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace('*', '%').replace('?', '_');
  }
}
