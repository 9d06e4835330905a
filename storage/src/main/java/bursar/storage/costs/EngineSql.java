package bursar.storage.costs;

import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What DuckDB and Trino spell differently, or read differently through their drivers. An expression is spelled when the statement it stands in
 * is, so that those who build statements need not know for which engine.
 */
final class EngineSql {
  private static final DataType<LocalDateTime> TIME = SQLDataType.LOCALDATETIME.asConvertedDataType(new UtcTime());

  private EngineSql() {}

  /** A column of times, which are UTC whatever the time zone of this process. */
  static Field<LocalDateTime> time(String column) {
    return DSL.field(DSL.name(column), TIME);
  }

  /**
   * The time cut to a unit.
   *
   * @param unit hour, day or month
   */
  static Field<LocalDateTime> truncated(String unit, Field<LocalDateTime> time) {
    return DSL.field("date_trunc({0}, {1})", TIME, DSL.inline(unit), time);
  }

  /** The value of a key in a column of maps; null where there is none. */
  static Field<String> entry(String map, String key) {
    Field<?> column = DSL.field(DSL.name(map));
    return spelled(DSL.field("{0}[{1}]", String.class, column, DSL.val(key)), DSL.field("element_at({0}, {1})", String.class, column, DSL.val(key)));
  }

  /** The keys of a column of maps, once for each row that has them, as a table of one column. */
  static Table<?> keys(DSLContext dsl, String map, Field<String> key, Table<?> lines, Condition condition) {
    Field<?> keys = DSL.field("map_keys({0})", Object.class, DSL.field(DSL.name(map)));
    if (isTrino(dsl.dialect())) {
      return DSL.table("(SELECT u.map_key FROM ({0}) AS asked CROSS JOIN UNNEST(asked.map_keys) AS u (map_key))",
          dsl.select(keys.as("map_keys")).from(lines).where(condition)).as("keyed");
    }
    return dsl.select(DSL.field("unnest({0})", String.class, keys).as(key.getName())).from(lines).where(condition).asTable("keyed");
  }

  /** The column's value as the text that DuckDB makes of it; null where there is none. */
  static Field<String> asText(String column) {
    Field<Object> field = DSL.field(DSL.name(column));
    CostLine.Column known = CostLine.named(column);
    String type = known == null ? "VARCHAR" : known.type();
    String trino = switch (type) {
      case "VARCHAR" -> "{0}";
      case "TIMESTAMP" -> "regexp_replace(CAST({0} AS VARCHAR), '[.]?0*$')";
      case CostLine.MAP -> "'{' || array_join(transform(map_entries({0}), e -> e[1] || '=' || coalesce(e[2], 'NULL')), ', ') || '}'";
      default -> "CAST({0} AS VARCHAR)";
    };
    return spelled(DSL.cast(field, SQLDataType.VARCHAR), DSL.field(trino, String.class, field));
  }

  /** Whether the whole text fits a regular expression, in which a dot is any sign. */
  static Condition matches(Field<String> text, String expression) {
    Condition duckDb = DSL.condition(DSL.function("regexp_full_match", Boolean.class, text, DSL.val("(?s)" + expression)));
    Condition trino = DSL.condition(DSL.function("regexp_like", Boolean.class, text, DSL.val("(?s)\\A(?:" + expression + ")\\z")));
    return CustomCondition.of(context -> context.visit(isTrino(context.dialect()) ? trino : duckDb));
  }

  static Condition startsWith(Field<String> text, String part) {
    return DSL.condition(DSL.function("starts_with", Boolean.class, text, DSL.val(part)));
  }

  static Condition endsWith(Field<String> text, String part) {
    Condition duckDb = DSL.condition(DSL.function("suffix", Boolean.class, text, DSL.val(part)));
    Condition trino = text.like("%" + escaped(part), '\\');
    return CustomCondition.of(context -> context.visit(isTrino(context.dialect()) ? trino : duckDb));
  }

  static Condition contains(Field<String> text, String part) {
    Condition duckDb = DSL.condition(DSL.function("contains", Boolean.class, text, DSL.val(part)));
    Condition trino = text.like("%" + escaped(part) + "%", '\\');
    return CustomCondition.of(context -> context.visit(isTrino(context.dialect()) ? trino : duckDb));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Field<String> spelled(Field<String> duckDb, Field<String> trino) {
    return CustomField.of("spelled", SQLDataType.VARCHAR, context -> context.visit(isTrino(context.dialect()) ? trino : duckDb));
  }

  private static boolean isTrino(SQLDialect dialect) {
    return dialect.family() == SQLDialect.TRINO;
  }

  /** Reads times as they are written: {@code java.sql.Timestamp} would move those that the process's time zone leaves out in spring. */
  private static final class UtcTime implements Binding<LocalDateTime, LocalDateTime> {
    private static final long serialVersionUID = 1;
    private static final Binding<?, LocalDateTime> WRITTEN = SQLDataType.LOCALDATETIME.getBinding();

    @Override
    public Converter<LocalDateTime, LocalDateTime> converter() {
      return Converters.identity(LocalDateTime.class);
    }

    @Override
    public void sql(BindingSQLContext<LocalDateTime> context) throws SQLException {
      WRITTEN.sql(context);
    }

    @Override
    public void get(BindingGetResultSetContext<LocalDateTime> context) throws SQLException {
      context.value(context.resultSet().getObject(context.index(), LocalDateTime.class));
    }

    @Override
    public void register(BindingRegisterContext<LocalDateTime> context) {
      throw new UnsupportedOperationException("no procedure is called");
    }

    @Override
    public void set(BindingSetStatementContext<LocalDateTime> context) throws SQLException {
      WRITTEN.set(context);
    }

    @Override
    public void set(BindingSetSQLOutputContext<LocalDateTime> context) {
      throw new UnsupportedOperationException("no object is written");
    }

    @Override
    public void get(BindingGetStatementContext<LocalDateTime> context) {
      throw new UnsupportedOperationException("no procedure is called");
    }

    @Override
    public void get(BindingGetSQLInputContext<LocalDateTime> context) {
      throw new UnsupportedOperationException("no object is read");
    }
  }
}
