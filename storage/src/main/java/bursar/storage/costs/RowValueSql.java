package bursar.storage.costs;

import bursar.domain.costs.CostCategory;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Renders the values of rows as expressions that are null where a row has none, and tells which columns they read. */
final class RowValueSql {
  private static final Field<String> NOTHING = DSL.inline((String) null, SQLDataType.VARCHAR);

  private RowValueSql() {}

  static Field<String> value(GroupKey of) {
    return switch (of) {
      case GroupKey.ByDimension(Dimension dimension) -> {
        String column = CostLine.columnOf(dimension);
        yield column == null ? NOTHING : DSL.field(DSL.name(column), String.class);
      }
      case GroupKey.ByTag(String key) -> entry(CostLine.TAGS, key);
      case GroupKey.BySourceCategory(String name) -> entry(CostLine.SOURCE_CATEGORIES, name);
      case GroupKey.BySourceColumn(String name) -> sourceColumn(name);
      case GroupKey.ByCategory(CostCategory category) -> category(category);
    };
  }

  /** The columns that the value is made of. */
  static Stream<String> columns(GroupKey of) {
    return switch (of) {
      case GroupKey.ByDimension(Dimension dimension) -> Stream.ofNullable(CostLine.columnOf(dimension));
      case GroupKey.ByTag _ -> Stream.of(CostLine.TAGS);
      case GroupKey.BySourceCategory _ -> Stream.of(CostLine.SOURCE_CATEGORIES);
      case GroupKey.BySourceColumn(String name) -> Stream.of(nameOf(name));
      case GroupKey.ByCategory(CostCategory category) -> category.rules().stream().flatMap(rule -> switch (rule) {
        case CostCategory.Rule.Regular(String _, CostFilter rows) -> CostFilterSql.columns(rows);
        case CostCategory.Rule.Inherited(GroupKey from) -> columns(from);
      });
    };
  }

  private static String nameOf(String sourceColumn) {
    String carried = FocusLines.CARRIED.get(sourceColumn.toLowerCase(Locale.ROOT));
    return carried == null ? CostLine.SOURCE_PREFIX + sourceColumn : carried;
  }

  private static Field<String> sourceColumn(String name) {
    Field<Object> column = DSL.field(DSL.name(nameOf(name)));
    return FocusLines.CARRIED.containsKey(name.toLowerCase(Locale.ROOT)) ? DSL.cast(column, SQLDataType.VARCHAR) : column.coerce(String.class);
  }

  private static Field<String> entry(String map, String key) {
    return DSL.field("{0}[{1}]", String.class, DSL.field(DSL.name(map)), DSL.val(key));
  }

  /** The first rule that gives the row a value decides. */
  private static Field<String> category(CostCategory category) {
    Field<String> otherwise = category.defaultValue() == null ? NOTHING : DSL.val(category.defaultValue());
    CaseConditionStep<String> cases = null;
    for (CostCategory.Rule rule : category.rules()) {
      Condition when = switch (rule) {
        case CostCategory.Rule.Regular(String _, CostFilter rows) -> CostFilterSql.condition(rows);
        case CostCategory.Rule.Inherited(GroupKey from) -> value(from).isNotNull();
      };
      Field<String> then = switch (rule) {
        case CostCategory.Rule.Regular(String value, CostFilter _) -> DSL.val(value);
        case CostCategory.Rule.Inherited(GroupKey from) -> value(from);
      };
      cases = cases == null ? DSL.when(when, then) : cases.when(when, then);
    }
    return cases == null ? otherwise : cases.otherwise(otherwise);
  }
}
