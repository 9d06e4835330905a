package bursar.domain.exports;

import static bursar.domain.exports.CostRow.first;

import bursar.domain.costs.Dimension;
import bursar.domain.costs.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The costs at list and contracted prices, with the quantity and the unit prices they are made of: a unit price times the quantity is the cost,
 * and no unit price is negative. A source's own unit price stands where that holds; else it follows from the cost.
 */
final class FocusPrices {
  private static final BigDecimal TOLERANCE = new BigDecimal("0.0000000005");
  private static final MathContext EXACT = new MathContext(24, RoundingMode.HALF_EVEN);
  private static final int SCALE = 20;

  private FocusPrices() {}

  static void fill(CostRow row, boolean priced, boolean tax, boolean rest, BigDecimal billed, BigDecimal effective,
      Map<String, @Nullable Object> out) {
    BigDecimal list = rest ? BigDecimal.ZERO : listCost(row, billed);
    BigDecimal contracted = rest ? BigDecimal.ZERO : contractedCost(row, billed, list);
    if (priced && list.signum() * contracted.signum() < 0) {
      contracted = list;
    }
    BigDecimal quantity = priced ? quantity(row, rest, list, contracted) : null;
    String currency = Objects.requireNonNullElse(first(row.source("PricingCurrency"), row.value(Dimension.CURRENCY)), "USD");
    boolean same = currency.equals(row.value(Dimension.CURRENCY)) || row.value(Dimension.CURRENCY) == null;
    BigDecimal listPrice = quantity == null ? null : price(list, quantity, row.sourceNumber("ListUnitPrice"));
    BigDecimal contractedPrice = quantity == null ? null : price(contracted, quantity, row.sourceNumber("ContractedUnitPrice"));
    out.put("ListCost", list);
    out.put("ContractedCost", contracted);
    out.put("PricingQuantity", quantity);
    out.put("PricingUnit", quantity == null ? null : first(row.source("PricingUnit"), row.unit(), "Units"));
    out.put("ListUnitPrice", listPrice);
    out.put("ContractedUnitPrice", contractedPrice);
    out.put("PricingCurrency", currency);
    out.put("PricingCurrencyListUnitPrice", priced ? inPricing(row, same, "PricingCurrencyListUnitPrice", listPrice) : null);
    out.put("PricingCurrencyContractedUnitPrice", priced ? inPricing(row, same, "PricingCurrencyContractedUnitPrice", contractedPrice) : null);
    BigDecimal said = same || rest ? null : row.sourceNumber("PricingCurrencyEffectiveCost");
    out.put("PricingCurrencyEffectiveCost", said == null ? effective : said);
    if (tax) {
      out.put("PricingCurrencyListUnitPrice", null);
    }
  }

  private static @Nullable BigDecimal inPricing(CostRow row, boolean same, String column, @Nullable BigDecimal price) {
    BigDecimal said = same ? null : row.sourceNumber(column);
    return said == null || said.signum() < 0 ? price : said;
  }

  private static BigDecimal listCost(CostRow row, BigDecimal billed) {
    BigDecimal list = row.sum(Metric.PUBLIC_COST);
    return list.signum() != 0 || row.fromFocus() ? list : row.commitment() == null ? row.sum(Metric.UNBLENDED_COST) : billed;
  }

  private static BigDecimal contractedCost(CostRow row, BigDecimal billed, BigDecimal list) {
    if (row.fromFocus()) {
      return Objects.requireNonNullElse(row.sourceNumber("ContractedCost"), billed);
    }
    return row.commitment() == null ? row.sum(Metric.UNBLENDED_COST) : list;
  }

  private static BigDecimal quantity(CostRow row, boolean rest, BigDecimal list, BigDecimal contracted) {
    BigDecimal said = rest ? row.sum(Metric.UNUSED_RESERVED_UNITS)
        : Objects.requireNonNullElse(row.sourceNumber("PricingQuantity"), row.sum(Metric.USAGE_QUANTITY));
    int sign = list.signum() != 0 ? list.signum() : contracted.signum();
    if (sign == 0) {
      return said;
    }
    BigDecimal quantity = said.signum() == 0 ? BigDecimal.ONE : said;
    return quantity.signum() == sign ? quantity : quantity.negate();
  }

  private static BigDecimal price(BigDecimal cost, BigDecimal quantity, @Nullable BigDecimal said) {
    if (said != null && said.signum() >= 0
        && said.multiply(quantity).subtract(cost).abs().compareTo(TOLERANCE.multiply(cost.abs().max(BigDecimal.ONE))) <= 0) {
      return said;
    }
    return quantity.signum() == 0 ? BigDecimal.ZERO : cost.divide(quantity, EXACT).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
