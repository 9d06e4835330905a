package bursar.domain.exports;

import static bursar.domain.exports.CostRow.first;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of costs as FOCUS sees them (FOCUS specification 1.2, dataset Cost and Usage).
 *
 * <p>BilledCost is the cost after discounts and EffectiveCost the amortized one; both add up to those of the source. A purchase never has an
 * effective cost: what of it no usage took becomes a row of its own, usage of the commitment with the status Unused. What a source of FOCUS says
 * is taken over unless it breaks FOCUS's own rules.
 */
final class FocusRows implements TableRows {
  private static final Set<String> CATEGORIES = Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment");
  private static final Set<String> PRICING = Set.of("Standard", "Committed", "Dynamic", "Other");
  private static final Set<String> FREQUENCIES = Set.of("One-Time", "Recurring", "Usage-Based");

  private final ServiceKinds kinds = new ServiceKinds();

  /** What kind of charge a row is. */
  private record Charge(String category, boolean correction, String frequency) {
    boolean priced() {
      return !correction && (category.equals("Usage") || category.equals("Purchase"));
    }
  }

  @Override
  public void of(CostRow row, Consumer<Map<String, @Nullable Object>> out) {
    Charge charge = charge(row);
    BigDecimal billed = row.sum(Metric.NET_UNBLENDED_COST);
    BigDecimal effective = row.sum(Metric.NET_AMORTIZED_COST);
    boolean purchase = charge.category().equals("Purchase");
    out.accept(written(row, charge, billed, purchase ? BigDecimal.ZERO : effective, null));
    if (purchase && effective.signum() != 0) {
      out.accept(written(row, new Charge("Usage", charge.correction(), "Usage-Based"), BigDecimal.ZERO, effective,
          row.commitment() == null ? "" : "Unused"));
    }
  }

  private static Charge charge(CostRow row) {
    String type = Objects.requireNonNullElse(row.value(Dimension.RECORD_TYPE), "Usage");
    if (row.fromFocus()) {
      String category = CATEGORIES.contains(type) ? type : "Adjustment";
      boolean correction = "Correction".equals(row.source("ChargeClass"));
      String said = row.source("ChargeFrequency");
      String usual = category.equals("Usage") ? "Usage-Based" : "One-Time";
      String frequency = said == null || !FREQUENCIES.contains(said) || category.equals("Purchase") && said.equals("Usage-Based") ? usual : said;
      return new Charge(category, correction, frequency);
    }
    boolean committed = row.commitment() != null;
    return switch (type) {
      case "RIFee", "SavingsPlanRecurringFee" -> new Charge("Purchase", false, "Recurring");
      case "SavingsPlanUpfrontFee" -> new Charge("Purchase", false, "One-Time");
      case "Fee" -> committed ? new Charge("Purchase", false, "One-Time") : new Charge("Usage", false, "Recurring");
      case "Tax" -> new Charge("Tax", false, "Recurring");
      case "Credit", "Discount", "BundledDiscount", "EdpDiscount", "PrivateRateDiscount", "RiVolumeDiscount", "SppDiscount" ->
          new Charge("Credit", false, "One-Time");
      case "Refund" -> new Charge("Usage", true, "One-Time");
      case "SavingsPlanNegation" -> new Charge("Adjustment", false, "Usage-Based");
      default -> new Charge("Usage", false, "Usage-Based");
    };
  }

  /**
   * A row.
   *
   * @param unused the status of a row that is what nothing took of a commitment; empty where there is no commitment; null for the row itself
   */
  private Map<String, @Nullable Object> written(CostRow row, Charge charge, BigDecimal billed, BigDecimal effective, @Nullable String unused) {
    Map<String, @Nullable Object> out = new HashMap<>();
    boolean rest = unused != null;
    boolean tax = charge.category().equals("Tax");
    out.put("BilledCost", billed);
    out.put("EffectiveCost", effective);
    out.put("BillingCurrency", Objects.requireNonNullElse(row.value(Dimension.CURRENCY), "USD"));
    out.put("BillingPeriodStart", row.billingMonth().atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    out.put("BillingPeriodEnd", row.billingMonth().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    out.put("ChargePeriodStart", row.start());
    out.put("ChargePeriodEnd", row.end());
    out.put("ChargeCategory", charge.category());
    out.put("ChargeClass", charge.correction() ? "Correction" : null);
    out.put("ChargeFrequency", charge.frequency());
    out.put("ChargeDescription", first(row.source("ChargeDescription"), row.source("line_item_line_item_description"),
        row.value(Dimension.USAGE_TYPE), charge.category()));
    out.put("InvoiceId", row.invoice());
    accounts(row, out);
    parties(row, billed, out);
    service(row, out);
    place(row, out);
    sku(row, charge, out);
    commitment(row, charge, unused, out);
    FocusPrices.fill(row, charge.priced(), tax, rest, billed, effective, out);
    boolean usage = charge.category().equals("Usage") && !rest;
    boolean consumed = usage && !"Unused".equals(out.get("CommitmentDiscountStatus"));
    out.put("ConsumedQuantity", consumed ? row.sum(Metric.USAGE_QUANTITY) : null);
    out.put("ConsumedUnit", consumed ? Objects.requireNonNullElse(first(row.unit(), row.source("PricingUnit")), "Units") : null);
    out.put("Tags", row.tags().isEmpty() ? null : row.tags());
    out.put("x_Operation", row.value(Dimension.OPERATION));
    out.put("x_ServiceCode", row.value(Dimension.SERVICE_CODE));
    out.put("x_InvoicingEntity", row.value(Dimension.INVOICING_ENTITY));
    return out;
  }

  private static void accounts(CostRow row, Map<String, @Nullable Object> out) {
    String payer = Objects.requireNonNullElse(first(row.value(Dimension.PAYER_ACCOUNT), row.value(Dimension.LINKED_ACCOUNT)), "unknown");
    out.put("BillingAccountId", payer);
    out.put("BillingAccountName", first(row.source("BillingAccountName"), payer));
    out.put("BillingAccountType", first(row.source("BillingAccountType"), "Billing Account"));
    String account = row.value(Dimension.LINKED_ACCOUNT);
    out.put("SubAccountId", account);
    out.put("SubAccountName", account == null ? null : first(row.value(Dimension.LINKED_ACCOUNT_NAME), account));
    out.put("SubAccountType", account == null ? null : first(row.source("SubAccountType"), "Sub Account"));
  }

  /** Who provided, published and invoiced. FOCUS takes an issuer other than the provider for a third party, to whom nothing may be billed here. */
  private static void parties(CostRow row, BigDecimal billed, Map<String, @Nullable Object> out) {
    String provider = Objects.requireNonNullElse(first(row.source("ProviderName"), row.value(Dimension.PROVIDER)), "AWS");
    String issuer = Objects.requireNonNullElse(first(row.value(Dimension.INVOICING_ENTITY)), provider);
    out.put("ProviderName", provider);
    out.put("PublisherName", first(row.source("PublisherName"), row.value(Dimension.BILLING_ENTITY), provider));
    out.put("InvoiceIssuerName", billed.signum() == 0 ? issuer : provider);
  }

  private void service(CostRow row, Map<String, @Nullable Object> out) {
    String service = Objects.requireNonNullElse(first(row.value(Dimension.SERVICE), row.value(Dimension.SERVICE_CODE)), "Other");
    ServiceKinds.Kind kind = kinds.of(service, row.source("ServiceCategory"), row.source("ServiceSubcategory"));
    out.put("ServiceName", service);
    out.put("ServiceCategory", kind.category());
    out.put("ServiceSubcategory", kind.subcategory());
  }

  private static void place(CostRow row, Map<String, @Nullable Object> out) {
    String region = row.value(Dimension.REGION);
    out.put("RegionId", region);
    out.put("RegionName", region == null ? null : first(row.source("RegionName"), row.source("product_location"), region));
    out.put("AvailabilityZone", row.value(Dimension.AZ));
    String resource = row.value(Dimension.RESOURCE_ID);
    out.put("ResourceId", resource);
    out.put("ResourceName", resource == null ? null : row.source("ResourceName"));
    out.put("ResourceType", resource == null ? null : first(row.source("ResourceType"), row.source("product_product_family"), "Resource"));
  }

  private static void sku(CostRow row, Charge charge, Map<String, @Nullable Object> out) {
    String sku = charge.category().equals("Tax") ? null : first(row.source("SkuId"), row.source("product_sku"));
    if (sku == null && charge.priced()) {
      sku = first(row.value(Dimension.USAGE_TYPE), row.value(Dimension.SERVICE_CODE), row.value(Dimension.SERVICE), "unknown");
    }
    out.put("SkuId", sku);
    out.put("SkuMeter", sku == null ? null : first(row.source("SkuMeter"), row.value(Dimension.USAGE_TYPE), sku));
    String price = first(row.source("SkuPriceId"), row.source("pricing_rate_code"));
    // A price belongs to one SKU only: one that does not begin with its SKU's id is told apart by it.
    String priceId = sku == null ? null : price == null ? sku : price.startsWith(sku) ? price : sku + "/" + price;
    out.put("SkuPriceId", priceId);
    out.put("SkuPriceDetails", priceId == null ? null : row.source("SkuPriceDetails"));
  }

  private static void commitment(CostRow row, Charge charge, @Nullable String unused, Map<String, @Nullable Object> out) {
    String id = row.commitment();
    String reservation = row.source("CapacityReservationId");
    out.put("CapacityReservationId", reservation);
    out.put("CapacityReservationStatus", reservation == null || !charge.category().equals("Usage") ? null
        : "Unused".equals(row.source("CapacityReservationStatus")) ? "Unused" : "Used");
    boolean usage = charge.category().equals("Usage");
    String category = "Spend".equals(row.source("CommitmentDiscountCategory")) || row.value(Dimension.SAVINGS_PLAN_ARN) != null ? "Spend" : "Usage";
    boolean alreadyUnused = "Unused".equals(row.source("CommitmentDiscountStatus"));
    String status = id == null || !usage ? null : unused != null ? "Unused" : alreadyUnused ? "Unused" : "Used";
    String pricing = row.source("PricingCategory");
    out.put("PricingCategory", charge.category().equals("Tax") ? null : pricing != null && PRICING.contains(pricing) && unused == null ? pricing
        : pricing != null && unused == null ? "Other" : !charge.priced() ? null : id != null && usage ? "Committed"
        : "Spot".equals(row.value(Dimension.PURCHASE_TYPE)) ? "Dynamic" : "Standard");
    out.put("CommitmentDiscountId", id);
    out.put("CommitmentDiscountCategory", id == null ? null : category);
    out.put("CommitmentDiscountStatus", status);
    out.put("CommitmentDiscountName", id == null ? null : row.source("CommitmentDiscountName"));
    out.put("CommitmentDiscountType", id == null ? null
        : first(row.source("CommitmentDiscountType"), category.equals("Spend") ? "Savings Plan" : "Reserved Instance"));
    BigDecimal quantity = id == null || !charge.priced() ? null : commitmentQuantity(row, unused != null);
    out.put("CommitmentDiscountQuantity", quantity);
    out.put("CommitmentDiscountUnit", quantity == null ? null : first(row.source("CommitmentDiscountUnit"), row.unit(), "Hours"));
  }

  private static BigDecimal commitmentQuantity(CostRow row, boolean unused) {
    if (unused) {
      return row.sum(Metric.UNUSED_RESERVED_UNITS);
    }
    BigDecimal said = row.sourceNumber("CommitmentDiscountQuantity");
    BigDecimal reserved = row.sum(Metric.RESERVED_UNITS);
    return said != null ? said : reserved.signum() != 0 ? reserved : row.sum(Metric.USAGE_QUANTITY);
  }
}
