package bursar.operations.iam;

import bursar.domain.accounts.Accounts;
import bursar.domain.identity.Identity;
import bursar.domain.organizations.Organizations;
import bursar.domain.signin.PresentPassword;
import bursar.operations.declaration.Operation;
import java.util.List;

/** Every operation of IAM that this product serves. */
public final class IamOperations {
  private IamOperations() {}

  /** All of them, over those rules. */
  public static List<Operation<?, ?>> all(
      Identity identity, Accounts accounts, PresentPassword presentPassword, Organizations organizations) {
    return List.of(
        new CreateUser(identity),
        new GetUser(identity, accounts),
        new ListUsers(identity),
        new UpdateUser(identity),
        new DeleteUser(identity),
        new TagUser(identity),
        new UntagUser(identity),
        new ListUserTags(identity),
        new CreateGroup(identity),
        new GetGroup(identity),
        new ListGroups(identity),
        new UpdateGroup(identity),
        new DeleteGroup(identity),
        new AddUserToGroup(identity),
        new RemoveUserFromGroup(identity),
        new ListGroupsForUser(identity),
        new CreateLoginProfile(identity),
        new GetLoginProfile(identity),
        new UpdateLoginProfile(identity),
        new DeleteLoginProfile(identity),
        new ChangePassword(identity, presentPassword),
        new CreateAccessKey(identity),
        new ListAccessKeys(identity),
        new UpdateAccessKey(identity),
        new DeleteAccessKey(identity),
        new GetAccessKeyLastUsed(identity),
        new PutUserPolicy(identity),
        new GetUserPolicy(identity),
        new DeleteUserPolicy(identity),
        new ListUserPolicies(identity),
        new AttachUserPolicy(identity),
        new DetachUserPolicy(identity),
        new ListAttachedUserPolicies(identity),
        new PutGroupPolicy(identity),
        new GetGroupPolicy(identity),
        new DeleteGroupPolicy(identity),
        new ListGroupPolicies(identity),
        new AttachGroupPolicy(identity),
        new DetachGroupPolicy(identity),
        new ListAttachedGroupPolicies(identity),
        new CreatePolicy(identity),
        new GetPolicy(identity),
        new ListPolicies(identity),
        new DeletePolicy(identity),
        new CreatePolicyVersion(identity),
        new GetPolicyVersion(identity),
        new ListPolicyVersions(identity),
        new DeletePolicyVersion(identity),
        new SetDefaultPolicyVersion(identity),
        new ListEntitiesForPolicy(identity),
        new TagPolicy(identity),
        new UntagPolicy(identity),
        new ListPolicyTags(identity),
        new CreateAccountAlias(accounts),
        new DeleteAccountAlias(accounts),
        new ListAccountAliases(accounts),
        new GetAccountSummary(identity),
        new SimulatePrincipalPolicy(identity, organizations),
        new SimulateCustomPolicy(),
        new GetContextKeysForPrincipalPolicy(identity),
        new GetContextKeysForCustomPolicy());
  }
}
