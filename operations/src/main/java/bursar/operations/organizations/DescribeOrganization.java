package bursar.operations.organizations;

import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;

/** Tells of the organization the caller's account belongs to. Source: AWS Organizations API reference, DescribeOrganization. */
final class DescribeOrganization implements Operation<DescribeOrganizationRequest, DescribeOrganizationResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<DescribeOrganizationRequest, DescribeOrganizationResponse> declaration;

  DescribeOrganization(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "DescribeOrganization", DescribeOrganizationRequest.class, DescribeOrganizationResponse.class, AccessLevel.READ)
            .summary("Tells of the organization the caller's account belongs to.")
            .example(() -> DescribeOrganizationRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<DescribeOrganizationRequest, DescribeOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public DescribeOrganizationResponse handle(Authorized<DescribeOrganizationRequest> call) {
    return DescribeOrganizationResponse.builder().organization(models.organization(organizations.of(call.account()))).build();
  }
}
