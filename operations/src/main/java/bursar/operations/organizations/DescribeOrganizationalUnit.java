package bursar.operations.organizations;

import bursar.domain.organizations.Organization;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationalUnitResponse;

/** Tells of an organizational unit. Source: AWS Organizations API reference, DescribeOrganizationalUnit. */
final class DescribeOrganizationalUnit implements Operation<DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse> declaration;

  DescribeOrganizationalUnit(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "DescribeOrganizationalUnit", DescribeOrganizationalUnitRequest.class, DescribeOrganizationalUnitResponse.class,
                AccessLevel.READ,
                "OrganizationalUnitNotFound")
            .summary("Tells of an organizational unit.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.organizationalUnitId()))
            .rules(OrganizationsService.UNIT_ID)
            .example(() -> DescribeOrganizationalUnitRequest.builder()
                .organizationalUnitId("ou-examplerootid111-exampleouid111").build())
            .build();
  }

  @Override
  public Declaration<DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse> declaration() {
    return declaration;
  }

  @Override
  public DescribeOrganizationalUnitResponse handle(Authorized<DescribeOrganizationalUnitRequest> call) {
    DescribeOrganizationalUnitRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    return DescribeOrganizationalUnitResponse.builder()
        .organizationalUnit(models.unit(organization, organizations.tree().unit(organization, request.organizationalUnitId())))
        .build();
  }
}
