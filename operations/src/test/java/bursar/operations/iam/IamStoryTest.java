package bursar.operations.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.Failure;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.Caller;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.model.*;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class IamStoryTest {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String PASSWORD = "Correct-horse-2";

  private IamWorld world;
  private Caller root;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new IamWorld(folder);
    root = world.root();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyOperationIsDeclaredWithoutFault() {
    assertThat(world.catalogue.all()).hasSize(62);
  }

  @Test
  void anOwnerMakesAnAdministratorWhoThenManagesIdentities() {
    createUser(root, "Anna");
    attach(root, "Anna", ADMINISTRATOR);
    Caller anna = world.user("Anna");
    User bob = world.call(
        anna, "iam", "CreateUser", CreateUserRequest.builder().userName("Bob").path("/staff/").tags(tag("Team", "Web")).build(),
        CreateUserResponse.class).user();
    assertThat(bob.arn()).isEqualTo("arn:aws:iam::" + world.account.id() + ":user/staff/Bob");
    assertThat(bob.tags()).containsExactly(tag("Team", "Web"));
    ListUsersResponse users = world.call(anna, "iam", "ListUsers", ListUsersRequest.builder().maxItems(1).build(), ListUsersResponse.class);
    assertThat(users.users()).extracting(User::userName).containsExactly("Anna");
    assertThat(users.isTruncated()).isTrue();
    users = world.call(
        anna, "iam", "ListUsers", ListUsersRequest.builder().marker(users.marker()).build(), ListUsersResponse.class);
    assertThat(users.users()).extracting(User::userName).containsExactly("Bob");
    assertThat(users.isTruncated()).isFalse();
    assertRefused(() -> createUser(anna, "BOB"), "EntityAlreadyExists", "User with name BOB already exists.");
    assertRefused(() -> createUser(anna, "no spaces"), "ValidationError", "failed to satisfy constraint");
  }

  @Test
  void whoHasNoPolicyMayDoNothingButAskWhoItIs() {
    createUser(root, "Plain");
    Caller plain = world.user("Plain");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> createUser(plain, "Other"))
        .withMessageContaining("User: arn:aws:iam::" + world.account.id() + ":user/Plain is not authorized to perform: iam:CreateUser on"
            + " resource: arn:aws:iam::" + world.account.id() + ":user/Other because no identity-based policy allows the iam:CreateUser action");
    GetCallerIdentityResponse self = world.call(
        plain, "sts", "GetCallerIdentity", GetCallerIdentityRequest.builder().build(), GetCallerIdentityResponse.class);
    assertThat(self.arn()).endsWith(":user/Plain");
    assertThat(self.userId()).startsWith("AIDA");
    assertThat(self.account()).isEqualTo(world.account.id().digits());
  }

  @Test
  void anArnOfAPolicyIsNotWalkedAroundByAnotherCaseOrPath() {
    createUser(root, "Guard");
    world.call(
        root, "iam", "CreateUser", CreateUserRequest.builder().userName("Boss").path("/board/").build(), CreateUserResponse.class);
    putInline(root, "Guard",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\"},"
            + "{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"arn:aws:iam::*:user/board/Boss\"}]}");
    Caller guard = world.user("Guard");
    for (String name : new String[] {"Boss", "BOSS", "boss"}) {
      assertThatExceptionOfType(AccessDenied.class)
          .isThrownBy(() -> world.call(guard, "iam", "GetUser", GetUserRequest.builder().userName(name).build(), GetUserResponse.class))
          .withMessageContaining("with an explicit deny in an identity-based policy");
    }
  }

  @Test
  void tagsOfUsersCanGuardThem() {
    createUser(root, "Helper");
    world.call(
        root, "iam", "CreateUser", CreateUserRequest.builder().userName("Web").tags(tag("Team", "Web")).build(), CreateUserResponse.class);
    createUser(root, "Other");
    putInline(root, "Helper",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iam:GetUser\",\"Resource\":\"*\","
            + "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/Team\":\"Web\"}}}]}");
    Caller helper = world.user("Helper");
    GetUserResponse web = world.call(helper, "iam", "GetUser", GetUserRequest.builder().userName("Web").build(), GetUserResponse.class);
    assertThat(web.user().tags()).containsExactly(tag("Team", "Web"));
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> world.call(helper, "iam", "GetUser", GetUserRequest.builder().userName("Other").build(), GetUserResponse.class));
  }

  @Test
  void withoutAUserNameTheCallerIsMeantTheOwnerIncluded() {
    GetUserResponse owner = world.call(root, "iam", "GetUser", GetUserRequest.builder().build(), GetUserResponse.class);
    assertThat(owner.user().arn()).endsWith(":root");
    assertThat(owner.user().userId()).isEqualTo(world.account.id().digits());
    AccessKey rootKey = createKey(root);
    assertThat(rootKey.userName()).isNull();
    assertThat(rootKey.secretAccessKey()).hasSize(40);
    createUser(root, "Anna");
    attach(root, "Anna", ADMINISTRATOR);
    Caller anna = world.user("Anna");
    AccessKey annasKey = createKey(anna);
    assertThat(annasKey.userName()).isEqualTo("Anna");
    ListAccessKeysResponse keys =
        world.call(anna, "iam", "ListAccessKeys", ListAccessKeysRequest.builder().build(), ListAccessKeysResponse.class);
    assertThat(keys.accessKeyMetadata()).extracting(AccessKeyMetadata::accessKeyId).containsExactly(annasKey.accessKeyId());
    world.call(
        anna, "iam", "UpdateAccessKey",
        UpdateAccessKeyRequest.builder().accessKeyId(annasKey.accessKeyId()).status("Inactive").build(), UpdateAccessKeyResponse.class);
    GetAccessKeyLastUsedResponse used = world.call(
        anna, "iam", "GetAccessKeyLastUsed", GetAccessKeyLastUsedRequest.builder().accessKeyId(annasKey.accessKeyId()).build(),
        GetAccessKeyLastUsedResponse.class);
    assertThat(used.userName()).isEqualTo("Anna");
    assertThat(used.accessKeyLastUsed().serviceName()).isEqualTo("N/A");
    assertRefused(
        () -> world.call(
            anna, "iam", "DeleteAccessKey", DeleteAccessKeyRequest.builder().accessKeyId(rootKey.accessKeyId()).build(),
            DeleteAccessKeyResponse.class),
        "NoSuchEntity", "The Access Key with id " + rootKey.accessKeyId() + " cannot be found.");
  }

  @Test
  void aUserChangesTheOwnPasswordWithTheShippedPolicy() {
    createUser(root, "Anna");
    world.call(
        root, "iam", "CreateLoginProfile",
        CreateLoginProfileRequest.builder().userName("Anna").password(PASSWORD).passwordResetRequired(true).build(),
        CreateLoginProfileResponse.class);
    attach(root, "Anna", "arn:aws:iam::aws:policy/IAMUserChangePassword");
    Caller anna = world.user("Anna");
    assertRefused(() -> changePassword(anna, "wrong", "Correct-horse-3"), "AccessDenied", "old password was incorrect");
    assertRefused(() -> changePassword(anna, PASSWORD, "weak"), "PasswordPolicyViolation", "at least 8 characters");
    changePassword(anna, PASSWORD, "Correct-horse-3");
    GetLoginProfileResponse profile = world.call(
        root, "iam", "GetLoginProfile", GetLoginProfileRequest.builder().userName("Anna").build(), GetLoginProfileResponse.class);
    assertThat(profile.loginProfile().passwordResetRequired()).isFalse();
    assertRefused(() -> changePassword(root, PASSWORD, "Correct-horse-4"), "InvalidUserType", "Only IAM Users");
  }

  @Test
  void guessingTheOldPasswordIsSlowedDownLikeGuessingAtTheDoor() {
    createUser(root, "Anna");
    world.call(
        root, "iam", "CreateLoginProfile", CreateLoginProfileRequest.builder().userName("Anna").password(PASSWORD).build(),
        CreateLoginProfileResponse.class);
    attach(root, "Anna", "arn:aws:iam::aws:policy/IAMUserChangePassword");
    Caller anna = world.user("Anna");
    for (int guess = 0; guess < 5; guess++) {
      assertRefused(() -> changePassword(anna, "wrong", "Correct-horse-3"), "AccessDenied", "old password was incorrect");
    }
    assertRefused(() -> changePassword(anna, PASSWORD, "Correct-horse-3"), "EntityTemporarilyUnmodifiable", "Try again in 1 second.");
    world.pass(Duration.ofSeconds(1));
    assertRefused(() -> changePassword(anna, "wrong", "Correct-horse-3"), "AccessDenied", "old password was incorrect");
    assertRefused(() -> changePassword(anna, PASSWORD, "Correct-horse-3"), "EntityTemporarilyUnmodifiable", "Try again in 2 seconds.");
    world.pass(Duration.ofSeconds(2));
    changePassword(anna, PASSWORD, "Correct-horse-3");
    changePassword(anna, "Correct-horse-3", "Correct-horse-4");
  }

  @Test
  void tagKeysThatDifferInCaseOnlyAreOneKey() {
    String document = "{ \"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"iam:Get*\", \"Resource\": \"*\"}] }";
    assertRefused(() -> world.call(root, "iam", "CreatePolicy", CreatePolicyRequest.builder().policyName("Twins").policyDocument(document)
        .tags(tag("Team", "blue"), tag("team", "red")).build(), CreatePolicyResponse.class), "InvalidInput", "Duplicate tag keys");
    String arn = world.call(root, "iam", "CreatePolicy", CreatePolicyRequest.builder().policyName("Twins").policyDocument(document)
        .tags(tag("Team", "blue")).build(), CreatePolicyResponse.class).policy().arn();
    world.call(root, "iam", "TagPolicy", TagPolicyRequest.builder().policyArn(arn).tags(tag("TEAM", "red")).build(), TagPolicyResponse.class);
    assertThat(world.call(root, "iam", "ListPolicyTags", ListPolicyTagsRequest.builder().policyArn(arn).build(), ListPolicyTagsResponse.class)
        .tags()).containsExactly(tag("TEAM", "red"));
  }

  @Test
  void aManagedPolicyIsMadeAttachedThroughAGroupVersionedAndDeleted() {
    String document = "{ \"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"iam:Get*\", \"Resource\": \"*\"}] }";
    Policy policy = world.call(
        root, "iam", "CreatePolicy",
        CreatePolicyRequest.builder().policyName("Reader").policyDocument(document).description("reads").tags(tag("k", "v")).build(),
        CreatePolicyResponse.class).policy();
    createUser(root, "Anna");
    world.call(root, "iam", "CreateGroup", CreateGroupRequest.builder().groupName("Readers").build(), CreateGroupResponse.class);
    world.call(
        root, "iam", "AddUserToGroup", AddUserToGroupRequest.builder().groupName("Readers").userName("Anna").build(),
        AddUserToGroupResponse.class);
    world.call(
        root, "iam", "AttachGroupPolicy", AttachGroupPolicyRequest.builder().groupName("Readers").policyArn(policy.arn()).build(),
        AttachGroupPolicyResponse.class);
    Caller anna = world.user("Anna");
    GetPolicyVersionResponse version = world.call(
        anna, "iam", "GetPolicyVersion", GetPolicyVersionRequest.builder().policyArn(policy.arn()).versionId("v1").build(),
        GetPolicyVersionResponse.class);
    assertThat(version.policyVersion().document()).startsWith("%7B%20%22Version").doesNotContain("+", "*");
    assertThat(URLDecoder.decode(version.policyVersion().document(), StandardCharsets.UTF_8)).isEqualTo(document);
    GetPolicyResponse shown =
        world.call(anna, "iam", "GetPolicy", GetPolicyRequest.builder().policyArn(policy.arn()).build(), GetPolicyResponse.class);
    assertThat(shown.policy().attachmentCount()).isEqualTo(1);
    assertThat(shown.policy().description()).isEqualTo("reads");
    assertThat(shown.policy().tags()).containsExactly(tag("k", "v"));
    ListEntitiesForPolicyResponse entities = world.call(
        root, "iam", "ListEntitiesForPolicy", ListEntitiesForPolicyRequest.builder().policyArn(policy.arn()).build(),
        ListEntitiesForPolicyResponse.class);
    assertThat(entities.policyGroups()).extracting(PolicyGroup::groupName).containsExactly("Readers");
    assertThat(entities.policyUsers()).isEmpty();
    assertRefused(() -> deletePolicy(policy.arn()), "DeleteConflict", "attached to entities");
    world.call(
        root, "iam", "CreatePolicyVersion",
        CreatePolicyVersionRequest.builder().policyArn(policy.arn()).policyDocument(document.replace("Allow", "Deny")).setAsDefault(true).build(),
        CreatePolicyVersionResponse.class);
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> world.call(anna, "iam", "GetPolicy", GetPolicyRequest.builder().policyArn(policy.arn()).build(), GetPolicyResponse.class));
    world.call(
        root, "iam", "SetDefaultPolicyVersion", SetDefaultPolicyVersionRequest.builder().policyArn(policy.arn()).versionId("v1").build(),
        SetDefaultPolicyVersionResponse.class);
    ListPolicyVersionsResponse versions = world.call(
        root, "iam", "ListPolicyVersions", ListPolicyVersionsRequest.builder().policyArn(policy.arn()).build(), ListPolicyVersionsResponse.class);
    assertThat(versions.versions()).extracting(PolicyVersion::versionId).containsExactly("v2", "v1");
    assertThat(versions.versions()).extracting(PolicyVersion::isDefaultVersion).containsExactly(false, true);
    world.call(
        root, "iam", "DeletePolicyVersion", DeletePolicyVersionRequest.builder().policyArn(policy.arn()).versionId("v2").build(),
        DeletePolicyVersionResponse.class);
    world.call(
        root, "iam", "DetachGroupPolicy", DetachGroupPolicyRequest.builder().groupName("Readers").policyArn(policy.arn()).build(),
        DetachGroupPolicyResponse.class);
    deletePolicy(policy.arn());
    ListPoliciesResponse local = world.call(
        root, "iam", "ListPolicies", ListPoliciesRequest.builder().scope("Local").build(), ListPoliciesResponse.class);
    assertThat(local.policies()).isEmpty();
    ListPoliciesResponse shipped =
        world.call(root, "iam", "ListPolicies", ListPoliciesRequest.builder().scope("AWS").build(), ListPoliciesResponse.class);
    assertThat(shipped.policies()).extracting(Policy::arn).contains(ADMINISTRATOR);
  }

  @Test
  void inlinePoliciesComeBackPercentEncodedAndListedByName() {
    createUser(root, "Anna");
    putInline(root, "Anna", "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b~c\",\"Resource\":\"*\"}]}");
    GetUserPolicyResponse policy = world.call(
        root, "iam", "GetUserPolicy", GetUserPolicyRequest.builder().userName("anna").policyName("Own").build(), GetUserPolicyResponse.class);
    assertThat(policy.userName()).isEqualTo("Anna");
    assertThat(policy.policyDocument()).contains("a%3Ab~c").contains("%2A");
    ListUserPoliciesResponse names = world.call(
        root, "iam", "ListUserPolicies", ListUserPoliciesRequest.builder().userName("Anna").build(), ListUserPoliciesResponse.class);
    assertThat(names.policyNames()).containsExactly("Own");
    assertRefused(() -> putInline(root, "Anna", "not a policy"), "MalformedPolicyDocument", "line 1");
  }

  @Test
  void theSummaryCountsAndTheAliasIsListed() {
    createUser(root, "Anna");
    world.call(
        root, "iam", "CreateAccountAlias", CreateAccountAliasRequest.builder().accountAlias("my-company").build(), CreateAccountAliasResponse.class);
    ListAccountAliasesResponse aliases = world.call(
        root, "iam", "ListAccountAliases", ListAccountAliasesRequest.builder().build(), ListAccountAliasesResponse.class);
    assertThat(aliases.accountAliases()).containsExactly("my-company");
    GetAccountSummaryResponse summary =
        world.call(root, "iam", "GetAccountSummary", GetAccountSummaryRequest.builder().build(), GetAccountSummaryResponse.class);
    assertThat(summary.summaryMapAsStrings()).containsEntry("Users", 1).containsEntry("UsersQuota", 5000);
  }

  private void createUser(Caller caller, String name) {
    world.call(caller, "iam", "CreateUser", CreateUserRequest.builder().userName(name).build(), CreateUserResponse.class);
  }

  private void attach(Caller caller, String userName, String arn) {
    world.call(
        caller, "iam", "AttachUserPolicy", AttachUserPolicyRequest.builder().userName(userName).policyArn(arn).build(),
        AttachUserPolicyResponse.class);
  }

  private void putInline(Caller caller, String userName, String document) {
    world.call(
        caller, "iam", "PutUserPolicy",
        PutUserPolicyRequest.builder().userName(userName).policyName("Own").policyDocument(document).build(), PutUserPolicyResponse.class);
  }

  private AccessKey createKey(Caller caller) {
    return world.call(caller, "iam", "CreateAccessKey", CreateAccessKeyRequest.builder().build(), CreateAccessKeyResponse.class).accessKey();
  }

  private void changePassword(Caller caller, String before, String after) {
    world.call(
        caller, "iam", "ChangePassword", ChangePasswordRequest.builder().oldPassword(before).newPassword(after).build(),
        ChangePasswordResponse.class);
  }

  private void deletePolicy(String arn) {
    world.call(root, "iam", "DeletePolicy", DeletePolicyRequest.builder().policyArn(arn).build(), DeletePolicyResponse.class);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static void assertRefused(ThrowingCallable call, String code, String partOfTheSentence) {
    assertThatExceptionOfType(Failure.class).isThrownBy(call).satisfies(failure -> {
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.sentence()).contains(partOfTheSentence);
    });
  }
}
