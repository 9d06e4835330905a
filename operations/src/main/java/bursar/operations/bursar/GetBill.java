package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.bills.Bill;
import bursar.domain.bills.Bills;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Metric;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bill of a month: what AWS shows on its Bills page and offers by no API. */
public final class GetBill implements Operation<GetBill.Request, GetBill.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetBill", Request.class, Answer.class)
          .summary("Answers the bill of a month: by service, region and usage type, by linked account, tax, credits and the total.")
          .needs(Need.billingData("billing:GetBillingData", "aws-portal:ViewBilling"), AccessLevel.READ)
          .readsCosts()
          .errors(BursarService.LIMIT_EXCEEDED)
          .rules(MemberRule.required("Month").matching("\\d{4}-\\d{2}"), MemberRule.optional("Currency").matching("[A-Z]{3}"))
          .example(() -> new Request("2026-10", null))
          .build();

  private final Bills bills;
  private final CostStore costs;
  private final AccountNames names;

  /** Over these rooms. */
  public GetBill(Bills bills, CostStore costs, AccountNames names) {
    this.bills = bills;
    this.costs = costs;
    this.names = names;
  }

  /**
   * Which bill.
   *
   * @param month {@code YYYY-MM}
   * @param currency which currency's charges, where the month has several; null for the only one
   */
  public record Request(String month, @Nullable String currency) {}

  /** The bill; every amount is decimal text in the currency, and the parts sum to the total. */
  public record Answer(
      String month,
      String currency,
      Boolean estimated,
      BigDecimal total,
      BigDecimal tax,
      BigDecimal credits,
      List<Service> services,
      List<Account> accounts,
      List<String> availableMonths) {}

  /** A service's charges; the name is empty where the data has none. */
  public record Service(String service, BigDecimal amount, List<Region> regions) {}

  /** A service's charges in a region. */
  public record Region(String region, BigDecimal amount, List<UsageType> usageTypes) {}

  /** A usage type's charges. */
  public record UsageType(String usageType, BigDecimal quantity, String unit, BigDecimal amount) {}

  /** A linked account's charges. */
  public record Account(String accountId, @Nullable String accountName, BigDecimal amount, List<AccountService> services) {}

  /** A service's charges in a linked account. */
  public record AccountService(String service, BigDecimal amount) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    YearMonth month = month(call.input().month());
    call.refuseUnseen(List.of(Metric.UNBLENDED_COST));
    Bill bill = bills.of(call.visibility(), month, call.input().currency(), LocalDate.ofInstant(call.caller().at(), ZoneOffset.UTC));
    AccountId owner = call.visibility().dataOwner();
    return new Answer(
        bill.month().toString(), bill.currency(), bill.estimated(), bill.total(), bill.tax(), bill.credits(),
        bill.services().stream().map(GetBill::service).toList(),
        bill.accounts().stream().map(account -> account(owner, account)).toList(),
        costs.months(call.visibility()).stream().map(YearMonth::toString).toList());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new Failure("ValidationException", "'" + text + "' is no month. Write it as YYYY-MM, such as 2026-10.");
    }
  }

  private static Service service(Bill.ServiceCharge charge) {
    return new Service(charge.service(), charge.amount(), charge.regions().stream()
        .map(region -> new Region(region.region(), region.amount(), region.usageTypes().stream()
            .map(type -> new UsageType(type.usageType(), type.quantity(), type.unit(), type.amount()))
            .toList()))
        .toList());
  }

  private Account account(AccountId owner, Bill.AccountCharge charge) {
    String name = charge.name().isEmpty() ? names.nameOf(owner, charge.accountId()).orElse(null) : charge.name();
    return new Account(charge.accountId(), name, charge.amount(),
        charge.services().stream().map(service -> new AccountService(service.service(), service.amount())).toList());
  }
}
