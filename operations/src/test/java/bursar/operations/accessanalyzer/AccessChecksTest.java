package bursar.operations.accessanalyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.memory.AccessWorld;
import bursar.policy.prove.Proof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.model.Access;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckPolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedResponse;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoNewAccessRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoNewAccessResponse;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoPublicAccessRequest;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoPublicAccessResponse;

class AccessChecksTest {
  private static final String COSTS = allow("\"ce:Get*\"");
  private static final String BUCKET = """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Own","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"},
        {"Sid":"Everybody","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"%s}]}""";

  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static String allow(String actions) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[" + actions + "],\"Resource\":\"*\"}]}";
  }

  private CheckNoNewAccessResponse compare(String existing, String changed) {
    return world.call(world.root(), "access-analyzer", "CheckNoNewAccess", CheckNoNewAccessRequest.builder()
        .existingPolicyDocument(existing).newPolicyDocument(changed).policyType(AccessCheckPolicyType.IDENTITY_POLICY).build());
  }

  private CheckAccessNotGrantedResponse notGranted(String policy, Access access) {
    return world.call(world.root(), "access-analyzer", "CheckAccessNotGranted", CheckAccessNotGrantedRequest.builder()
        .policyDocument(policy).access(access).policyType(AccessCheckPolicyType.IDENTITY_POLICY).build());
  }

  private CheckNoPublicAccessResponse notPublic(String policy, AccessCheckResourceType type) {
    return world.call(world.root(), "access-analyzer", "CheckNoPublicAccess",
        CheckNoPublicAccessRequest.builder().policyDocument(policy).resourceType(type).build());
  }

  @Test
  void aNarrowerPolicyPassesAndAWiderOneFailsWithARequestThatOnlyItAllows() {
    CheckNoNewAccessResponse narrower = compare(COSTS, allow("\"ce:GetTags\""));
    assertThat(narrower.resultAsString()).isEqualTo("PASS");
    assertThat(narrower.message()).isEqualTo("The modified permissions do not grant new access compared to your existing policy.");
    assertThat(narrower.reasons()).isEmpty();
    CheckNoNewAccessResponse wider = compare(COSTS, allow("\"ce:Get*\",\"payments:MakePayment\""));
    assertThat(wider.resultAsString()).isEqualTo("FAIL");
    assertThat(wider.message()).startsWith("The modified permissions grant new access").containsIgnoringCase("payments:MakePayment on ");
    assertThat(wider.reasons()).singleElement().satisfies(reason -> {
      assertThat(reason.description()).isEqualTo("New access in the statement with index: 0.");
      assertThat(reason.statementIndex()).isZero();
      assertThat(reason.statementId()).isNull();
    });
  }

  @Test
  void whatIsNotGrantedIsProved() {
    Access payments = Access.builder().actions("payments:*").build();
    assertThat(notGranted(COSTS, payments).resultAsString()).isEqualTo("PASS");
    CheckAccessNotGrantedResponse granted = notGranted(allow("\"*\""), payments);
    assertThat(granted.resultAsString()).isEqualTo("FAIL");
    assertThat(granted.message()).contains("for example payments:");
    assertThat(granted.reasons()).singleElement()
        .satisfies(reason -> assertThat(reason.description()).isEqualTo("One or more of the listed actions or resources in the statement with index: 0."));
  }

  @Test
  void strangersAreFoundUnlessAValuePinsThemOut() {
    CheckNoPublicAccessResponse open = notPublic(BUCKET.formatted(""), AccessCheckResourceType.AWS_S3_BUCKET);
    assertThat(open.resultAsString()).isEqualTo("FAIL");
    assertThat(open.message()).contains("anonymous may do s3:GetObject on arn:aws:s3:::b/");
    assertThat(open.reasons()).singleElement().satisfies(reason -> assertThat(reason.statementId()).isEqualTo("Everybody"));
    String pinned = BUCKET.formatted(",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-example1\"}}");
    assertThat(notPublic(pinned, AccessCheckResourceType.AWS_S3_BUCKET).resultAsString()).isEqualTo("PASS");
    assertThatThrownBy(() -> notPublic(BUCKET.formatted(""), AccessCheckResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo("InvalidParameterException"))
        .hasMessageContaining("role trust policy");
  }

  @Test
  void whatIsWrongWithARequestIsSaid() {
    assertThatThrownBy(() -> compare("{", COSTS)).isInstanceOf(Failure.class)
        .hasMessageContaining("existingPolicyDocument is no identity-based policy").hasMessageContaining("line 1");
    assertThatThrownBy(() -> notGranted(COSTS, Access.builder().build())).isInstanceOf(Failure.class).hasMessageContaining("names actions");
    assertThatThrownBy(() -> notGranted(COSTS, Access.builder().actions("payments").build())).isInstanceOf(Failure.class)
        .hasMessageContaining("such as payments:*");
  }

  @Test
  void whatIsNotDecidedIsNoAnswer() {
    assertThatThrownBy(() -> new AccessCheck("yes.", "no", "why").of(new Proof.Unknown("There is too much."), "policy"))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo("UnprocessableEntityException"))
        .hasMessage("This could not be decided. There is too much.");
  }
}
