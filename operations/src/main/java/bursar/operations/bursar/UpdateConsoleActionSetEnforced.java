package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.ActionSet;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;

/** Chooses which vocabulary of billing permissions decides. In an organization the management account chooses for all. */
public final class UpdateConsoleActionSetEnforced implements Operation<ActionSetState, ActionSetState> {
  private static final Declaration<ActionSetState, ActionSetState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "UpdateConsoleActionSetEnforced", ActionSetState.class, ActionSetState.class)
          .summary("Chooses which vocabulary of billing permissions decides in the organization: the legacy names, today's, or both.")
          .needs(Need.billingData("aws-portal:UpdateConsoleActionSetEnforced"), AccessLevel.WRITE)
          .rules(MemberRule.required("ActionSet").oneOf("BOTH", "LEGACY", "FINE_GRAINED"))
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new ActionSetState("BOTH"))
          .build();

  private final Accounts accounts;
  private final Organizations organizations;

  /** Over these rooms. */
  public UpdateConsoleActionSetEnforced(Accounts accounts, Organizations organizations) {
    this.accounts = accounts;
    this.organizations = organizations;
  }

  @Override
  public Declaration<ActionSetState, ActionSetState> declaration() {
    return DECLARATION;
  }

  @Override
  public ActionSetState handle(Authorized<ActionSetState> call) {
    if (organizations.isMember(call.account())) {
      throw new Failure("AccessDenied", "Account " + call.account() + " is a member of the organization of "
          + organizations.payerOf(call.account()) + ", and only that management account chooses the action set.");
    }
    return new ActionSetState(accounts.updateActionSet(call.account(), ActionSet.valueOf(call.input().actionSet())).actionSet().name());
  }
}
