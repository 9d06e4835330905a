package bursar.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.identity.managed.AwsManagedPolicies;
import bursar.policy.PolicyReader;
import org.junit.jupiter.api.Test;

class AwsManagedPoliciesTest {
  @Test
  void everyShippedPolicyIsWellFormedAndKeepsAwsArn() {
    for (ManagedPolicy policy : AwsManagedPolicies.list()) {
      assertThat(PolicyReader.read(AwsManagedPolicies.version(policy).document()).statements()).isNotEmpty();
      assertThat(AwsManagedPolicies.find(policy.arn())).contains(policy);
      assertThat(policy.id()).matches("ANPA[A-Z2-7]{17}");
    }
    assertThat(AwsManagedPolicies.list()).extracting(ManagedPolicy::arn)
        .contains("arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/job-function/Billing",
            "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess");
  }
}
