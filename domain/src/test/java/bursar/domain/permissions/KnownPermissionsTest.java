package bursar.domain.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.managed.AwsManagedPolicies;
import bursar.domain.templates.PolicyTemplate;
import bursar.domain.templates.PolicyTemplates;
import bursar.policy.PolicyKind;
import bursar.policy.advice.Finding;
import bursar.policy.advice.PolicyAdvisor;
import bursar.policy.advice.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ships with the product passes its own review. */
class KnownPermissionsTest {
  private final KnownPermissions names = KnownPermissions.shipped();

  private List<Finding> errors(String document, PolicyKind kind) {
    return PolicyAdvisor.review(document, kind, names).stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  @Test
  void everyTemplateIsFreeOfErrors() {
    for (PolicyTemplate template : PolicyTemplates.shipped().all()) {
      PolicyKind kind =
          template.kind() == PolicyTemplate.Kind.IDENTITY
              ? PolicyKind.IDENTITY
              : template.name().contains("trust") ? PolicyKind.TRUST : PolicyKind.RESOURCE;
      if (template.document() != null) {
        assertThat(errors(template.document(), kind)).as(template.name()).isEmpty();
      }
    }
  }

  @Test
  void everyShippedManagedPolicyIsFreeOfErrors() {
    for (ManagedPolicy policy : AwsManagedPolicies.list()) {
      assertThat(errors(AwsManagedPolicies.version(policy).document(), PolicyKind.IDENTITY)).as(policy.name()).isEmpty();
    }
  }

  @Test
  void actionsWithoutResourcesAndKeysOfServicesAreKnown() {
    assertThat(names.takesOnlyStar("aws-portal:ViewBilling")).isTrue();
    assertThat(names.takesOnlyStar("aws-portal:View*")).isTrue();
    assertThat(names.takesOnlyStar("iam:GetUser")).isFalse();
    assertThat(names.takesOnlyStar("s3:ListAllMyBuckets")).as("not in the catalogue").isFalse();
    assertThat(names.conditionKeys("CE")).hasValueSatisfying(keys -> assertThat(keys).isEmpty());
    assertThat(names.conditionKeys("sts")).isEmpty();
  }
}
