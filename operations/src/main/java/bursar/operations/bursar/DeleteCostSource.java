package bursar.operations.bursar;

import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.BucketSources;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a bucket; what was imported stays. */
public final class DeleteCostSource implements Operation<DeleteCostSource.Request, DeleteCostSource.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "DeleteCostSource", Request.class, Answer.class)
          .summary("Ends the reading of a bucket and forgets its key; what was imported from it stays.")
          .needs(Need.billingData("bursar:DeleteCostSource", "aws-portal:ModifyBilling"), AccessLevel.WRITE)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.WRITE)
          .rules(MemberRule.required("Name").range(1, 63), CostDataOwner.ACCOUNT_ID)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("reports", null))
          .build();

  private final Accounts accounts;
  private final BucketSources sources;

  /** Over these rooms. */
  public DeleteCostSource(Accounts accounts, BucketSources sources) {
    this.accounts = accounts;
    this.sources = sources;
  }

  /**
   * Which source.
   *
   * @param accountId whose; for the operator
   */
  public record Request(String name, @Nullable String accountId) {}

  /** Whose source it was. */
  public record Answer(String accountId) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(accountId);
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    AccountId owner = CostDataOwner.of(call, call.input().accountId(), accounts);
    sources.delete(owner, call.input().name());
    return new Answer(owner.digits());
  }
}
