package bursar.policy;

import org.jspecify.annotations.Nullable;

/**
 * One statement of an attached policy.
 *
 * @param policy the policy it stands in
 * @param policyIndex that policy's place among the policies asked, counted from 0
 * @param index its place among the policy's statements, counted from 0
 * @param sid its Sid, if it has one
 * @param line where it begins in the policy's text, counted from 1
 * @param column where it begins in its line, counted from 1
 */
public record StatementReference(
    AttachedPolicy policy, int policyIndex, int index, @Nullable String sid, int line, int column) {
  /** The statement itself. */
  public Statement statement() {
    return policy.document().statements().get(index);
  }

  /** How a sentence names the statement: its Sid if it has one, else its number, and its policy. */
  public String describe() {
    return (sid == null || sid.isEmpty() ? "statement " + (index + 1) : "statement " + sid) + " of policy " + policy.name()
        + " (" + policy.via() + ")";
  }
}
