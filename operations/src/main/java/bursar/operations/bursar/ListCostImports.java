package bursar.operations.bursar;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.CostSegmentStore;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.LinkedAccountCharges;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was imported for the caller's account, and the linked accounts in it that belong to nobody here. */
public final class ListCostImports implements Operation<Nothing, ListCostImports.Answer> {
  private static final int LATEST = 100;
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ListCostImports", Nothing.class, Answer.class)
          .summary("Lists the imports of the account's cost data, the newest first, and linked accounts outside the organization.")
          .needs(Need.billingData("billing:GetBillingData", "aws-portal:ViewBilling"), AccessLevel.LIST)
          .readsCosts()
          .errors(BursarService.LIMIT_EXCEEDED)
          .example(Nothing::new)
          .build();

  private final CostSegmentStore imports;
  private final CostStore costs;
  private final AccountNames names;

  /** Over these rooms. */
  public ListCostImports(CostSegmentStore imports, CostStore costs, AccountNames names) {
    this.imports = imports;
    this.costs = costs;
    this.names = names;
  }

  /** The latest imports, and accounts whose costs are there without the account. */
  public record Answer(List<CostImportReport> imports, List<UnclaimedAccount> unclaimedAccounts) {}

  /** A linked account outside the organization, in one currency. */
  public record UnclaimedAccount(
      String accountId,
      @Nullable String accountName,
      String currency,
      BigDecimal unblendedCost,
      String firstMonth,
      String lastMonth) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    AccountId own = call.account();
    // The history tells sums and values of all rows, so it is for those who may see them all.
    List<CostImportReport> reports = call.visibility().rules().letEveryRowBeSeen()
        ? imports.imports(own, LATEST).stream().map(CostImportReport::of).toList() : List.of();
    boolean holdsTheData = call.visibility().dataOwner().equals(own);
    return new Answer(reports, holdsTheData ? unclaimed(call, names.idsOf(own)) : List.of());
  }

  private List<UnclaimedAccount> unclaimed(Authorized<Nothing> call, Set<String> organization) {
    return costs.linkedAccounts(call.visibility()).stream()
        .filter(linked -> !organization.contains(linked.accountId()))
        .map(ListCostImports::unclaimed)
        .toList();
  }

  private static UnclaimedAccount unclaimed(LinkedAccountCharges linked) {
    return new UnclaimedAccount(linked.accountId(), linked.name(), linked.currency(), linked.unblendedCost(),
        linked.firstMonth().toString(), linked.lastMonth().toString());
  }
}
