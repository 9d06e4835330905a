package bursar.operations.organizations;

import bursar.domain.organizations.FeatureSet;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.CreateOrganizationResponse;

/** Makes an organization that the caller's account manages. Source: AWS Organizations API reference, CreateOrganization. */
final class CreateOrganization implements Operation<CreateOrganizationRequest, CreateOrganizationResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<CreateOrganizationRequest, CreateOrganizationResponse> declaration;

  CreateOrganization(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "CreateOrganization", CreateOrganizationRequest.class, CreateOrganizationResponse.class, AccessLevel.WRITE,
                "AlreadyInOrganization")
            .summary("Makes an organization that the caller's account manages.")
            .rules(MemberRule.optional("FeatureSet").oneOf("ALL", "CONSOLIDATED_BILLING"))
            .example(() -> CreateOrganizationRequest.builder().featureSet("ALL").build())
            .build();
  }

  @Override
  public Declaration<CreateOrganizationRequest, CreateOrganizationResponse> declaration() {
    return declaration;
  }

  @Override
  public CreateOrganizationResponse handle(Authorized<CreateOrganizationRequest> call) {
    CreateOrganizationRequest request = call.input();
    FeatureSet features = request.featureSet() == null ? FeatureSet.ALL : FeatureSet.valueOf(request.featureSetAsString());
    return CreateOrganizationResponse.builder()
        .organization(models.organization(organizations.create(call.account(), features)))
        .build();
  }
}
