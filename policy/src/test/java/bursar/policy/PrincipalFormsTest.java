package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a text names. */
class PrincipalFormsTest {
  private static final RequestContext SILENT = RequestContext.empty();

  @Test
  void everyFormIsTold() {
    assertThat(Principal.parse("arn:aws:iam::111122223333:root")).isInstanceOf(Principal.AccountRoot.class);
    assertThat(Principal.parse("arn:aws-cn:iam::111122223333:user/a/b")).isInstanceOf(Principal.User.class);
    assertThat(Principal.parse("arn:aws:iam::111122223333:role/a/b/Ops"))
        .isEqualTo(new Principal.Role("arn:aws:iam::111122223333:role/a/b/Ops", "111122223333", "/a/b/", "Ops"));
    assertThat(Principal.parse("arn:aws-us-gov:sts::111122223333:assumed-role/Ops/one"))
        .isEqualTo(
            new Principal.RoleSession(
                "arn:aws-us-gov:sts::111122223333:assumed-role/Ops/one", "111122223333", "Ops", "arn:aws-us-gov:iam::111122223333:role/Ops"));
    assertThat(Principal.parse("arn:aws:sts::111122223333:federated-user/ann")).isInstanceOf(Principal.FederatedUser.class);
    assertThat(Principal.parse("arn:aws:iam::111122223333:oidc-provider/example.com")).isInstanceOf(Principal.FederatedIdentity.class);
    assertThat(Principal.parse("accounts.google.com")).isInstanceOf(Principal.FederatedIdentity.class);
    assertThat(Principal.parse("ec2.us-east-1.amazonaws.com")).isInstanceOf(Principal.Service.class);
    assertThat(Principal.parse("anonymous")).isInstanceOf(Principal.Anonymous.class);
  }

  @Test
  void otherTextsNameNobody() {
    for (String text :
        List.of("", "ann", "*", "arn:", "arn:aws:iam", "arn:aws:iam::111122223333:group/g", "arn:aws:iam::111122223333:user/", "arn:aws:iam:::root",
            "arn:aws:sts::111122223333:assumed-role/Ops", "arn:aws:sts::111122223333:assumed-role/Ops/", "arn:aws:sts::111122223333:assumed-role//x",
            "arn:aws:sts::111122223333:federated-user/", "arn:aws:s3::111122223333:user/ann", ".amazonaws.com", "a..b", "Ecs.amazonaws.com",
            "arn:aws:iam::111122223333:roots", "arn::iam::111122223333:root", ":::::::", "arn:::::::")) {
      assertThat(Principal.parse(text)).as(text).isEqualTo(new Principal.Unrecognized(text));
    }
  }

  @Test
  void onlyAServiceLinkedPathMakesARoleServiceLinked() {
    Principal session = Principal.parse("arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/one");
    assertThat(session.isServiceLinked(SILENT)).isTrue();
    assertThat(session.isServiceLinked(told("arn:aws:iam::111122223333:role/AWSServiceRoleForX"))).isFalse();
    assertThat(session.isServiceLinked(told("arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"))).isTrue();
    assertThat(session.isServiceLinked(told("arn:aws:iam::444455556666:role/AWSServiceRoleForX"))).as("another account's is not believed").isTrue();
    assertThat(Principal.parse("arn:aws:iam::111122223333:role/AWSServiceRoleForX").isServiceLinked(SILENT)).isFalse();
    assertThat(Principal.parse("arn:aws:iam::111122223333:user/AWSServiceRoleForX").isServiceLinked(SILENT)).isFalse();
  }

  private static RequestContext told(String arn) {
    return RequestContext.builder().put("aws:PrincipalArn", arn).build();
  }
}
