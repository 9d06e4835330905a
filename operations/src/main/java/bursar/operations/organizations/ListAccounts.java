package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Membership;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/** Lists the accounts of the organization, the management account included. Source: AWS Organizations API reference, ListAccounts. */
final class ListAccounts implements Operation<ListAccountsRequest, ListAccountsResponse> {
  private final Organizations organizations;
  private final OrganizationModels models;
  private final Declaration<ListAccountsRequest, ListAccountsResponse> declaration;

  ListAccounts(Organizations organizations, OrganizationModels models) {
    this.organizations = organizations;
    this.models = models;
    declaration =
        OrganizationsService.declare("ListAccounts", ListAccountsRequest.class, ListAccountsResponse.class, AccessLevel.LIST)
            .summary("Lists the accounts of the organization, the management account included.")
            .rules(OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListAccountsRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListAccountsRequest, ListAccountsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListAccountsResponse handle(Authorized<ListAccountsRequest> call) {
    ListAccountsRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    Page<Membership> page =
        OrganizationsService.page(organizations.memberships(organization), membership -> membership.account().digits(),
            request.maxResults(), request.nextToken());
    return ListAccountsResponse.builder()
        .accounts(page.items().stream().map(membership -> models.account(organization, membership)).toList())
        .nextToken(page.next())
        .build();
  }
}
