package bursar.policy.fix;

import bursar.policy.AccessRequest;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyPrinter;
import bursar.policy.Statement;
import bursar.policy.StatementElement;
import org.jspecify.annotations.Nullable;

/**
 * One change to one statement, or to one policy as a whole.
 *
 * @param form what is done
 * @param policy the policy as it is; for {@link Form#ADD_POLICY} the new one
 * @param policyIndex the policy's place among those asked, from 0; -1 for a new one
 * @param statementIndex the statement's place in its policy, from 0; for a new statement the place it gets; -1 when the policy as a whole
 *     is meant
 * @param element which element changes; null when the statement or the policy as a whole is meant
 * @param before the JSON that is there, such as <code>{"Action":"s3:*"}</code>; null when nothing is
 * @param after the JSON that takes its place; null when nothing does
 * @param result the statement as it is afterwards; null when it is gone
 * @param breadth how many other requests the edit concerns too: a number to compare by, 0 for none but requests like this
 * @param instruction what to do, as a sentence
 */
public record Edit(
    Form form,
    AttachedPolicy policy,
    int policyIndex,
    int statementIndex,
    @Nullable StatementElement element,
    @Nullable String before,
    @Nullable String after,
    @Nullable Statement result,
    int breadth,
    String instruction) {

  /** What an edit does. */
  public enum Form {
    /** A value is added to an element of a statement, or taken from it, or the element is turned into its Not form. */
    CHANGE_ELEMENT,
    /** A statement is added to a policy. */
    ADD_STATEMENT,
    /** A policy is added. */
    ADD_POLICY,
    /** A statement is taken out; a policy that had no other is detached. */
    REMOVE_STATEMENT,
    /** A policy that its users cannot change is detached. */
    REMOVE_POLICY
  }

  /** Who can make the change, as a noun phrase. */
  public String whoCan(AccessRequest request) {
    return switch (policy.document().kind()) {
      case IDENTITY -> "whoever may change the policies of " + request.principalArn();
      case PERMISSIONS_BOUNDARY -> "whoever may change the permissions boundary of " + request.principalArn();
      case SESSION -> "whoever makes the session of " + request.principalArn();
      case RESOURCE -> "whoever may change the policy of " + request.resource();
      case TRUST -> "whoever may change the trust policy of " + request.resource();
      case SERVICE_CONTROL, RESOURCE_CONTROL -> "an administrator of the organization";
    };
  }

  static Edit change(AttachedPolicy policy, int policyIndex, int index, StatementElement element, Statement result, int breadth, String doing) {
    Statement statement = policy.document().statements().get(index);
    return new Edit(Form.CHANGE_ELEMENT, policy, policyIndex, index, element, Wording.members(statement, element),
        Wording.members(result, element), result, breadth, "In " + Wording.name(policy, index) + ", " + doing + ".");
  }

  static Edit addStatement(AttachedPolicy policy, int policyIndex, Statement added, int breadth) {
    String json = PolicyPrinter.print(added);
    return new Edit(Form.ADD_STATEMENT, policy, policyIndex, policy.document().statements().size(), null, null, json, added, breadth,
        "Add to policy " + policy.name() + " (" + policy.via() + ") the statement " + json + ".");
  }

  static Edit addPolicy(AttachedPolicy added, int breadth, String doing) {
    String json = PolicyPrinter.print(added.document());
    return new Edit(Form.ADD_POLICY, added, -1, 0, null, null, json, added.document().statements().getFirst(), breadth,
        doing + " " + json + ".");
  }

  static Edit removeStatement(AttachedPolicy policy, int policyIndex, int index, int breadth) {
    String also = policy.document().statements().size() == 1 ? ", and the policy with it, which has no other" : "";
    return new Edit(Form.REMOVE_STATEMENT, policy, policyIndex, index, null,
        PolicyPrinter.print(policy.document().statements().get(index)), null, null, breadth,
        "Remove " + Wording.name(policy, index) + also + ".");
  }

  static Edit removePolicy(AttachedPolicy policy, int policyIndex, int breadth) {
    String what = policy.document().kind() == PolicyKind.PERMISSIONS_BOUNDARY ? "Put another permissions boundary in place of " : "Detach ";
    return new Edit(Form.REMOVE_POLICY, policy, policyIndex, -1, null, PolicyPrinter.print(policy.document()), null, null, breadth,
        what + policy.name() + " (" + policy.via() + "), which is AWS's own and cannot be changed.");
  }
}
