package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationalUnit;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;

/**
 * Lists the units that stand directly in a root or organizational unit.
 *
 * <p>Source: AWS Organizations API reference, ListOrganizationalUnitsForParent.
 */
final class ListOrganizationalUnitsForParent
    implements Operation<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse> declaration;

  ListOrganizationalUnitsForParent(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "ListOrganizationalUnitsForParent", ListOrganizationalUnitsForParentRequest.class, ListOrganizationalUnitsForParentResponse.class,
                AccessLevel.LIST,
                "ParentNotFound")
            .summary("Lists the units that stand directly in a root or organizational unit.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.parentId()))
            .rules(OrganizationsService.PARENT_ID, OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListOrganizationalUnitsForParentRequest.builder().parentId("r-examplerootid111").build())
            .build();
  }

  @Override
  public Declaration<ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse> declaration() {
    return declaration;
  }

  @Override
  public ListOrganizationalUnitsForParentResponse handle(Authorized<ListOrganizationalUnitsForParentRequest> call) {
    ListOrganizationalUnitsForParentRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    Page<OrganizationalUnit> page = OrganizationsService.page(organizations.tree().unitsIn(organization, request.parentId()),
        OrganizationalUnit::id, request.maxResults(), request.nextToken());
    return ListOrganizationalUnitsForParentResponse.builder()
        .organizationalUnits(page.items().stream().map(unit -> models.unit(organization, unit)).toList())
        .nextToken(page.next())
        .build();
  }
}
