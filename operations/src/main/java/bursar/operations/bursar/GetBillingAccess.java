package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Reads the account's switch. It stands on the Account page, which the switch itself does not close. */
public final class GetBillingAccess implements Operation<Nothing, BillingAccessState> {
  private static final Declaration<Nothing, BillingAccessState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetBillingAccess", Nothing.class, BillingAccessState.class)
          .summary("Says whether the account lets IAM users and roles reach billing information, and who last changed that.")
          .needs(Need.accountSetting("billing:GetIAMAccessPreference", "aws-portal:ViewAccount"), AccessLevel.READ)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(Nothing::new)
          .build();

  private final Accounts accounts;

  /** Over these accounts. */
  public GetBillingAccess(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Declaration<Nothing, BillingAccessState> declaration() {
    return DECLARATION;
  }

  @Override
  public BillingAccessState handle(Authorized<Nothing> call) {
    return BillingAccessState.of(accounts.get(call.account()), call.caller());
  }
}
