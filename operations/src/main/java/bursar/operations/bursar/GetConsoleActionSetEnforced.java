package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Reads which vocabulary of billing permissions decides: the management account's choice, in a member account too. */
public final class GetConsoleActionSetEnforced implements Operation<Nothing, ActionSetState> {
  private static final Declaration<Nothing, ActionSetState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "GetConsoleActionSetEnforced", Nothing.class, ActionSetState.class)
          .summary("Says which vocabulary of billing permissions decides in the organization.")
          .needs("aws-portal:GetConsoleActionSetEnforced", AccessLevel.READ)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(Nothing::new)
          .build();

  private final Accounts accounts;
  private final Organizations organizations;

  /** Over these rooms. */
  public GetConsoleActionSetEnforced(Accounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  @Override
  public Declaration<Nothing, ActionSetState> declaration() {
    return DECLARATION;
  }

  @Override
  public ActionSetState handle(Authorized<Nothing> call) {
    return new ActionSetState(accounts.get(organizations.payerOf(call.account())).actionSet().name());
  }
}
