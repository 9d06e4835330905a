package bursar.operations.organizations;

import bursar.domain.accounts.BillingAccess;
import bursar.domain.organizations.AccountCreations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.CreateAccountRequest;
import software.amazon.awssdk.services.organizations.model.CreateAccountResponse;

/**
 * Creates a member account whose root user has no password; no role is made in it.
 *
 * <p>Source: AWS Organizations API reference, CreateAccount.
 */
final class CreateAccount implements Operation<CreateAccountRequest, CreateAccountResponse> {
  private final AccountCreations creations;
  private final OrganizationModels models;
  private final Declaration<CreateAccountRequest, CreateAccountResponse> declaration;

  CreateAccount(AccountCreations creations, OrganizationModels models) {
    this.creations = creations;
    this.models = models;
    declaration =
        OrganizationsService.declare("CreateAccount", CreateAccountRequest.class, CreateAccountResponse.class, AccessLevel.WRITE,
                "ConstraintViolation")
            .summary("Creates a member account whose root user has no password; no role is made in it.")
            .rules(MemberRule.required("Email").range(6, 64), MemberRule.required("AccountName").range(1, 50),
                MemberRule.optional("RoleName").range(0, 64).matching("[\\w+=,.@-]{0,64}"),
                MemberRule.optional("IamUserAccessToBilling").oneOf("ALLOW", "DENY"))
            .example(() -> CreateAccountRequest.builder()
                .email("member@example.com").accountName("Member").iamUserAccessToBilling("ALLOW").build())
            .build();
  }

  @Override
  public Declaration<CreateAccountRequest, CreateAccountResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateAccountResponse handle(Authorized<CreateAccountRequest> call) {
    CreateAccountRequest request = call.input();
    OrganizationsService.refuseTags(request.tags());
    BillingAccess.State access =
        "DENY".equals(request.iamUserAccessToBillingAsString()) ? BillingAccess.State.DEACTIVATED : BillingAccess.State.ACTIVATED;
    return CreateAccountResponse.builder()
        .createAccountStatus(models.creation(
            creations.create(call.account(), request.email(), request.accountName(), access, call.caller().principal().arn())))
        .build();
  }
}
