package bursar.storage.costs;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of AWS's Cost and Usage Report, legacy (CSV, Athena Parquet, Hive text) and 2.0 (AWS Data Exports user guide, column dictionaries).
 *
 * <p>The metrics follow Cost Explorer's definitions: AmortizedCost by line item type; UsageQuantity of every line but SavingsPlanNegation,
 * which would count the covered usage twice. The key of a user's tag loses its prefix {@code user:}; AWS's own keep {@code aws:}.
 */
final class CurLines {
  private static final String CSV_TAGS = "resourceTags/";
  private static final String ATHENA_TAGS = "resource_tags_";
  private static final String CSV_CATEGORIES = "costCategory/";
  private static final String ATHENA_CATEGORIES = "cost_category_";
  private static final String NEGATION = "SavingsPlanNegation";

  /** What describes a line beyond dimensions, tags and metrics, and has few different values. */
  private static final List<String> KEPT = List.of("bill_bill_type", "line_item_line_item_description", "line_item_tax_type",
      "line_item_unblended_rate", "line_item_normalization_factor", "pricing_term", "pricing_rate_code", "pricing_rate_id",
      "pricing_public_on_demand_rate", "pricing_lease_contract_length", "pricing_offering_class", "product_product_family", "product_sku",
      "product_servicecode", "product_location");

  private CurLines() {}

  static void fill(LineMapping mapping) {
    mapping.require("line_item_usage_start_date");
    mapping.refuseNegative("bill_billing_period_start_date", "bill_billing_period_end_date");
    String start = mapping.time("line_item_usage_start_date");
    mapping.set(CostLine.START, start);
    mapping.set(CostLine.END, mapping.timeIfReadable("line_item_usage_end_date"));
    mapping.setBillingMonth(LineMapping.anyOf(List.of(mapping.time("bill_billing_period_start_date"), start)));
    mapping.set(CostLine.INVOICE, mapping.text("bill_invoice_id"));
    mapping.set(CostLine.UNIT, "CASE WHEN " + type(mapping) + " = '" + NEGATION + "' THEN NULL ELSE " + mapping.text("pricing_unit") + " END");
    mapping.set(CostLine.TAGS, tags(mapping));
    mapping.set(CostLine.SOURCE_CATEGORIES, categories(mapping));
    fillDimensions(mapping);
    fillCommitmentDimensions(mapping);
    fillMetrics(mapping);
    fillCommitmentMetrics(mapping);
    KEPT.forEach(mapping::keep);
  }

  private static void fillDimensions(LineMapping mapping) {
    set(mapping, Dimension.CURRENCY, LineMapping.anyOf(List.of(mapping.text("line_item_currency_code"), "'USD'")));
    set(mapping, Dimension.PROVIDER, "'AWS'");
    set(mapping, Dimension.LINKED_ACCOUNT, mapping.text("line_item_usage_account_id"));
    set(mapping, Dimension.LINKED_ACCOUNT_NAME, mapping.text("line_item_usage_account_name"));
    set(mapping, Dimension.SERVICE, LineMapping.anyOf(List.of(product(mapping, "product_name"), mapping.text("line_item_product_code"))));
    set(mapping, Dimension.SERVICE_CODE, mapping.text("line_item_product_code"));
    set(mapping, Dimension.PAYER_ACCOUNT, mapping.text("bill_payer_account_id"));
    set(mapping, Dimension.PLATFORM, platform(mapping));
    set(mapping, Dimension.USAGE_TYPE_GROUP, UsageTypeGroups.expression(mapping.text("line_item_usage_type")));
    set(mapping, Dimension.CACHE_ENGINE, product(mapping, "cache_engine"));
    set(mapping, Dimension.REGION, LineMapping.anyOf(List.of(product(mapping, "region"), product(mapping, "region_code"))));
    set(mapping, Dimension.AZ, mapping.text("line_item_availability_zone"));
    set(mapping, Dimension.USAGE_TYPE, mapping.text("line_item_usage_type"));
    set(mapping, Dimension.OPERATION, mapping.text("line_item_operation"));
    set(mapping, Dimension.RECORD_TYPE, type(mapping));
    set(mapping, Dimension.RESOURCE_ID, mapping.text("line_item_resource_id"));
    set(mapping, Dimension.INSTANCE_TYPE, product(mapping, "instance_type"));
    set(mapping, Dimension.INSTANCE_TYPE_FAMILY, product(mapping, "instance_type_family"));
    set(mapping, Dimension.OPERATING_SYSTEM, product(mapping, "operating_system"));
    set(mapping, Dimension.TENANCY, product(mapping, "tenancy"));
    set(mapping, Dimension.DATABASE_ENGINE, product(mapping, "database_engine"));
    set(mapping, Dimension.DEPLOYMENT_OPTION, product(mapping, "deployment_option"));
    set(mapping, Dimension.BILLING_ENTITY, mapping.text("bill_billing_entity"));
    set(mapping, Dimension.INVOICING_ENTITY, mapping.text("bill_invoicing_entity"));
    set(mapping, Dimension.LEGAL_ENTITY_NAME, mapping.text("line_item_legal_entity"));
    set(mapping, Dimension.RESERVATION_ID, reservation(mapping));
    set(mapping, Dimension.SAVINGS_PLAN_ARN, savingsPlan(mapping));
    set(mapping, Dimension.PURCHASE_TYPE, "CASE WHEN " + savingsPlan(mapping) + " IS NOT NULL THEN 'Savings Plans' WHEN "
        + reservation(mapping) + " IS NOT NULL THEN 'Reserved' WHEN contains(" + mapping.text("line_item_usage_type")
        + ", 'Spot') THEN 'Spot' ELSE 'On Demand' END");
  }

  private static void fillCommitmentDimensions(LineMapping mapping) {
    set(mapping, Dimension.AGREEMENT_END_DATE_TIME_AFTER,
        LineMapping.anyOf(List.of(mapping.text("savings_plan_end_time"), mapping.text("reservation_end_time"))));
    set(mapping, Dimension.PAYMENT_OPTION,
        LineMapping.anyOf(List.of(mapping.text("savings_plan_payment_option"), mapping.text("pricing_purchase_option"))));
    set(mapping, Dimension.SAVINGS_PLANS_TYPE, mapping.text("savings_plan_offering_type"));
    set(mapping, Dimension.SUBSCRIPTION_ID, mapping.text("reservation_subscription_id"));
    set(mapping, Dimension.SCOPE, "CASE WHEN " + reservation(mapping) + " IS NULL THEN NULL WHEN "
        + mapping.text("reservation_availability_zone") + " IS NULL THEN 'Region' ELSE 'Availability Zone' END");
  }

  /** EC2's platform by the licence code in its operation (EC2 user guide, billing information of an AMI). */
  private static String platform(LineMapping mapping) {
    String operation = mapping.text("line_item_operation");
    return "CASE WHEN " + mapping.text("line_item_product_code") + " = 'AmazonEC2' AND starts_with(" + operation + ", 'RunInstances') THEN CASE "
        + operation + " WHEN 'RunInstances' THEN 'Linux/UNIX' WHEN 'RunInstances:0002' THEN 'Windows' WHEN 'RunInstances:0800' THEN 'Windows BYOL'"
        + " WHEN 'RunInstances:0006' THEN 'Windows with SQL Server Standard' WHEN 'RunInstances:0102' THEN 'Windows with SQL Server Enterprise'"
        + " WHEN 'RunInstances:0202' THEN 'Windows with SQL Server Web' WHEN 'RunInstances:0010' THEN 'Red Hat Enterprise Linux'"
        + " WHEN 'RunInstances:000g' THEN 'SUSE Linux' END END";
  }

  private static void fillCommitmentMetrics(LineMapping mapping) {
    String type = type(mapping);
    String onFee = "CASE WHEN " + type + " = 'RIFee' THEN ";
    set(mapping, Metric.PUBLIC_COST, unlessNegation(mapping, mapping.numberOrZero("pricing_public_on_demand_cost")));
    set(mapping, Metric.RESERVED_UNITS, onFee + mapping.numberOrZero("reservation_total_reserved_units") + " ELSE 0 END");
    set(mapping, Metric.UNUSED_RESERVED_UNITS, onFee + mapping.numberOrZero("reservation_unused_quantity") + " ELSE 0 END");
    set(mapping, Metric.RESERVED_NORMALIZED_UNITS, onFee + mapping.numberOrZero("reservation_total_reserved_normalized_units") + " ELSE 0 END");
    set(mapping, Metric.UNUSED_NORMALIZED_UNITS, onFee + mapping.numberOrZero("reservation_unused_normalized_unit_quantity") + " ELSE 0 END");
    String onPlan = " WHEN " + type + " = 'SavingsPlanRecurringFee' THEN ";
    set(mapping, Metric.AMORTIZED_UPFRONT_FEE, onFee + mapping.numberOrZero("reservation_amortized_upfront_fee_for_billing_period") + onPlan
        + mapping.numberOrZero("savings_plan_amortized_upfront_commitment_for_billing_period") + " ELSE 0 END");
    set(mapping, Metric.RECURRING_FEE, onFee + mapping.numberOrZero("line_item_unblended_cost") + onPlan
        + mapping.numberOrZero("savings_plan_recurring_commitment_for_billing_period") + " ELSE 0 END");
    set(mapping, Metric.COMMITMENT, "CASE" + onPlan + mapping.numberOrZero("savings_plan_total_commitment_to_date") + " ELSE 0 END");
    set(mapping, Metric.USED_COMMITMENT, "CASE" + onPlan + mapping.numberOrZero("savings_plan_used_commitment") + " ELSE 0 END");
  }

  private static void fillMetrics(LineMapping mapping) {
    String unblended = mapping.numberOrZero("line_item_unblended_cost");
    String netUnblended = net(mapping.number("line_item_net_unblended_cost"), unblended);
    set(mapping, Metric.UNBLENDED_COST, unblended);
    set(mapping, Metric.NET_UNBLENDED_COST, netUnblended);
    set(mapping, Metric.BLENDED_COST, mapping.numberOrZero("line_item_blended_cost"));
    set(mapping, Metric.AMORTIZED_COST, amortized(mapping, "", unblended));
    set(mapping, Metric.NET_AMORTIZED_COST, amortized(mapping, "net_", netUnblended));
    set(mapping, Metric.USAGE_QUANTITY, unlessNegation(mapping, mapping.numberOrZero("line_item_usage_amount")));
    set(mapping, Metric.NORMALIZED_USAGE_AMOUNT, unlessNegation(mapping, mapping.numberOrZero("line_item_normalized_usage_amount")));
  }

  private static String unlessNegation(LineMapping mapping, String amount) {
    return "CASE WHEN " + type(mapping) + " = '" + NEGATION + "' THEN 0 ELSE " + amount + " END";
  }

  /**
   * The amortized cost by line item type.
   *
   * @param net {@code net_} for the cost after discounts, whose columns exist only where there are discounts; else empty
   * @param otherwise the cost of a line of any other type
   */
  private static String amortized(LineMapping mapping, String net, String otherwise) {
    String covered = either(mapping, "savings_plan_" + net + "savings_plan_effective_cost", "savings_plan_savings_plan_effective_cost");
    String discounted = either(mapping, "reservation_" + net + "effective_cost", "reservation_effective_cost");
    String unusedFee = either(mapping, "reservation_" + net + "unused_amortized_upfront_fee_for_billing_period",
        "reservation_unused_amortized_upfront_fee_for_billing_period");
    String unusedRecurring = either(mapping, "reservation_" + net + "unused_recurring_fee", "reservation_unused_recurring_fee");
    String planRefund = mapping.text("line_item_product_code") + " = 'ComputeSavingsPlans' AND starts_with("
        + mapping.text("line_item_line_item_description") + ", 'Refund for one-time fee for Savings Plan ID')";
    return "CASE " + type(mapping)
        + " WHEN 'SavingsPlanCoveredUsage' THEN " + covered
        + " WHEN 'SavingsPlanRecurringFee' THEN " + unusedCommitment(mapping, net)
        + " WHEN '" + NEGATION + "' THEN 0"
        + " WHEN 'SavingsPlanUpfrontFee' THEN 0"
        + " WHEN 'DiscountedUsage' THEN " + discounted
        + " WHEN 'RIFee' THEN " + unusedFee + " + " + unusedRecurring
        + " WHEN 'Fee' THEN CASE WHEN " + reservation(mapping) + " IS NOT NULL THEN 0 ELSE " + otherwise + " END"
        + " WHEN 'Refund' THEN CASE WHEN " + planRefund + " THEN 0 ELSE " + otherwise + " END"
        + " ELSE " + otherwise + " END";
  }

  /** The part of a savings plan's commitment that no usage took; after discounts, the same share of what the commitment then cost. */
  private static String unusedCommitment(LineMapping mapping, String net) {
    String total = mapping.numberOrZero("savings_plan_total_commitment_to_date");
    String unused = "(" + total + " - " + mapping.numberOrZero("savings_plan_used_commitment") + ")";
    String upfront = "savings_plan_net_amortized_upfront_commitment_for_billing_period";
    String recurring = "savings_plan_net_recurring_commitment_for_billing_period";
    if (net.isEmpty() || !mapping.has(upfront) || !mapping.has(recurring)) {
      return unused;
    }
    String cost = "(" + mapping.numberOrZero(upfront) + " + " + mapping.numberOrZero(recurring) + ")";
    // Whole numbers of billionths, because DuckDB divides decimals in binary.
    return "CASE WHEN " + mapping.number(recurring) + " IS NULL AND " + mapping.number(upfront) + " IS NULL THEN " + unused
        + " WHEN " + total + " = 0 THEN 0 ELSE CAST(CAST((" + billionths(unused) + " * " + billionths(cost) + ") // " + billionths(total)
        + " AS DECIMAL(29,0)) * 0.000000001 AS " + CostLine.DECIMAL + ") END";
  }

  private static String billionths(String amount) {
    return "CAST(CAST(" + amount + " AS DECIMAL(28,9)) * CAST(1000000000 AS DECIMAL(10,0)) AS HUGEINT)";
  }

  private static String either(LineMapping mapping, String preferred, String fallback) {
    return net(mapping.number(preferred), mapping.numberOrZero(fallback));
  }

  private static String net(String preferred, String fallback) {
    return LineMapping.anyOf(List.of(preferred, fallback));
  }

  private static String type(LineMapping mapping) {
    return mapping.text("line_item_line_item_type");
  }

  private static String reservation(LineMapping mapping) {
    return mapping.text("reservation_reservation_a_r_n", "reservation_reservation_arn");
  }

  private static String savingsPlan(LineMapping mapping) {
    return mapping.text("savings_plan_savings_plan_a_r_n", "savings_plan_savings_plan_arn");
  }

  private static String product(LineMapping mapping, String attribute) {
    return LineMapping.anyOf(List.of(mapping.text("product_" + attribute), mapping.mapValue("product", attribute)));
  }

  private static String tags(LineMapping mapping) {
    SourceColumn map = mapping.column("resource_tags");
    String entries = map == null ? tagColumns(mapping) : tagEntries(mapping.mapOf(map));
    return entries.isEmpty() ? "MAP {}" : "map_from_entries(list_filter(" + entries + ", lambda e: e.value IS NOT NULL))";
  }

  /** The entries of a map of tags; a key keeps its prefix where it would become one that is there already. */
  private static String tagEntries(String map) {
    return "list_transform(map_entries(" + map + "), lambda e: {'key': CASE"
        + " WHEN starts_with(e.key, 'user_') AND NOT map_contains(" + map + ", substr(e.key, 6)) THEN substr(e.key, 6)"
        + " WHEN starts_with(e.key, 'user:') AND NOT map_contains(" + map + ", substr(e.key, 6)) AND NOT map_contains(" + map
        + ", 'user_' || substr(e.key, 6)) THEN substr(e.key, 6)"
        + " WHEN starts_with(e.key, 'aws_') AND NOT map_contains(" + map + ", 'aws:' || substr(e.key, 5)) THEN 'aws:' || substr(e.key, 5)"
        + " ELSE e.key END, 'value': nullif(e.value, '')})";
  }

  private static String tagColumns(LineMapping mapping) {
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (SourceColumn column : mapping.columns()) {
      String key = column.name().startsWith(CSV_TAGS) ? column.name().substring(CSV_TAGS.length())
          : column.name().startsWith(ATHENA_TAGS) ? column.name().substring(ATHENA_TAGS.length()) : "";
      if (!key.isEmpty()) {
        byKey.computeIfAbsent(tagKey(key), absent -> new ArrayList<>()).add(mapping.text(column));
      }
    }
    List<String> entries = new ArrayList<>();
    byKey.forEach((key, values) -> entries.add("{'key': " + SqlText.literal(key) + ", 'value': " + LineMapping.anyOf(values) + "}"));
    return entries.isEmpty() ? "" : "[" + String.join(", ", entries) + "]";
  }

  private static String categories(LineMapping mapping) {
    SourceColumn map = mapping.column("cost_category");
    if (map != null) {
      return "map_from_entries(list_filter(map_entries(" + mapping.mapOf(map) + "), lambda e: e.value IS NOT NULL AND e.value <> ''))";
    }
    List<String> entries = new ArrayList<>();
    for (SourceColumn column : mapping.columns()) {
      String name = column.name().startsWith(CSV_CATEGORIES) ? column.name().substring(CSV_CATEGORIES.length())
          : column.name().startsWith(ATHENA_CATEGORIES) ? column.name().substring(ATHENA_CATEGORIES.length()) : "";
      if (!name.isEmpty()) {
        entries.add("{'key': " + SqlText.literal(name) + ", 'value': " + mapping.text(column) + "}");
      }
    }
    return entries.isEmpty() ? "MAP {}"
        : "map_from_entries(list_filter([" + String.join(", ", entries) + "], lambda e: e.value IS NOT NULL))";
  }

  private static String tagKey(String written) {
    if (written.startsWith("user:") || written.startsWith("user_")) {
      return written.substring(5);
    }
    return written.startsWith("aws_") ? "aws:" + written.substring(4) : written;
  }

  private static void set(LineMapping mapping, Dimension dimension, String expression) {
    mapping.set(dimension, expression);
  }

  private static void set(LineMapping mapping, Metric metric, String expression) {
    mapping.set(CostLine.columnOf(metric), expression);
  }
}
