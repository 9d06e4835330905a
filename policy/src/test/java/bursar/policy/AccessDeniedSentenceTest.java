package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessDeniedSentenceTest {
  private static final String ALICE = "arn:aws:iam::123456789012:user/alice";
  private final AccessRequest request =
      new AccessRequest(ALICE, "billing:GetBillingData", "*", RequestContext.empty());

  private static PolicySet policies(String... documents) {
    return PolicySet.of(
        java.util.stream.Stream.of(documents)
            .map(document -> new AttachedPolicy("P", null, "inline in user", PolicyReader.read(document)))
            .toList());
  }

  @Test
  void absenceOfAnAllowIsWordedAsAwsDoes() {
    assertThat(AccessDeniedSentence.of(PolicySet.of(List.of()).evaluate(request), request))
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: billing:GetBillingData on resource: *"
                + " because no identity-based policy allows the billing:GetBillingData action");
  }

  @Test
  void anExplicitDenyIsWordedAsAwsDoes() {
    PolicySet set =
        policies(
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}",
            "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"billing:*\",\"Resource\":\"*\"}}");
    assertThat(AccessDeniedSentence.of(set.evaluate(request), request))
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: billing:GetBillingData on resource: *"
                + " with an explicit deny in an identity-based policy");
  }

  /** By whom, what gate, and the end of AWS's sentence, implicit and explicit, as in "Troubleshoot access denied error messages". */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      IDENTITY             | because no identity-based policy allows the sts:AssumeRole action   | with an explicit deny in an identity-based policy
      RESOURCE             | because no resource-based policy allows the sts:AssumeRole action   | with an explicit deny in a resource-based policy
      TRUST                | because no role trust policy allows the sts:AssumeRole action       | with an explicit deny in the role trust policy
      PERMISSIONS_BOUNDARY | because no permissions boundary allows the sts:AssumeRole action    | with an explicit deny in a permissions boundary
      SESSION              | because no session policy allows the sts:AssumeRole action          | with an explicit deny in a session policy
      SERVICE_CONTROL      | because no service control policy allows the sts:AssumeRole action  | with an explicit deny in a service control policy
      RESOURCE_CONTROL     | because no resource control policy allows the sts:AssumeRole action | with an explicit deny in a resource control policy
      """)
  void everyKindIsNamedAsAwsNamesIt(PolicyKind kind, String implicit, String explicit) {
    AccessRequest asked = new AccessRequest(ALICE, "sts:AssumeRole", "arn:aws:iam::123456789012:role/HR", RequestContext.empty());
    String start = "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: sts:AssumeRole on resource:"
        + " arn:aws:iam::123456789012:role/HR ";
    assertThat(AccessDeniedSentence.of(new Decision.ImplicitlyDenied(new Decision.Gate(kind, null)), asked)).isEqualTo(start + implicit);
    String principal = kind == PolicyKind.RESOURCE || kind == PolicyKind.TRUST || kind == PolicyKind.RESOURCE_CONTROL ? ",\"Principal\":\"*\"" : "";
    String resource = kind == PolicyKind.TRUST ? "" : ",\"Resource\":\"*\"";
    PolicyDocument document = PolicyReader.read("{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"sts:*\"" + principal + resource + "}}", kind);
    Decision denied = PolicySet.of(List.of(new AttachedPolicy("P", null, kind.noun(), document))).evaluate(asked);
    assertThat(AccessDeniedSentence.of(denied, asked)).isEqualTo(start + explicit);
  }

  @Test
  void anAllowedRequestHasNoRefusal() {
    PolicySet set = policies("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"billing:Get*\",\"Resource\":\"*\"}}");
    Decision decision = set.evaluate(request);
    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    assertThatThrownBy(() -> AccessDeniedSentence.of(decision, request)).isInstanceOf(IllegalArgumentException.class);
  }
}
