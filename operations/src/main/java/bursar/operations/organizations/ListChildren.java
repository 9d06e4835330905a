package bursar.operations.organizations;

import bursar.domain.identity.Page;
import bursar.domain.organizations.Organization;
import bursar.domain.organizations.OrganizationalUnit;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.organizations.model.Child;
import software.amazon.awssdk.services.organizations.model.ChildType;
import software.amazon.awssdk.services.organizations.model.ListChildrenRequest;
import software.amazon.awssdk.services.organizations.model.ListChildrenResponse;

/**
 * Lists the ids of the accounts or of the units that stand directly in a root or organizational unit.
 *
 * <p>Source: AWS Organizations API reference, ListChildren.
 */
final class ListChildren implements Operation<ListChildrenRequest, ListChildrenResponse> {
  private final Organizations organizations;
  private final Declaration<ListChildrenRequest, ListChildrenResponse> declaration;

  ListChildren(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare("ListChildren", ListChildrenRequest.class, ListChildrenResponse.class, AccessLevel.LIST,
                "ParentNotFound")
            .summary("Lists the ids of the accounts or of the units that stand directly in a root or organizational unit.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.parentId()))
            .rules(OrganizationsService.PARENT_ID, MemberRule.required("ChildType").oneOf("ACCOUNT", "ORGANIZATIONAL_UNIT"),
                OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListChildrenRequest.builder().parentId("r-examplerootid111").childType("ACCOUNT").build())
            .build();
  }

  @Override
  public Declaration<ListChildrenRequest, ListChildrenResponse> declaration() {
    return declaration;
  }

  @Override
  public ListChildrenResponse handle(Authorized<ListChildrenRequest> call) {
    ListChildrenRequest request = call.input();
    Organization organization = organizations.managedBy(call.account());
    ChildType type = request.childType();
    List<String> ids = type == ChildType.ACCOUNT
        ? organizations.tree().accountsIn(organization, request.parentId()).stream()
            .map(membership -> membership.account().digits()).toList()
        : organizations.tree().unitsIn(organization, request.parentId()).stream().map(OrganizationalUnit::id).toList();
    Page<String> page = OrganizationsService.page(ids, id -> id, request.maxResults(), request.nextToken());
    return ListChildrenResponse.builder()
        .children(page.items().stream().map(id -> Child.builder().id(id).type(type).build()).toList())
        .nextToken(page.next())
        .build();
  }
}
