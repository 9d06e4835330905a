package bursar.operations.organizations;

import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.DeleteOrganizationalUnitResponse;

/** Removes an organizational unit that holds nothing. Source: AWS Organizations API reference, DeleteOrganizationalUnit. */
final class DeleteOrganizationalUnit implements Operation<DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse> {
  private final Organizations organizations;
  private final Declaration<DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse> declaration;

  DeleteOrganizationalUnit(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare(
                "DeleteOrganizationalUnit", DeleteOrganizationalUnitRequest.class, DeleteOrganizationalUnitResponse.class,
                AccessLevel.WRITE,
                "OrganizationalUnitNotEmpty", "OrganizationalUnitNotFound")
            .summary("Removes an organizational unit that holds nothing.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.organizationalUnitId()))
            .rules(OrganizationsService.UNIT_ID)
            .example(() -> DeleteOrganizationalUnitRequest.builder().organizationalUnitId("ou-examplerootid111-exampleouid111").build())
            .build();
  }

  @Override
  public Declaration<DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse> declaration() {
    return declaration;
  }

  @Override
  public DeleteOrganizationalUnitResponse handle(Authorized<DeleteOrganizationalUnitRequest> call) {
    DeleteOrganizationalUnitRequest request = call.input();
    organizations.tree().delete(call.account(), request.organizationalUnitId());
    return DeleteOrganizationalUnitResponse.builder().build();
  }
}
