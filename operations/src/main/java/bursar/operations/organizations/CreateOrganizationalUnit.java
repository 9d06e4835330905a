package bursar.operations.organizations;

import bursar.domain.organizations.OrganizationalUnit;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationalUnitResponse;

/**
 * Makes an organizational unit in a root or in another unit, at most five levels deep.
 *
 * <p>Source: AWS Organizations API reference, CreateOrganizationalUnit.
 */
final class CreateOrganizationalUnit implements Operation<CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse> declaration;

  CreateOrganizationalUnit(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "CreateOrganizationalUnit", CreateOrganizationalUnitRequest.class, CreateOrganizationalUnitResponse.class,
                AccessLevel.WRITE,
                "ConstraintViolation", "DuplicateOrganizationalUnit", "ParentNotFound")
            .summary("Makes an organizational unit in a root or in another unit, at most five levels deep.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.parentId()))
            .rules(OrganizationsService.PARENT_ID, MemberRule.required("Name").range(1, 128))
            .example(() -> CreateOrganizationalUnitRequest.builder().parentId("r-examplerootid111").name("Workloads").build())
            .build();
  }

  @Override
  public Declaration<CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateOrganizationalUnitResponse handle(Authorized<CreateOrganizationalUnitRequest> call) {
    CreateOrganizationalUnitRequest request = call.input();
    OrganizationsService.refuseTags(request.tags());
    OrganizationalUnit unit = organizations.tree().create(call.account(), request.parentId(), request.name());
    return CreateOrganizationalUnitResponse.builder().organizationalUnit(models.unit(organizations.of(call.account()), unit)).build();
  }
}
