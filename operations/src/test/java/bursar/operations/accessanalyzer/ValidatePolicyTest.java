package bursar.operations.accessanalyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.memory.AccessWorld;
import bursar.policy.PolicyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.accessanalyzer.model.PolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyFinding;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyRequest;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResponse;

class ValidatePolicyTest {
  private static final String THREE = """
      {
        "Statement": [
          {"Effect": "Allow", "Action": ["ce:GetTag"], "Resource": "*"},
          {"Effect": "Deny", "Action": "aws-portal:*", "Resource": "*"}
        ]
      }""";

  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private ValidatePolicyResponse validate(ValidatePolicyRequest.Builder request) {
    return world.call(world.root(), "access-analyzer", "ValidatePolicy", request.build());
  }

  private static ValidatePolicyRequest.Builder asked(String document) {
    return ValidatePolicyRequest.builder().policyDocument(document).policyType(PolicyType.IDENTITY_POLICY);
  }

  @Test
  void findingsHaveTheirPathAndSpan() {
    ValidatePolicyResponse answer = validate(asked(THREE));
    assertThat(answer.nextToken()).isNull();
    assertThat(answer.findings()).extracting(ValidatePolicyFinding::issueCode).containsExactly("MISSING_VERSION", "INVALID_ACTION", "LEGACY_BILLING_DENY");
    ValidatePolicyFinding misspelt = answer.findings().get(1);
    assertThat(misspelt.findingTypeAsString()).isEqualTo("ERROR");
    assertThat(misspelt.findingDetails()).contains("Did you mean `ce:GetTags`?");
    assertThat(misspelt.learnMoreLink()).endsWith("#access-analyzer-reference-policy-checks-error-invalid-action");
    assertThat(misspelt.locations()).singleElement().satisfies(location -> {
      assertThat(location.path().get(0).value()).isEqualTo("Statement");
      assertThat(location.path().get(1).index()).isZero();
      assertThat(location.path().get(2).value()).isEqualTo("Action");
      assertThat(location.path().get(3).index()).isZero();
      assertThat(location.span().start().line()).isEqualTo(3);
      assertThat(location.span().start().column()).isEqualTo(35);
      assertThat(THREE.substring(location.span().start().offset(), location.span().end().offset())).isEqualTo("\"ce:GetTag\"");
    });
  }

  @Test
  void pagesFollowOneAnother() {
    ValidatePolicyResponse first = validate(asked(THREE).maxResults(2));
    assertThat(first.findings()).hasSize(2);
    ValidatePolicyResponse second = validate(asked(THREE).maxResults(2).nextToken(first.nextToken()));
    assertThat(second.findings()).extracting(ValidatePolicyFinding::issueCode).containsExactly("LEGACY_BILLING_DENY");
    assertThat(second.nextToken()).isNull();
    for (String token : new String[] {"x", "0", "99", "-1"}) {
      assertThatThrownBy(() -> validate(asked(THREE).nextToken(token))).isInstanceOf(Failure.class).hasMessageContaining("nextToken");
    }
  }

  @Test
  void everyTypeIsReadAsItsKind() {
    ValidatePolicyRequest.Builder resource = ValidatePolicyRequest.builder().policyType(PolicyType.RESOURCE_POLICY);
    assertThat(ValidatePolicy.kind(resource.build())).isEqualTo(PolicyKind.RESOURCE);
    assertThat(ValidatePolicy.kind(resource.validatePolicyResourceType(ValidatePolicyResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT).build()))
        .isEqualTo(PolicyKind.TRUST);
    assertThat(ValidatePolicy.kind(ValidatePolicyRequest.builder().policyType(PolicyType.SERVICE_CONTROL_POLICY).build())).isEqualTo(PolicyKind.SERVICE_CONTROL);
    assertThat(ValidatePolicy.kind(ValidatePolicyRequest.builder().policyType(PolicyType.RESOURCE_CONTROL_POLICY).build())).isEqualTo(PolicyKind.RESOURCE_CONTROL);
    assertThatThrownBy(() -> validate(asked("{}").policyType("ANOTHER"))).hasMessageContaining("Member must satisfy enum value set");
  }

  @Test
  void whatIsNoPolicyIsAFindingAndNoFailure() {
    assertThat(validate(asked("{")).findings()).singleElement().satisfies(finding -> assertThat(finding.issueCode()).isEqualTo("JSON_SYNTAX_ERROR"));
  }
}
