package bursar.operations.organizations;

import bursar.domain.accounts.AccountId;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.RemoveAccountFromOrganizationResponse;

/**
 * Takes a member out of the organization; it pays for itself from then on.
 *
 * <p>Source: AWS Organizations API reference, RemoveAccountFromOrganization.
 */
final class RemoveAccountFromOrganization
    implements Operation<RemoveAccountFromOrganizationRequest, RemoveAccountFromOrganizationResponse> {
  private final Organizations organizations;
  private final Declaration<RemoveAccountFromOrganizationRequest, RemoveAccountFromOrganizationResponse> declaration;

  RemoveAccountFromOrganization(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare(
                "RemoveAccountFromOrganization", RemoveAccountFromOrganizationRequest.class, RemoveAccountFromOrganizationResponse.class,
                AccessLevel.WRITE,
                "AccountNotFound", "MasterCannotLeaveOrganization")
            .summary("Takes a member out of the organization; it pays for itself from then on.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.accountId()))
            .rules(OrganizationsService.ACCOUNT_ID)
            .example(() -> RemoveAccountFromOrganizationRequest.builder().accountId("222233334444").build())
            .build();
  }

  @Override
  public Declaration<RemoveAccountFromOrganizationRequest, RemoveAccountFromOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public RemoveAccountFromOrganizationResponse handle(Authorized<RemoveAccountFromOrganizationRequest> call) {
    RemoveAccountFromOrganizationRequest request = call.input();
    organizations.remove(call.account(), new AccountId(request.accountId()));
    return RemoveAccountFromOrganizationResponse.builder().build();
  }
}
