package bursar.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The sample company's reservation: four m5.xlarge servers for a year from the second month, partly paid in advance, idle for a while on
 * weekends. Its lines satisfy the identity that the fee of a month is its used and its unused part.
 */
final class SampleReservation {
  private static final BigDecimal SERVERS = new BigDecimal("4");
  private static final BigDecimal UPFRONT = new BigDecimal("1752.00");
  /** 1,752 dollars over 8,760 hours and four servers. */
  private static final BigDecimal UPFRONT_HOURLY = new BigDecimal("0.05");
  private static final BigDecimal RECURRING_HOURLY = new BigDecimal("0.057");
  private static final BigDecimal WEEKDAY_HOURS = new BigDecimal("96");
  private static final BigDecimal WEEKEND_HOURS = new BigDecimal("70");
  private static final String USAGE_TYPE = "EUC1-BoxUsage:m5.xlarge";
  private static final Map<String, String> TAGS = Map.of("team", "shop", "environment", "production", "cost-center", "CC-100");

  private SampleReservation() {}

  /** Adds the reservation's lines of a month. */
  static void addMonth(List<SampleLine> lines, SampleCosts.Member owner, YearMonth month, LocalDate last, int monthNumber) {
    if (monthNumber == 0) {
      return;
    }
    String arn = "arn:aws:ec2:eu-central-1:" + owner.id() + ":reserved-instances/5a3b2c10-0000-4000-8000-000000000001";
    if (monthNumber == 1) {
      lines.add(line(owner, month.atDay(1), "Fee", SERVERS, UPFRONT, Map.of("reservation/ReservationARN", arn)));
    }
    BigDecimal used = BigDecimal.ZERO;
    for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      BigDecimal hours = weekend ? WEEKEND_HOURS : WEEKDAY_HOURS;
      used = used.add(hours);
      lines.add(line(owner, day, "DiscountedUsage", hours, BigDecimal.ZERO, Map.of(
          "reservation/ReservationARN", arn,
          "reservation/EffectiveCost", money(hours.multiply(UPFRONT_HOURLY.add(RECURRING_HOURLY))))));
    }
    BigDecimal hours = SERVERS.multiply(BigDecimal.valueOf(24L * last.getDayOfMonth()));
    BigDecimal unused = hours.subtract(used);
    lines.add(line(owner, month.atDay(1), "RIFee", hours, hours.multiply(RECURRING_HOURLY).setScale(2, RoundingMode.HALF_UP), Map.of(
        "reservation/ReservationARN", arn,
        "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod", money(unused.multiply(UPFRONT_HOURLY)),
        "reservation/UnusedRecurringFee", money(unused.multiply(RECURRING_HOURLY)))));
  }

  private static SampleLine line(SampleCosts.Member owner, LocalDate day, String type, BigDecimal quantity, BigDecimal cost, Map<String, String> more) {
    BigDecimal blended = type.equals("DiscountedUsage") ? BigDecimal.ZERO : cost;
    return new SampleLine(owner, day, type, SampleProduct.EC2, USAGE_TYPE, "RunInstances", "eu-central-1",
        type.equals("DiscountedUsage") ? "i-0reserved00000001" : "", quantity, "Hrs", cost, blended, "m5.xlarge",
        type.equals("DiscountedUsage") ? TAGS : Map.of(), more);
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(10, RoundingMode.HALF_UP).toPlainString();
  }
}
