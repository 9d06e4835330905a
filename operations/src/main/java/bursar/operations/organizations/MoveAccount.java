package bursar.operations.organizations;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.MoveAccountRequest;
import software.amazon.awssdk.services.organizations.model.MoveAccountResponse;

/** Moves an account from one root or organizational unit to another. Source: AWS Organizations API reference, MoveAccount. */
final class MoveAccount implements Operation<MoveAccountRequest, MoveAccountResponse> {
  private final Organizations organizations;
  private final Declaration<MoveAccountRequest, MoveAccountResponse> declaration;

  MoveAccount(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare("MoveAccount", MoveAccountRequest.class, MoveAccountResponse.class, AccessLevel.WRITE,
                "AccountNotFound", "SourceParentNotFound", "DestinationParentNotFound", "DuplicateAccount")
            .summary("Moves an account from one root or organizational unit to another.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.accountId()))
            .rules(OrganizationsService.ACCOUNT_ID, OrganizationsService.parent("SourceParentId"),
                OrganizationsService.parent("DestinationParentId"))
            .example(() -> MoveAccountRequest.builder()
                .accountId("222233334444").sourceParentId("r-examplerootid111")
                .destinationParentId("ou-examplerootid111-exampleouid111").build())
            .build();
  }

  @Override
  public Declaration<MoveAccountRequest, MoveAccountResponse> declaration() {
    return declaration;
  }

  @Override
  public MoveAccountResponse handle(Authorized<MoveAccountRequest> call) {
    MoveAccountRequest request = call.input();
    organizations.tree().move(
        call.account(), new AccountId(request.accountId()), request.sourceParentId(), request.destinationParentId());
    return MoveAccountResponse.builder().build();
  }
}
