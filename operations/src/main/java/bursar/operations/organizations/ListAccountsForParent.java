package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;

/**
 * Lists the accounts that stand directly in a root or organizational unit.
 *
 * <p>Source: AWS Organizations API reference, ListAccountsForParent.
 */
final class ListAccountsForParent implements Operation<ListAccountsForParentRequest, ListAccountsForParentResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<ListAccountsForParentRequest, ListAccountsForParentResponse> declaration;

  ListAccountsForParent(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare(
                "ListAccountsForParent", ListAccountsForParentRequest.class, ListAccountsForParentResponse.class, AccessLevel.LIST,
                "ParentNotFound")
            .summary("Lists the accounts that stand directly in a root or organizational unit.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.parentId()))
            .rules(OrganizationsService.PARENT_ID, OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListAccountsForParentRequest.builder().parentId("r-examplerootid111").build())
            .build();
  }

  @Override
  public Declaration<ListAccountsForParentRequest, ListAccountsForParentResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAccountsForParentResponse handle(Authorized<ListAccountsForParentRequest> call) {
    ListAccountsForParentRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    Page<Membership> page = OrganizationsService.page(organizations.tree().accountsIn(organization, request.parentId()),
        membership -> membership.account().digits(), request.maxResults(), request.nextToken());
    return ListAccountsForParentResponse.builder()
        .accounts(page.items().stream().map(membership -> models.account(organization, membership)).toList())
        .nextToken(page.next())
        .build();
  }
}
