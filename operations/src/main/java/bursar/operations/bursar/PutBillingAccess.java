package bursar.operations.bursar;

import bursar.domain.accounts.Accounts;
import bursar.domain.accounts.BillingAccess;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import org.jspecify.annotations.Nullable;

/** Turns the account's switch, in effect from the next request on. For the root user alone, as on AWS. */
public final class PutBillingAccess implements Operation<PutBillingAccess.Request, BillingAccessState> {
  private static final Declaration<Request, BillingAccessState> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "PutBillingAccess", Request.class, BillingAccessState.class)
          .summary("Activates or deactivates the access of IAM users and roles to billing information; for the root user alone.")
          .needs(Need.accountSetting("billing:UpdateIAMAccessPreference", "aws-portal:ModifyAccount"), AccessLevel.WRITE)
          .exempt(Exemption.ROOT_ONLY, AccessLevel.WRITE)
          .rules(MemberRule.required("IamUserAndRoleAccess").oneOf("ACTIVATED", "DEACTIVATED"),
              MemberRule.optional("Scope").oneOf("CONSOLE_AND_API", "CONSOLE"))
          .errors(BursarService.NO_SUCH_ENTITY)
          .auditedAs("SetIAMAccessPreference", "billingconsole.amazonaws.com")
          .example(() -> new Request("ACTIVATED", null))
          .build();

  private final Accounts accounts;

  /** Over these accounts. */
  public PutBillingAccess(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * What is wanted.
   *
   * @param iamUserAndRoleAccess {@code ACTIVATED} or {@code DEACTIVATED}
   * @param scope {@code CONSOLE_AND_API} or {@code CONSOLE}; null leaves it as it is
   */
  public record Request(String iamUserAndRoleAccess, @Nullable String scope) {}

  @Override
  public Declaration<Request, BillingAccessState> declaration() {
    return DECLARATION;
  }

  @Override
  public BillingAccessState handle(Authorized<Request> call) {
    Request wanted = call.input();
    String scope = wanted.scope();
    return BillingAccessState.of(
        accounts.putBillingAccess(call.account(), BillingAccess.State.valueOf(wanted.iamUserAndRoleAccess()),
            scope == null ? null : BillingAccess.Scope.valueOf(scope), call.caller().principal().arn()),
        call.caller());
  }
}
