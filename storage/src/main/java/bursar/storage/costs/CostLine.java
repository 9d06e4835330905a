package bursar.storage.costs;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a line of cost as it is kept: the same for every source, with the metrics already derived.
 *
 * <p>A missing text is null, never empty; a missing amount is 0. Times are UTC.
 */
final class CostLine {
  /** Money and quantities: 23 digits before the point, 15 after it. */
  static final String DECIMAL = "DECIMAL(38,15)";

  static final String START = "usage_start";
  static final String END = "usage_end";
  static final String BILLING_MONTH = "billing_month";
  static final String CURRENCY = "currency";
  static final String UNIT = "unit";
  static final String INVOICE = "invoice_id";
  static final String TAGS = "tags";
  static final String SOURCE_CATEGORIES = "source_categories";
  static final String MAP = "MAP(VARCHAR, VARCHAR)";
  private static final String TEXT = "VARCHAR";

  /** The table's name in every file. */
  static final String TABLE = "line";

  /** How the names of the columns begin that are kept as the source writes them, all of them texts. */
  static final String SOURCE_PREFIX = "source:";

  /**
   * A column and its type.
   *
   * @param name its name
   * @param type its type in DuckDB
   */
  record Column(String name, String type) {
    /** What stands for the column where a month's file leaves it out, because no row has anything in it. */
    String nothing() {
      return type.equals(DECIMAL) ? "CAST(0 AS " + DECIMAL + ")" : type.equals(MAP) ? "CAST(map([], []) AS " + MAP + ")" : "CAST(NULL AS " + type + ")";
    }
  }

  /** All columns in their order. A month's file leaves out those in which no row has anything. */
  static final List<Column> COLUMNS = columns();

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(
        new Column(START, "TIMESTAMP"), new Column(END, "TIMESTAMP"), new Column(BILLING_MONTH, "DATE"), new Column(CURRENCY, TEXT)));
    for (Dimension dimension : Dimension.values()) {
      String name = columnOf(dimension);
      if (name != null && columns.stream().noneMatch(column -> column.name().equals(name))) {
        columns.add(new Column(name, TEXT));
      }
    }
    columns.add(new Column(INVOICE, TEXT));
    columns.add(new Column(UNIT, TEXT));
    for (Metric metric : Metric.values()) {
      columns.add(new Column(columnOf(metric), DECIMAL));
    }
    columns.add(new Column(TAGS, MAP));
    columns.add(new Column(SOURCE_CATEGORIES, MAP));
    return List.copyOf(columns);
  }

  /** The names and types of all columns with what stands where a source has nothing, for a statement. */
  static final String DECLARATION = COLUMNS.stream()
      .map(column -> column.name() + " " + column.type() + " DEFAULT " + column.nothing()).collect(Collectors.joining(", "));

  private CostLine() {}

  /** The column of that name among those of every source; null for a column kept as the source writes it. */
  static @Nullable Column named(String name) {
    return COLUMNS.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }

  static String columnOf(Metric metric) {
    return metric.name().toLowerCase(Locale.ROOT);
  }

  /** The column of a dimension; null for one that no row ever has. */
  static @Nullable String columnOf(Dimension dimension) {
    return switch (dimension) {
      case AGREEMENT_END_DATE_TIME_AFTER, AGREEMENT_END_DATE_TIME_BEFORE -> "agreement_end";
      case ANOMALY_TOTAL_IMPACT_ABSOLUTE, ANOMALY_TOTAL_IMPACT_PERCENTAGE, RIGHTSIZING_TYPE -> null;
      case LEGAL_ENTITY_NAME -> "legal_entity";
      case RESERVATION_ID -> "reservation_arn";
      case AZ, BILLING_ENTITY, CACHE_ENGINE, CURRENCY, DATABASE_ENGINE, DEPLOYMENT_OPTION, INSTANCE_TYPE, INSTANCE_TYPE_FAMILY, INVOICING_ENTITY,
          LINKED_ACCOUNT, LINKED_ACCOUNT_NAME, OPERATING_SYSTEM, OPERATION, PAYER_ACCOUNT, PAYMENT_OPTION, PLATFORM, PROVIDER, PURCHASE_TYPE,
          RECORD_TYPE, REGION, RESOURCE_ID, SAVINGS_PLANS_TYPE, SAVINGS_PLAN_ARN, SCOPE, SERVICE, SERVICE_CODE, SUBSCRIPTION_ID, TENANCY,
          USAGE_TYPE, USAGE_TYPE_GROUP -> dimension.name().toLowerCase(Locale.ROOT);
    };
  }
}
