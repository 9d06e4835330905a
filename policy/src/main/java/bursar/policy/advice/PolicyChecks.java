package bursar.policy.advice;

import bursar.policy.PolicyKind;
import bursar.policy.PolicyQuota;
import bursar.policy.Position;
import bursar.policy.Statement;
import bursar.policy.StatementElement;

/** Checks of the policy as a whole: its version, its size, its statements' names. */
final class PolicyChecks {
  private PolicyChecks() {}

  static void check(Review review) {
    if (review.document.version() == null) {
      review.warning(
          "MISSING_VERSION",
          Position.START,
          "The policy has no Version and so follows the rules of 2008-10-17, without policy variables. Add \"Version\":"
              + " \"2012-10-17\".");
    }
    PolicyQuota managed = PolicyQuota.MANAGED_POLICY;
    if (review.kind() == PolicyKind.IDENTITY && managed.refusal(review.json).isPresent()) {
      review.warning(
          "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
          Position.START,
          "The policy has " + managed.counted(review.json) + " characters without white space, more than the " + managed.maximum()
              + " of a managed policy. Split it into several.");
    }
    for (Statement statement : review.document.statements()) {
      if (statement.sid() != null && statement.sid().isEmpty()) {
        review.suggestion(
            "EMPTY_SID_VALUE",
            statement.positionOf(StatementElement.SID),
            "The Sid is empty. Give the statement a name, or leave Sid out.");
      }
      if (statement.elements().containsKey(StatementElement.CONDITION) && statement.conditions().isEmpty()) {
        review.suggestion(
            "EMPTY_OBJECT_CONDITION",
            statement.positionOf(StatementElement.CONDITION),
            "The Condition names no key, so it narrows nothing. Write one, or remove Condition.");
      }
    }
  }
}
