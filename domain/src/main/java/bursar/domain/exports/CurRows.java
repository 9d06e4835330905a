package bursar.domain.exports;

import static bursar.domain.exports.CostRow.first;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of costs as AWS's Cost and Usage Report 2.0 has them (AWS Data Exports user guide, column dictionary).
 *
 * <p>Read again, the rows give the same metrics: each amortized cost stands in the columns from which the line's type makes it. A row of FOCUS
 * gets the type of line that makes its amortized cost. Net columns are filled where discounts make them differ.
 */
final class CurRows implements TableRows {
  private static final String COVERED = "SavingsPlanCoveredUsage";
  private static final String DISCOUNTED = "DiscountedUsage";

  @Override
  public void of(CostRow row, Consumer<Map<String, @Nullable Object>> out) {
    Map<String, @Nullable Object> line = new HashMap<>();
    String type = row.fromFocus() ? typeOfFocus(row) : Objects.requireNonNullElse(row.value(Dimension.RECORD_TYPE), "Usage");
    bill(row, line);
    item(row, type, line);
    product(row, line);
    pricing(row, line);
    amounts(row, type, line);
    commitment(row, type, line);
    Map<String, String> tags = new LinkedHashMap<>();
    row.tags().forEach((key, value) -> tags.put(key.startsWith("aws:") ? "aws_" + key.substring(4) : "user_" + key, value));
    line.put("resource_tags", tags);
    line.put("cost_category", row.categories());
    out.accept(line);
  }

  /** The type of line whose amortized cost is that of the row. */
  private static String typeOfFocus(CostRow row) {
    BigDecimal billed = row.sum(Metric.UNBLENDED_COST);
    BigDecimal effective = row.sum(Metric.AMORTIZED_COST);
    String category = Objects.requireNonNullElse(row.value(Dimension.RECORD_TYPE), "Usage");
    if (effective.compareTo(billed) == 0 && !(category.equals("Purchase") && row.value(Dimension.RESERVATION_ID) != null)) {
      return switch (category) {
        case "Purchase" -> "Fee";
        case "Tax" -> "Tax";
        case "Credit" -> "Credit";
        case "Adjustment" -> "Refund";
        default -> "Correction".equals(row.source("ChargeClass")) ? "Refund" : "Usage";
      };
    }
    if (category.equals("Purchase") && effective.signum() == 0) {
      return row.value(Dimension.RESERVATION_ID) != null ? "Fee" : "SavingsPlanUpfrontFee";
    }
    return row.value(Dimension.SAVINGS_PLAN_ARN) != null ? COVERED : DISCOUNTED;
  }

  private static void bill(CostRow row, Map<String, @Nullable Object> line) {
    line.put("bill_bill_type", Objects.requireNonNullElse(row.source("bill_bill_type"), "Anniversary"));
    line.put("bill_billing_entity", Objects.requireNonNullElse(row.value(Dimension.BILLING_ENTITY), "AWS"));
    line.put("bill_billing_period_start_date", row.billingMonth().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    line.put("bill_billing_period_end_date", row.billingMonth().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    line.put("bill_invoice_id", row.invoice());
    line.put("bill_invoicing_entity", row.value(Dimension.INVOICING_ENTITY));
    line.put("bill_payer_account_id", row.value(Dimension.PAYER_ACCOUNT));
    line.put("bill_payer_account_name", row.source("BillingAccountName"));
    line.put("identity_time_interval", row.start() + "/" + row.end());
  }

  private static void item(CostRow row, String type, Map<String, @Nullable Object> line) {
    line.put("line_item_usage_start_date", row.start());
    line.put("line_item_usage_end_date", row.end());
    line.put("line_item_line_item_type", type);
    line.put("line_item_usage_account_id", row.value(Dimension.LINKED_ACCOUNT));
    line.put("line_item_usage_account_name", row.value(Dimension.LINKED_ACCOUNT_NAME));
    line.put("line_item_availability_zone", row.value(Dimension.AZ));
    line.put("line_item_currency_code", row.value(Dimension.CURRENCY));
    line.put("line_item_legal_entity", row.value(Dimension.LEGAL_ENTITY_NAME));
    line.put("line_item_line_item_description", first(row.source("line_item_line_item_description"), row.source("ChargeDescription")));
    line.put("line_item_operation", row.value(Dimension.OPERATION));
    line.put("line_item_product_code", first(row.value(Dimension.SERVICE_CODE), row.value(Dimension.SERVICE)));
    line.put("line_item_resource_id", row.value(Dimension.RESOURCE_ID));
    line.put("line_item_tax_type", row.source("line_item_tax_type"));
    line.put("line_item_unblended_rate", row.source("line_item_unblended_rate"));
    line.put("line_item_normalization_factor", row.sourceNumber("line_item_normalization_factor"));
    line.put("line_item_usage_type", row.value(Dimension.USAGE_TYPE));
  }

  private static void product(CostRow row, Map<String, @Nullable Object> line) {
    Map<String, String> product = new LinkedHashMap<>();
    put(product, "product_name", row.value(Dimension.SERVICE));
    put(product, "region", row.value(Dimension.REGION));
    put(product, "instance_type_family", row.value(Dimension.INSTANCE_TYPE_FAMILY));
    put(product, "operating_system", row.value(Dimension.OPERATING_SYSTEM));
    put(product, "tenancy", row.value(Dimension.TENANCY));
    put(product, "database_engine", row.value(Dimension.DATABASE_ENGINE));
    put(product, "cache_engine", row.value(Dimension.CACHE_ENGINE));
    put(product, "deployment_option", row.value(Dimension.DEPLOYMENT_OPTION));
    line.put("product", product);
    line.put("product_instance_type", row.value(Dimension.INSTANCE_TYPE));
    line.put("product_location", first(row.source("product_location"), row.source("RegionName")));
    line.put("product_operation", row.value(Dimension.OPERATION));
    line.put("product_product_family", row.source("product_product_family"));
    line.put("product_region_code", row.value(Dimension.REGION));
    line.put("product_servicecode", first(row.source("product_servicecode"), row.value(Dimension.SERVICE_CODE)));
    line.put("product_sku", first(row.source("product_sku"), row.source("SkuId")));
    line.put("product_usagetype", row.value(Dimension.USAGE_TYPE));
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static void pricing(CostRow row, Map<String, @Nullable Object> line) {
    line.put("pricing_currency", first(row.source("PricingCurrency"), row.value(Dimension.CURRENCY)));
    line.put("pricing_lease_contract_length", row.source("pricing_lease_contract_length"));
    line.put("pricing_offering_class", row.source("pricing_offering_class"));
    line.put("pricing_public_on_demand_cost", row.sum(Metric.PUBLIC_COST));
    line.put("pricing_public_on_demand_rate", row.source("pricing_public_on_demand_rate"));
    line.put("pricing_purchase_option", row.value(Dimension.PAYMENT_OPTION));
    line.put("pricing_rate_code", first(row.source("pricing_rate_code"), row.source("SkuPriceId")));
    line.put("pricing_rate_id", row.source("pricing_rate_id"));
    line.put("pricing_term", row.source("pricing_term"));
    line.put("pricing_unit", row.unit());
  }

  private static void amounts(CostRow row, String type, Map<String, @Nullable Object> line) {
    BigDecimal unblended = row.sum(Metric.UNBLENDED_COST);
    BigDecimal net = row.sum(Metric.NET_UNBLENDED_COST);
    line.put("line_item_unblended_cost", unblended);
    line.put("line_item_net_unblended_cost", net.compareTo(unblended) == 0 ? null : net);
    line.put("line_item_blended_cost", row.sum(Metric.BLENDED_COST));
    line.put("line_item_usage_amount", row.sum(Metric.USAGE_QUANTITY));
    line.put("line_item_normalized_usage_amount", row.sum(Metric.NORMALIZED_USAGE_AMOUNT));
    BigDecimal amortized = row.sum(Metric.AMORTIZED_COST);
    BigDecimal netAmortized = row.sum(Metric.NET_AMORTIZED_COST);
    BigDecimal netOrNone = netAmortized.compareTo(amortized) == 0 ? null : netAmortized;
    switch (type) {
      case COVERED -> {
        line.put("savings_plan_savings_plan_effective_cost", amortized);
        line.put("savings_plan_net_savings_plan_effective_cost", netOrNone);
      }
      case DISCOUNTED -> {
        line.put("reservation_effective_cost", amortized);
        line.put("reservation_net_effective_cost", netOrNone);
      }
      case "RIFee" -> {
        BigDecimal upfront = unusedUpfront(row, amortized);
        line.put("reservation_unused_amortized_upfront_fee_for_billing_period", upfront);
        line.put("reservation_unused_recurring_fee", amortized.subtract(upfront));
        line.put("reservation_net_unused_amortized_upfront_fee_for_billing_period", netOrNone == null ? null : BigDecimal.ZERO);
        line.put("reservation_net_unused_recurring_fee", netOrNone);
      }
      default -> {
        // The amortized cost of all other lines is their cost, or nothing.
      }
    }
  }

  /** The part of an upfront payment that no usage took, which is shared as the hours are. */
  private static BigDecimal unusedUpfront(CostRow row, BigDecimal amortized) {
    BigDecimal hours = row.sum(Metric.RESERVED_UNITS);
    if (hours.signum() == 0 || amortized.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal share = row.sum(Metric.AMORTIZED_UPFRONT_FEE).multiply(row.sum(Metric.UNUSED_RESERVED_UNITS)).divide(hours, MathContext.DECIMAL64);
    return share.setScale(15, java.math.RoundingMode.HALF_EVEN);
  }

  private static void commitment(CostRow row, String type, Map<String, @Nullable Object> line) {
    String reservation = row.value(Dimension.RESERVATION_ID);
    String plan = row.value(Dimension.SAVINGS_PLAN_ARN);
    line.put("reservation_reservation_a_r_n", reservation);
    line.put("reservation_subscription_id", row.value(Dimension.SUBSCRIPTION_ID));
    line.put("reservation_availability_zone",
        "Availability Zone".equals(row.value(Dimension.SCOPE)) ? first(row.value(Dimension.AZ), row.value(Dimension.REGION), "unknown") : null);
    line.put("reservation_end_time", reservation == null ? null : row.value(Dimension.AGREEMENT_END_DATE_TIME_AFTER));
    line.put("savings_plan_savings_plan_a_r_n", plan);
    line.put("savings_plan_end_time", plan == null ? null : row.value(Dimension.AGREEMENT_END_DATE_TIME_AFTER));
    line.put("savings_plan_offering_type", row.value(Dimension.SAVINGS_PLANS_TYPE));
    line.put("savings_plan_payment_option", plan == null ? null : row.value(Dimension.PAYMENT_OPTION));
    if (type.equals("RIFee")) {
      line.put("reservation_total_reserved_units", row.sum(Metric.RESERVED_UNITS).stripTrailingZeros().toPlainString());
      line.put("reservation_total_reserved_normalized_units", row.sum(Metric.RESERVED_NORMALIZED_UNITS).stripTrailingZeros().toPlainString());
      line.put("reservation_unused_quantity", row.sum(Metric.UNUSED_RESERVED_UNITS));
      line.put("reservation_unused_normalized_unit_quantity", row.sum(Metric.UNUSED_NORMALIZED_UNITS));
      line.put("reservation_amortized_upfront_fee_for_billing_period", row.sum(Metric.AMORTIZED_UPFRONT_FEE));
    }
    if (type.equals("SavingsPlanRecurringFee")) {
      line.put("savings_plan_total_commitment_to_date", row.sum(Metric.COMMITMENT));
      line.put("savings_plan_used_commitment", row.sum(Metric.USED_COMMITMENT));
      line.put("savings_plan_amortized_upfront_commitment_for_billing_period", row.sum(Metric.AMORTIZED_UPFRONT_FEE));
      line.put("savings_plan_recurring_commitment_for_billing_period", row.sum(Metric.RECURRING_FEE));
      netOfPlan(row, line);
    }
  }

  /** After discounts, the share that nothing used is taken of what the commitment then cost. */
  private static void netOfPlan(CostRow row, Map<String, @Nullable Object> line) {
    BigDecimal total = row.sum(Metric.COMMITMENT);
    BigDecimal unused = total.subtract(row.sum(Metric.USED_COMMITMENT));
    BigDecimal net = row.sum(Metric.NET_AMORTIZED_COST);
    if (net.compareTo(row.sum(Metric.AMORTIZED_COST)) != 0 && unused.signum() != 0) {
      line.put("savings_plan_net_amortized_upfront_commitment_for_billing_period", BigDecimal.ZERO);
      line.put("savings_plan_net_recurring_commitment_for_billing_period",
          net.multiply(total).divide(unused, MathContext.DECIMAL64).setScale(15, java.math.RoundingMode.HALF_EVEN));
    }
  }
}
