package bursar.storage.costs;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines of FOCUS 1.0 and later (the FinOps Open Cost and Usage Specification, dataset Cost and Usage).
 *
 * <p>UnblendedCost is BilledCost, AmortizedCost is EffectiveCost, UsageQuantity is ConsumedQuantity. FOCUS has no blended cost and no
 * normalized usage: both are 0. It has no net columns either, because its costs are net already.
 */
final class FocusLines {
  /** What stands for a currency that is not said. Source: ISO 4217. */
  private static final String NO_CURRENCY = "XXX";

  /** What every FOCUS file must have and ours can do without. */
  private static final Map<String, String> MANDATORY = new TreeMap<>(Map.of(
      "BillingPeriodStart", "the file has no such column; rows are of the month in which their charge period starts",
      "ServiceName", "the file has no such column; its rows are of no service"));

  /** FOCUS's columns that a column of every line says exactly; they are not kept a second time. */
  static final Map<String, String> CARRIED = Map.ofEntries(
      Map.entry("billedcost", CostLine.columnOf(Metric.UNBLENDED_COST)), Map.entry("effectivecost", CostLine.columnOf(Metric.AMORTIZED_COST)),
      Map.entry("listcost", CostLine.columnOf(Metric.PUBLIC_COST)), Map.entry("billingcurrency", CostLine.CURRENCY),
      Map.entry("chargeperiodstart", CostLine.START), Map.entry("chargeperiodend", CostLine.END), Map.entry("consumedunit", CostLine.UNIT),
      Map.entry("billingaccountid", "payer_account"), Map.entry("subaccountid", "linked_account"),
      Map.entry("subaccountname", "linked_account_name"), Map.entry("servicename", "service"), Map.entry("regionid", "region"),
      Map.entry("availabilityzone", "az"), Map.entry("chargecategory", "record_type"), Map.entry("resourceid", "resource_id"),
      Map.entry("invoiceid", CostLine.INVOICE), Map.entry("invoiceissuername", "invoicing_entity"), Map.entry("tags", CostLine.TAGS));

  private FocusLines() {}

  static void fill(LineMapping mapping) {
    mapping.beLenient();
    mapping.readSlashDates("billingperiodstart", "billingperiodend");
    mapping.require("chargeperiodstart");
    if (mapping.has("billingcurrency")) {
      mapping.require("billingcurrency");
    } else {
      mapping.note("BillingCurrency", "the file has no such column; its amounts carry " + NO_CURRENCY + ", ISO 4217's sign for no currency");
    }
    MANDATORY.forEach((column, what) -> {
      if (!mapping.has(column.toLowerCase(Locale.ROOT))) {
        mapping.note(column, what);
      }
    });
    mapping.refuseNegative("billingperiodstart", "billingperiodend");
    String start = mapping.time("chargeperiodstart");
    mapping.set(CostLine.START, start);
    mapping.setBillingMonth(LineMapping.anyOf(List.of(mapping.time("billingperiodstart"), start)));
    mapping.set(CostLine.END, mapping.timeIfReadable("chargeperiodend"));
    mapping.set(CostLine.INVOICE, mapping.text("invoiceid"));
    mapping.set(CostLine.UNIT, mapping.text("consumedunit"));
    fillDimensions(mapping);
    fillMetrics(mapping);
    SourceColumn tags = mapping.column("tags");
    if (tags != null) {
      mapping.set(CostLine.TAGS, "map_from_entries(list_filter(map_entries(" + mapping.mapOf(tags) + "), lambda e: e.value IS NOT NULL))");
    }
    for (SourceColumn column : mapping.columns()) {
      if (!CARRIED.containsKey(column.normalName())) {
        mapping.keep(column.normalName());
      }
    }
    mapping.allowBareNulls();
  }

  private static void fillDimensions(LineMapping mapping) {
    set(mapping, Dimension.CURRENCY, LineMapping.anyOf(List.of(mapping.text("billingcurrency"), "'" + NO_CURRENCY + "'")));
    set(mapping, Dimension.PROVIDER, mapping.text("serviceprovidername", "providername"));
    set(mapping, Dimension.LINKED_ACCOUNT, mapping.text("subaccountid"));
    set(mapping, Dimension.LINKED_ACCOUNT_NAME, mapping.text("subaccountname"));
    set(mapping, Dimension.SERVICE, mapping.text("servicename"));
    set(mapping, Dimension.PAYER_ACCOUNT, mapping.text("billingaccountid"));
    set(mapping, Dimension.SERVICE_CODE, mapping.text("x_servicecode"));
    set(mapping, Dimension.REGION, mapping.text("regionid"));
    set(mapping, Dimension.AZ, mapping.text("availabilityzone"));
    set(mapping, Dimension.USAGE_TYPE, mapping.text("skumeter", "skuid"));
    set(mapping, Dimension.OPERATION, mapping.text("x_operation"));
    set(mapping, Dimension.RECORD_TYPE, mapping.text("chargecategory"));
    set(mapping, Dimension.RESOURCE_ID, mapping.text("resourceid"));
    set(mapping, Dimension.BILLING_ENTITY, mapping.text("publishername", "hostprovidername"));
    set(mapping, Dimension.INVOICING_ENTITY, mapping.text("invoiceissuername"));
    String category = mapping.text("commitmentdiscountcategory");
    String commitment = mapping.text("commitmentdiscountid");
    set(mapping, Dimension.RESERVATION_ID, "CASE WHEN " + category + " = 'Usage' THEN " + commitment + " END");
    set(mapping, Dimension.SAVINGS_PLAN_ARN, "CASE WHEN " + category + " = 'Spend' THEN " + commitment + " END");
    set(mapping, Dimension.PURCHASE_TYPE, "CASE WHEN " + category + " = 'Spend' THEN 'Savings Plans' WHEN " + category
        + " = 'Usage' THEN 'Reserved' WHEN " + mapping.text("pricingcategory") + " = 'Dynamic' THEN 'Spot' ELSE 'On Demand' END");
  }

  private static void fillMetrics(LineMapping mapping) {
    String billed = mapping.numberOrZero("billedcost");
    String effective = mapping.numberOrZero("effectivecost");
    set(mapping, Metric.UNBLENDED_COST, billed);
    set(mapping, Metric.NET_UNBLENDED_COST, billed);
    set(mapping, Metric.AMORTIZED_COST, effective);
    set(mapping, Metric.NET_AMORTIZED_COST, effective);
    set(mapping, Metric.PUBLIC_COST, mapping.numberOrZero("listcost"));
    set(mapping, Metric.USAGE_QUANTITY, mapping.numberOrZero("consumedquantity"));
  }

  private static void set(LineMapping mapping, Dimension dimension, String expression) {
    mapping.set(dimension, expression);
  }

  private static void set(LineMapping mapping, Metric metric, String expression) {
    mapping.set(CostLine.columnOf(metric), expression);
  }
}
