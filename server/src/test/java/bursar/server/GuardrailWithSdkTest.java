package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** A guardrail put by the owner in a browser, and what IAM's own client is told when a change would break it. */
class GuardrailWithSdkTest {
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

  @Test
  void aChangeThatWouldBreakAGuardrailIsRefusedWithTheRequestAndNotStored() {
    String url = SharedServer.url();
    Browser owner = Browser.ofNewOwner(url, "owner@guardrails.example");
    String made = owner.iam("CreateAccessKey").ok().body();
    IamClient iam = Program.with(url, between(made, "AccessKeyId"), between(made, "SecretAccessKey")).iam();
    iam.createUser(user -> user.userName("anna"));
    iam.createGroup(group -> group.groupName("Finance"));
    owner.bursar("PutGuardrail", "{\"Name\":\"payments\",\"Actions\":[\"payments:*\"],\"ExceptGroups\":[\"Finance\"]}").ok();

    assertThatThrownBy(() -> iam.attachUserPolicy(asked -> asked.userName("anna").policyArn(ADMINISTRATOR)))
        .isInstanceOfSatisfying(IamException.class, refused -> {
          assertThat(refused.statusCode()).isEqualTo(403);
          assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
          assertThat(refused.awsErrorDetails().errorMessage()).startsWith("Guardrail payments of account ")
              .contains(":user/anna could payments:").doesNotContain("payments:x").contains("by line 4 of AdministratorAccess (attached to user)");
        });
    assertThat(iam.listAttachedUserPolicies(asked -> asked.userName("anna")).attachedPolicies()).isEmpty();
    iam.addUserToGroup(asked -> asked.userName("anna").groupName("Finance"));
    iam.attachUserPolicy(asked -> asked.userName("anna").policyArn(ADMINISTRATOR));
    assertThat(owner.bursar("CheckGuardrails", "{}").ok().body()).contains("\"HOLDS\"");
    assertThat(owner.bursar("WhoCan", "{\"Action\":\"billing:GetBillingData\"}").ok().body()).contains("\"NEVER\"", "\"ALWAYS\"");
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
