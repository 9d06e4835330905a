package bursar.domain.bills;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What a month came to, for those who may see these rows. Empty text is a missing service, region or usage type.
 *
 * <p>Each row counts once in {@code services}, {@code tax} or {@code credits}, so that these sum to the total; and once in {@code accounts},
 * so that these do, too.
 *
 * @param currency three letters; USD when the month has no row
 * @param estimated whether the month was not over on the day of asking, so that more may come
 * @param total the UnblendedCost of all rows of the month
 * @param tax of the rows of record type Tax
 * @param credits of the rows of record type Credit; negative or 0
 * @param services of all other rows
 * @param accounts of all rows, tax and credits included
 */
public record Bill(
    YearMonth month,
    String currency,
    boolean estimated,
    BigDecimal total,
    BigDecimal tax,
    BigDecimal credits,
    List<ServiceCharge> services,
    List<AccountCharge> accounts) {
  /** Copies the lists. */
  public Bill {
    services = List.copyOf(services);
    accounts = List.copyOf(accounts);
  }

  /** The charges of a service, the dearest first. */
  public record ServiceCharge(String service, BigDecimal amount, List<RegionCharge> regions) {}

  /** The charges of a service in a region, the dearest first. */
  public record RegionCharge(String region, BigDecimal amount, List<UsageTypeCharge> usageTypes) {}

  /**
   * The charges of a usage type of a service in a region, the dearest first.
   *
   * @param quantity how much was used
   * @param unit of the quantity; N/A where units differ
   */
  public record UsageTypeCharge(String usageType, BigDecimal quantity, String unit, BigDecimal amount) {}

  /**
   * The charges of a linked account, the dearest first.
   *
   * @param name as the data has it; empty where it has none
   */
  public record AccountCharge(String accountId, String name, BigDecimal amount, List<AccountServiceCharge> services) {}

  /** The charges of a service in an account, tax and credits of the service included. */
  public record AccountServiceCharge(String service, BigDecimal amount) {}
}
