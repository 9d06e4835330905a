package bursar.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void anAllowedRequestHasNoRefusal() {
    PolicySet set = policies("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"billing:Get*\",\"Resource\":\"*\"}}");
    Decision decision = set.evaluate(request);
    assertThat(decision).isInstanceOf(Decision.Allowed.class);
    assertThatThrownBy(() -> AccessDeniedSentence.of(decision, request)).isInstanceOf(IllegalArgumentException.class);
  }
}
