package bursar.domain.exports;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowsQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of costs as the cost store hands it over, with names for its fields.
 *
 * <p>Where a caller may sum some metrics only, what the source says of prices and amounts is not looked at: it would tell the others.
 */
final class CostRow {
  /** The columns of the source that tell amounts or prices. */
  private static final Set<String> AMOUNTS = Set.of("ContractedCost", "ContractedUnitPrice", "ListUnitPrice", "PricingQuantity",
      "PricingCurrencyContractedUnitPrice", "PricingCurrencyEffectiveCost", "PricingCurrencyListUnitPrice", "CommitmentDiscountQuantity",
      "line_item_unblended_rate", "pricing_public_on_demand_rate");

  /** The columns of the source that are of use. */
  private static final List<String> SOURCE = List.of("BillingAccountName", "BillingAccountType", "CapacityReservationId",
      "CapacityReservationStatus", "ChargeClass", "ChargeDescription", "ChargeFrequency", "CommitmentDiscountCategory", "CommitmentDiscountId",
      "CommitmentDiscountName", "CommitmentDiscountQuantity", "CommitmentDiscountStatus", "CommitmentDiscountType", "CommitmentDiscountUnit",
      "ContractedCost", "ContractedUnitPrice", "ListUnitPrice", "PricingCategory", "PricingCurrency", "PricingCurrencyContractedUnitPrice",
      "PricingCurrencyEffectiveCost", "PricingCurrencyListUnitPrice", "PricingQuantity", "PricingUnit", "ProviderName", "PublisherName",
      "RegionName", "ResourceName", "ResourceType", "ServiceCategory", "ServiceSubcategory", "SkuId", "SkuMeter", "SkuPriceDetails",
      "SkuPriceId", "SubAccountType", "bill_bill_type", "line_item_line_item_description", "line_item_tax_type", "line_item_unblended_rate",
      "line_item_normalization_factor", "pricing_term", "pricing_rate_code", "pricing_rate_id", "pricing_public_on_demand_rate",
      "pricing_lease_contract_length", "pricing_offering_class", "product_product_family", "product_sku", "product_servicecode",
      "product_location");

  private static final List<RowsQuery.Field> FIELDS = new ArrayList<>();
  private static final Map<Dimension, Integer> DIMENSIONS = new EnumMap<>(Dimension.class);
  private static final Map<Metric, Integer> METRICS = new EnumMap<>(Metric.class);
  private static final Map<String, Integer> COLUMNS = new HashMap<>();

  static {
    FIELDS.addAll(List.of(new RowsQuery.Field.Start(), new RowsQuery.Field.End(), new RowsQuery.Field.BillingMonth(), new RowsQuery.Field.Unit(),
        new RowsQuery.Field.Invoice(), new RowsQuery.Field.Tags(), new RowsQuery.Field.SourceCategories()));
    for (Dimension dimension : Dimension.values()) {
      DIMENSIONS.put(dimension, FIELDS.size());
      FIELDS.add(new RowsQuery.Field.Value(new GroupKey.ByDimension(dimension)));
    }
    for (Metric metric : Metric.values()) {
      METRICS.put(metric, FIELDS.size());
      FIELDS.add(new RowsQuery.Field.Sum(metric));
    }
    for (String column : SOURCE) {
      COLUMNS.put(column, FIELDS.size());
      FIELDS.add(new RowsQuery.Field.Value(new GroupKey.BySourceColumn(column)));
    }
  }

  private final List<@Nullable Object> values;
  private final boolean amountsOfSource;

  /**
   * A row.
   *
   * @param values its values of {@link #fields}
   * @param amountsOfSource whether what the source says of prices and amounts may be looked at
   */
  CostRow(List<@Nullable Object> values, boolean amountsOfSource) {
    this.values = values;
    this.amountsOfSource = amountsOfSource;
  }

  /** What to ask the cost store for. */
  static List<RowsQuery.Field> fields() {
    return List.copyOf(FIELDS);
  }

  Instant start() {
    return (Instant) Objects.requireNonNull(values.get(0));
  }

  /** When the charge ends; an hour after it begins where the source does not say. */
  Instant end() {
    return values.get(1) instanceof Instant end ? end : start().plusSeconds(3_600);
  }

  YearMonth billingMonth() {
    return values.get(2) instanceof YearMonth month ? month : YearMonth.from(start().atOffset(java.time.ZoneOffset.UTC));
  }

  @Nullable String unit() {
    return (String) values.get(3);
  }

  @Nullable String invoice() {
    return (String) values.get(4);
  }

  Map<String, String> tags() {
    return texts(values.get(5));
  }

  Map<String, String> categories() {
    return texts(values.get(6));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(@Nullable Object map) {
    return map == null ? Map.of() : (Map<String, String>) map;
  }

  @Nullable String value(Dimension dimension) {
    return (String) values.get(Objects.requireNonNull(DIMENSIONS.get(dimension)));
  }

  BigDecimal sum(Metric metric) {
    return values.get(Objects.requireNonNull(METRICS.get(metric))) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  /** What the source has in a column; null where it has nothing. */
  @Nullable String source(String column) {
    if (!amountsOfSource && AMOUNTS.contains(column)) {
      return null;
    }
    Object value = values.get(Objects.requireNonNull(COLUMNS.get(column), column));
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** The number that the source has in a column; null where it has none. */
  @Nullable BigDecimal sourceNumber(String column) {
    String text = source(column);
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether the source was FOCUS; else it was a report of AWS. */
  boolean fromFocus() {
    return source("ServiceCategory") != null || source("ProviderName") != null;
  }

  /** The reservation or savings plan it belongs to; null where there is none. */
  @Nullable String commitment() {
    return first(source("CommitmentDiscountId"), value(Dimension.RESERVATION_ID), value(Dimension.SAVINGS_PLAN_ARN));
  }

  /** The first that is there. */
  static @Nullable String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate;
      }
    }
    return null;
  }
}
