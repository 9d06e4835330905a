package bursar.domain.views;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.Decision;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.Principal;
import bursar.policy.RequestContext;
import java.util.List;

/**
 * What a view's resource policy gives to a principal of another account. The principal's own policies are asked by the gate; here they stand
 * as if they allowed everything.
 */
final class SharingPolicy {
  /** What reading a view's definition takes. */
  static final String KNOW = "billing:GetBillingView";

  private static final AttachedPolicy OWN_ALLOWS = new AttachedPolicy("Own", null, "inline in user",
      PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"));

  private SharingPolicy() {}

  static boolean allows(BillingView view, String principalArn, String action) {
    String policy = view.policy();
    if (policy == null) {
      return false;
    }
    AttachedPolicy sharing = new AttachedPolicy("Sharing", null, "resource policy of the view", PolicyReader.read(policy, PolicyKind.RESOURCE));
    AccessRequest request = new AccessRequest(
        Principal.parse(principalArn), action, view.arn(), view.owner().digits(), RequestContext.builder().build());
    return PolicySet.of(List.of(OWN_ALLOWS, sharing)).evaluate(request) instanceof Decision.Allowed;
  }
}
