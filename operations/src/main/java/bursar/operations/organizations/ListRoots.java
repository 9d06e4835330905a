package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.Root;

/** Lists the roots of the organization: there is one. Source: AWS Organizations API reference, ListRoots. */
final class ListRoots implements Operation<ListRootsRequest, ListRootsResponse> {
  private final Organizations organizations;
  private final Declaration<ListRootsRequest, ListRootsResponse> declaration;

  ListRoots(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare("ListRoots", ListRootsRequest.class, ListRootsResponse.class, AccessLevel.LIST)
            .summary("Lists the roots of the organization: there is one.")
            .rules(OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListRootsRequest.builder().build())
            .build();
  }

  @Override
  public Declaration<ListRootsRequest, ListRootsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListRootsResponse handle(Authorized<ListRootsRequest> call) {
    ListRootsRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    Root root =
        Root.builder().id(organization.rootId()).arn(organization.arnOf("root", organization.rootId())).name("Root")
            .policyTypes(List.of()).build();
    Page<Root> page = OrganizationsService.page(List.of(root), Root::id, request.maxResults(), request.nextToken());
    return ListRootsResponse.builder().roots(page.items()).nextToken(page.next()).build();
  }
}
