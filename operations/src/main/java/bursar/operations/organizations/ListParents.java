package bursar.operations.organizations;

import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.organizations.model.ListParentsRequest;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.ParentType;

/** Names the root or organizational unit that an account or unit stands in. Source: AWS Organizations API reference, ListParents. */
final class ListParents implements Operation<ListParentsRequest, ListParentsResponse> {
  private final Organizations organizations;
  private final Declaration<ListParentsRequest, ListParentsResponse> declaration;

  ListParents(Organizations organizations) {
    this.organizations = organizations;
    declaration =
        OrganizationsService.declare("ListParents", ListParentsRequest.class, ListParentsResponse.class, AccessLevel.LIST,
                "ChildNotFound")
            .summary("Names the root or organizational unit that an account or unit stands in.")
            .resource((caller, request) -> OrganizationsService.arn(organizations, caller, request.childId()))
            .rules(MemberRule.required("ChildId").matching("(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})"),
                OrganizationsService.NEXT_TOKEN, OrganizationsService.MAX_RESULTS)
            .example(() -> ListParentsRequest.builder().childId("222233334444").build())
            .build();
  }

  @Override
  public Declaration<ListParentsRequest, ListParentsResponse> declaration() {
    return declaration;
  }

  @Override
  public ListParentsResponse handle(Authorized<ListParentsRequest> call) {
    ListParentsRequest request = call.input();
    String parent = organizations.tree().parentOf(organizations.managedBy(call.account()), request.childId());
    ParentType type = parent.startsWith("r-") ? ParentType.ROOT : ParentType.ORGANIZATIONAL_UNIT;
    return ListParentsResponse.builder().parents(Parent.builder().id(parent).type(type).build()).build();
  }
}
