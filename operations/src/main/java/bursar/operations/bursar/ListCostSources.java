package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.domain.costs.BucketSources;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buckets from which the account's cost data is read. */
public final class ListCostSources implements Operation<ListCostSources.Request, ListCostSources.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ListCostSources", Request.class, Answer.class)
          .summary("Lists the buckets from which the account's cost data is read, with what the last look came to.")
          .needs(Need.billingData("bursar:ListCostSources", "aws-portal:ViewBilling"), AccessLevel.LIST)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.LIST)
          .rules(CostDataOwner.ACCOUNT_ID)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request(null))
          .build();

  private final Accounts accounts;
  private final BucketSources sources;

  /** Over these rooms. */
  public ListCostSources(Accounts accounts, BucketSources sources) {
    this.accounts = accounts;
    this.sources = sources;
  }

  /**
   * Whose.
   *
   * @param accountId whose; for the operator
   */
  public record Request(@Nullable String accountId) {}

  /** The sources, by name. */
  public record Answer(List<CostSourceReport> sources) {}

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    return new Answer(
        sources.list(CostDataOwner.of(call, call.input().accountId(), accounts)).stream().map(CostSourceReport::of).toList());
  }
}
