package bursar.server.demo;

import bursar.domain.accounts.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One line of a sample report.
 *
 * @param more the values of columns that few lines have, by name
 */
record SampleLine(
    SampleCosts.Member member,
    LocalDate day,
    String type,
    SampleProduct product,
    String usageType,
    String operation,
    String region,
    String resource,
    BigDecimal quantity,
    String unit,
    BigDecimal unblended,
    BigDecimal blended,
    String instanceType,
    Map<String, String> tags,
    Map<String, String> more) {
  private static final List<String> TAG_KEYS = List.of("team", "environment", "cost-center");
  private static final List<String> RARE_COLUMNS = List.of(
      "reservation/ReservationARN", "reservation/EffectiveCost", "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod",
      "reservation/UnusedRecurringFee");

  /** The names of the columns, as the first line. */
  static final String HEADER = "bill/InvoiceId,bill/BillingEntity,bill/BillType,bill/PayerAccountId,bill/BillingPeriodStartDate,"
      + "bill/BillingPeriodEndDate,lineItem/UsageAccountId,lineItem/UsageAccountName,lineItem/LineItemType,lineItem/UsageStartDate,"
      + "lineItem/UsageEndDate,lineItem/ProductCode,lineItem/UsageType,lineItem/Operation,lineItem/ResourceId,lineItem/UsageAmount,"
      + "lineItem/CurrencyCode,lineItem/UnblendedCost,lineItem/BlendedCost,lineItem/LegalEntity,product/ProductName,product/instanceType,"
      + "product/region,pricing/unit," + String.join(",", RARE_COLUMNS) + ",resourceTags/user:"
      + String.join(",resourceTags/user:", TAG_KEYS) + "\n";

  /** A charge without use: a fee, a credit or a tax. */
  static SampleLine charge(SampleCosts.Member member, LocalDate day, String type, SampleProduct product, String usageType, BigDecimal amount) {
    return new SampleLine(
        member, day, type, product, usageType, "", "", "", BigDecimal.ONE, "", amount, amount, "", Map.of(), Map.of());
  }

  /** The line as a report writes it. */
  String csv(AccountId payer, YearMonth month) {
    List<String> values = new ArrayList<>(List.of(
        "", "AWS", "Anniversary", payer.digits(), time(month.atDay(1)), time(month.plusMonths(1).atDay(1)), member.id().digits(), member.name(),
        type, time(day), time(day.plusDays(1)), product.code(), usageType, operation, resource, quantity.toPlainString(), "USD",
        unblended.toPlainString(), blended.toPlainString(), "Amazon Web Services EMEA SARL", product.title(), instanceType, region, unit));
    RARE_COLUMNS.forEach(column -> values.add(more.getOrDefault(column, "")));
    TAG_KEYS.forEach(key -> values.add(tags.getOrDefault(key, "")));
    return String.join(",", values.stream().map(SampleLine::quoted).toList()) + "\n";
  }

  private static String time(LocalDate day) {
    return day + "T00:00:00Z";
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"") || value.contains("\n") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
