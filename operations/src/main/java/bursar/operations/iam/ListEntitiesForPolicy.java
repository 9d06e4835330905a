package bursar.operations.iam;

import bursar.domain.identity.Identity;
import bursar.domain.identity.Names;
import bursar.domain.identity.PageRequest;
import bursar.domain.identity.PolicyHolder;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/** Lists the users and groups a managed policy is attached to. Source: IAM API reference, ListEntitiesForPolicy. */
public final class ListEntitiesForPolicy implements Operation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> {
  private final Identity identity;
  private final Declaration<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> declaration;

  /** The operation over the rules of identities. */
  public ListEntitiesForPolicy(Identity identity) {
    this.identity = identity;
    IamTargets targets = new IamTargets(identity);
    declaration =
        IamService.declare(
                "ListEntitiesForPolicy", ListEntitiesForPolicyRequest.class, ListEntitiesForPolicyResponse.class, AccessLevel.LIST)
            .summary("Lists the users and groups a managed policy is attached to.")
            .resource((caller, input) -> input.policyArn())
            .conditionKeys((caller, input) -> targets.policyTags(caller, input.policyArn()))
            .rules(
                IamRules.POLICY_ARN, IamRules.ENTITY_FILTER, IamRules.PATH_PREFIX, IamRules.USAGE_FILTER, IamRules.MAX_ITEMS,
                IamRules.MARKER)
            .errors(IamService.NO_SUCH_ENTITY, IamService.INVALID_INPUT)
            .example(() -> ListEntitiesForPolicyRequest.builder().policyArn("arn:aws:iam::111122223333:policy/Reader").build())
            .build();
  }

  @Override
  public Declaration<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> declaration() {
    return declaration;
  }

  @Override
  public ListEntitiesForPolicyResponse handle(Authorized<ListEntitiesForPolicyRequest> call) {
    var input = call.input();
    var policy = identity.managedPolicies().get(call.account(), input.policyArn());
    var holders = holders(call, policy.arn());
    var page = PageRequest.of(input.maxItems(), input.marker()).pageOfAll(holders, ListEntitiesForPolicy::order);
    List<PolicyUser> users = new ArrayList<>();
    List<PolicyGroup> groups = new ArrayList<>();
    for (PolicyHolder holder : page.items()) {
      switch (holder) {
        case PolicyHolder.OfUser _ -> users.add(PolicyUser.builder().userName(holder.name()).userId(holder.id()).build());
        case PolicyHolder.OfGroup _ -> groups.add(PolicyGroup.builder().groupName(holder.name()).groupId(holder.id()).build());
      }
    }
    return ListEntitiesForPolicyResponse.builder()
        .policyUsers(users)
        .policyGroups(groups)
        .policyRoles(List.<PolicyRole>of())
        .isTruncated(page.next() != null)
        .marker(page.next())
        .build();
  }

  private List<PolicyHolder> holders(Authorized<ListEntitiesForPolicyRequest> call, String arn) {
    var input = call.input();
    String filter = input.entityFilterAsString();
    List<PolicyHolder> holders = new ArrayList<>();
    if ("PermissionsBoundary".equals(input.policyUsageFilterAsString())) {
      return holders;
    }
    if (filter == null || filter.equals("Group")) {
      identity.attachments().groups(call.account(), arn).forEach(group -> holders.add(new PolicyHolder.OfGroup(group)));
    }
    if (filter == null || filter.equals("User")) {
      identity.attachments().users(call.account(), arn).forEach(user -> holders.add(new PolicyHolder.OfUser(user)));
    }
    if (input.pathPrefix() != null) {
      holders.removeIf(holder -> !holder.path().startsWith(input.pathPrefix()));
    }
    return holders;
  }

  /** Groups first, each part by name. */
  private static String order(PolicyHolder holder) {
    return switch (holder) {
      case PolicyHolder.OfGroup group -> "1 " + Names.key(group.name());
      case PolicyHolder.OfUser user -> "2 " + Names.key(user.name());
    };
  }
}
