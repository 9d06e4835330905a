package bursar.operations.organizations;

import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationResponse;

/** Ends the organization, once it has no members. Source: AWS Organizations API reference, DeleteOrganization. */
final class DeleteOrganization implements Operation<DeleteOrganizationRequest, DeleteOrganizationResponse> {
  private final Organizations organizations;
  private final Declaration<DeleteOrganizationRequest, DeleteOrganizationResponse> declaration;

  DeleteOrganization(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare(
                "DeleteOrganization", DeleteOrganizationRequest.class, DeleteOrganizationResponse.class, AccessLevel.WRITE,
                "OrganizationNotEmpty")
            .summary("Ends the organization, once it has no members.")
            .example(() -> DeleteOrganizationRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<DeleteOrganizationRequest, DeleteOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteOrganizationResponse handle(Authorized<DeleteOrganizationRequest> call) {
    organizations.delete(call.account());
    return DeleteOrganizationResponse.builder().build();
  }
}
