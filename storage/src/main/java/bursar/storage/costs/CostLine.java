package bursar.storage.costs;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of a line of cost as it is kept: the same for every source, with the metrics already derived.
 *
 * <p>A missing text is null, never empty; a missing amount is 0. Times are UTC.
 */
final class CostLine {
  /** Money and quantities: 23 digits before the point, 15 after it. */
  static final String DECIMAL = "DECIMAL(38,15)";

  static final String START = "usage_start";
  static final String CURRENCY = "currency";
  static final String UNIT = "unit";
  static final String TAGS = "tags";
  static final String TAGS_TYPE = "MAP(VARCHAR, VARCHAR)";

  /** The table's name in every file. */
  static final String TABLE = "line";

  /** A column and its type. */
  record Column(String name, String type) {}

  /** All columns in their order. */
  static final List<Column> COLUMNS = List.of(
      new Column(START, "TIMESTAMP"),
      new Column(CURRENCY, "VARCHAR"),
      new Column("provider", "VARCHAR"),
      new Column("payer_account", "VARCHAR"),
      new Column("linked_account", "VARCHAR"),
      new Column("linked_account_name", "VARCHAR"),
      new Column("service", "VARCHAR"),
      new Column("service_code", "VARCHAR"),
      new Column("region", "VARCHAR"),
      new Column("az", "VARCHAR"),
      new Column("usage_type", "VARCHAR"),
      new Column("operation", "VARCHAR"),
      new Column("record_type", "VARCHAR"),
      new Column("purchase_type", "VARCHAR"),
      new Column("resource_id", "VARCHAR"),
      new Column("instance_type", "VARCHAR"),
      new Column("instance_type_family", "VARCHAR"),
      new Column("operating_system", "VARCHAR"),
      new Column("tenancy", "VARCHAR"),
      new Column("database_engine", "VARCHAR"),
      new Column("deployment_option", "VARCHAR"),
      new Column("billing_entity", "VARCHAR"),
      new Column("invoicing_entity", "VARCHAR"),
      new Column("legal_entity", "VARCHAR"),
      new Column("reservation_arn", "VARCHAR"),
      new Column("savings_plan_arn", "VARCHAR"),
      new Column("invoice_id", "VARCHAR"),
      new Column(UNIT, "VARCHAR"),
      new Column("unblended_cost", DECIMAL),
      new Column("net_unblended_cost", DECIMAL),
      new Column("blended_cost", DECIMAL),
      new Column("amortized_cost", DECIMAL),
      new Column("net_amortized_cost", DECIMAL),
      new Column("usage_quantity", DECIMAL),
      new Column("normalized_usage_amount", DECIMAL),
      new Column(TAGS, TAGS_TYPE));

  /** The names of all columns, for a statement. */
  static final String NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));

  /** The names and types of all columns, for a statement. */
  static final String DECLARATION = COLUMNS.stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", "));

  private CostLine() {}

  static String columnOf(Metric metric) {
    return switch (metric) {
      case UNBLENDED_COST -> "unblended_cost";
      case NET_UNBLENDED_COST -> "net_unblended_cost";
      case BLENDED_COST -> "blended_cost";
      case AMORTIZED_COST -> "amortized_cost";
      case NET_AMORTIZED_COST -> "net_amortized_cost";
      case USAGE_QUANTITY -> "usage_quantity";
      case NORMALIZED_USAGE_AMOUNT -> "normalized_usage_amount";
    };
  }

  static String columnOf(Dimension dimension) {
    return switch (dimension) {
      case AZ -> "az";
      case BILLING_ENTITY -> "billing_entity";
      case CURRENCY -> CURRENCY;
      case DATABASE_ENGINE -> "database_engine";
      case DEPLOYMENT_OPTION -> "deployment_option";
      case INSTANCE_TYPE -> "instance_type";
      case INSTANCE_TYPE_FAMILY -> "instance_type_family";
      case INVOICING_ENTITY -> "invoicing_entity";
      case LEGAL_ENTITY_NAME -> "legal_entity";
      case LINKED_ACCOUNT -> "linked_account";
      case LINKED_ACCOUNT_NAME -> "linked_account_name";
      case OPERATING_SYSTEM -> "operating_system";
      case OPERATION -> "operation";
      case PROVIDER -> "provider";
      case PURCHASE_TYPE -> "purchase_type";
      case RECORD_TYPE -> "record_type";
      case REGION -> "region";
      case RESERVATION_ID -> "reservation_arn";
      case RESOURCE_ID -> "resource_id";
      case SAVINGS_PLAN_ARN -> "savings_plan_arn";
      case SERVICE -> "service";
      case SERVICE_CODE -> "service_code";
      case TENANCY -> "tenancy";
      case USAGE_TYPE -> "usage_type";
    };
  }
}
