package bursar.operations.organizations;

import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationalUnit;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.UpdateOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.UpdateOrganizationalUnitResponse;

/** Gives an organizational unit another name. Source: AWS Organizations API reference, UpdateOrganizationalUnit. */
final class UpdateOrganizationalUnit implements Operation<UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse> declaration;

  UpdateOrganizationalUnit(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "UpdateOrganizationalUnit", UpdateOrganizationalUnitRequest.class, UpdateOrganizationalUnitResponse.class,
                AccessLevel.WRITE,
                "DuplicateOrganizationalUnit", "OrganizationalUnitNotFound")
            .summary("Gives an organizational unit another name.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.organizationalUnitId()))
            .rules(OrganizationsService.UNIT_ID, MemberRule.optional("Name").range(1, 128))
            .example(() -> UpdateOrganizationalUnitRequest.builder()
                .organizationalUnitId("ou-examplerootid111-exampleouid111").name("Sandbox").build())
            .build();
  }

  @Override
  public Declaration<UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse> declaration() {
    return declaration;
  }

  @Override
  public UpdateOrganizationalUnitResponse handle(Authorized<UpdateOrganizationalUnitRequest> call) {
    UpdateOrganizationalUnitRequest request = call.input();
    String name = request.name();
    Organization organization = organizations.managedBy(call.account());
    OrganizationalUnit unit = name == null
        ? organizations.tree().unit(organization, request.organizationalUnitId())
        : organizations.tree().rename(call.account(), request.organizationalUnitId(), name);
    return UpdateOrganizationalUnitResponse.builder().organizationalUnit(models.unit(organization, unit)).build();
  }
}
