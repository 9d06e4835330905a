package bursar.policy.advice;

import bursar.policy.Malformation;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyOutline;
import bursar.policy.PolicyQuota;
import bursar.policy.PolicyReader;
import bursar.policy.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reviews a policy's text: its errors, its dangers, and what does not do what it seems to do. The checks are those of Access
 * Analyzer's ValidatePolicy that can be decided from the text and the known names, and a few of our own on billing.
 */
public final class PolicyAdvisor {
  private static final List<Consumer<Review>> CHECKS =
      List.of(
          PolicyChecks::check,
          ActionChecks::check,
          ResourceChecks::check,
          PrincipalChecks::check,
          ConditionKeyChecks::check,
          ConditionValueChecks::check,
          AddressChecks::check,
          VariableChecks::check,
          BreadthChecks::check,
          RedundancyChecks::check,
          BillingChecks::check);

  private PolicyAdvisor() {}

  /**
   * Reviews a policy.
   *
   * @param names the actions and condition keys that exist
   * @return the findings in the order of the text; of a malformed policy only the errors for which AWS refuses it
   */
  public static List<Finding> review(String json, PolicyKind kind, KnownNames names) {
    List<Review.Remark> remarks = new ArrayList<>();
    List<Malformation> faults = PolicyReader.faults(json, kind);
    for (Malformation fault : faults) {
      remarks.add(new Review.Remark(Severity.ERROR, fault.problem().issueCode(), fault.position(), fault.sentence(), true));
    }
    PolicyQuota quota = PolicyQuota.of(kind);
    quota.refusal(json).ifPresent(sentence ->
        remarks.add(new Review.Remark(Severity.ERROR, sizeCode(kind), Position.START,
            sentence + " Split it into several policies, or shorten it.", true)));
    if (faults.isEmpty()) {
      Review review = new Review(json, read(json, kind), names);
      CHECKS.forEach(check -> check.accept(review));
      remarks.addAll(review.remarks());
    }
    if (remarks.isEmpty()) {
      return List.of();
    }
    PolicyOutline outline = PolicyOutline.of(json);
    return remarks.stream()
        .sorted(Comparator.comparing(Review.Remark::position))
        .map(remark -> new Finding(remark.severity(), remark.code(), remark.message(), remark.position().line(),
            remark.position().column(), outline.at(remark.position()).written(), remark.refused()))
        .toList();
  }

  /** Reviews a policy with a list of actions at hand; see {@link KnownNames#of}. */
  public static List<Finding> review(String json, PolicyKind kind, Collection<String> knownActions) {
    return review(json, kind, KnownNames.of(knownActions));
  }

  private static bursar.policy.PolicyDocument read(String json, PolicyKind kind) {
    try {
      return PolicyReader.read(json, kind);
    } catch (MalformedPolicyException unread) {
      throw new IllegalStateException("A policy without faults could not be read.", unread);
    }
  }

  private static String sizeCode(PolicyKind kind) {
    return switch (kind) {
      case SERVICE_CONTROL -> "POLICY_SIZE_EXCEEDS_SCP_QUOTA";
      case RESOURCE_CONTROL -> "POLICY_SIZE_EXCEEDS_RCP_QUOTA";
      case TRUST -> "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA";
      case IDENTITY, PERMISSIONS_BOUNDARY -> "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA";
      case RESOURCE -> "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA";
      case SESSION -> "POLICY_TOO_LARGE";
    };
  }
}
