package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** Whatever the server remembers about who signs, a change counts from the very next call. */
class NextCallTest {
  private static final String OWN_DEPARTMENT_ONLY =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"*",
       "Condition":{"StringEquals":{"aws:PrincipalTag/department":"finance"}}}}""";

  private static IamClient owner;

  @BeforeAll
  static void signUp() {
    Browser browser = Browser.ofNewOwner(SharedServer.url(), "owner@next-call.example");
    String made = browser.iam("CreateAccessKey").ok().body();
    owner = Program.with(SharedServer.url(), BadInputTest.element(made, "AccessKeyId"), BadInputTest.element(made, "SecretAccessKey")).iam();
  }

  private static Program userWithKey(String name) {
    owner.createUser(user -> user.userName(name));
    return Program.with(SharedServer.url(), keyOf(name));
  }

  private static AccessKey keyOf(String name) {
    return owner.createAccessKey(key -> key.userName(name)).accessKey();
  }

  @Test
  void aKeyMadeInactiveSignsNoMoreAndSignsAgainWhenActive() {
    Program user = userWithKey("sleeper");
    StsClient sts = user.sts();
    sts.getCallerIdentity();
    String id = user.key().accessKeyId();
    owner.updateAccessKey(key -> key.userName("sleeper").accessKeyId(id).status(StatusType.INACTIVE));
    assertThatThrownBy(sts::getCallerIdentity).isInstanceOfSatisfying(
        StsException.class, refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"));
    owner.updateAccessKey(key -> key.userName("sleeper").accessKeyId(id).status(StatusType.ACTIVE));
    sts.getCallerIdentity();
    owner.deleteAccessKey(key -> key.userName("sleeper").accessKeyId(id));
    assertThatThrownBy(sts::getCallerIdentity).isInstanceOf(StsException.class);
  }

  @Test
  void aRenamedUserCallsUnderTheNewName() {
    StsClient sts = userWithKey("before").sts();
    assertThat(sts.getCallerIdentity().arn()).endsWith(":user/before");
    owner.updateUser(user -> user.userName("before").newUserName("after").newPath("/staff/"));
    assertThat(sts.getCallerIdentity().arn()).endsWith(":user/staff/after");
  }

  @Test
  void tagsOfTheCallerDecideAsTheyAreNow() {
    IamClient user = userWithKey("tagged").iam();
    owner.putUserPolicy(policy -> policy.userName("tagged").policyName("Own").policyDocument(OWN_DEPARTMENT_ONLY));
    assertThatThrownBy(() -> user.getUser(asked -> asked.userName("tagged"))).isInstanceOf(IamException.class);
    owner.tagUser(user1 -> user1.userName("tagged").tags(tag -> tag.key("department").value("finance")));
    assertThat(user.getUser(asked -> asked.userName("tagged")).user().userName()).isEqualTo("tagged");
    owner.untagUser(user1 -> user1.userName("tagged").tagKeys("department"));
    assertThatThrownBy(() -> user.getUser(asked -> asked.userName("tagged"))).isInstanceOf(IamException.class);
  }

  @Test
  void theFirstUseOfAKeyIsNotedThoughTheKeyIsRemembered() {
    Program user = userWithKey("noted");
    user.sts().getCallerIdentity();
    assertThat(owner.getAccessKeyLastUsed(asked -> asked.accessKeyId(user.key().accessKeyId())).accessKeyLastUsed().serviceName()).isEqualTo("sts");
  }
}
