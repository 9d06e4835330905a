package bursar.operations.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a principal may or may not do something: the ordered gates and what each said.
 *
 * @param decision {@code ALLOWED}, {@code IMPLICITLY_DENIED} or {@code EXPLICITLY_DENIED}
 * @param message AWS's sentence for a refusal; for an allow, who lets it pass
 * @param principalArn of whom
 * @param action what, in the vocabulary that decided
 * @param resourceArn on what
 * @param gates all gates, in the order in which they are asked
 * @param statements the statements that were considered, the deciding ones first
 * @param fixes what would let it pass, the smallest change first; empty when nothing would; null when it passes or nobody asked
 */
public record AccessExplanation(
    String decision,
    String message,
    String principalArn,
    String action,
    String resourceArn,
    List<GateReport> gates,
    List<StatementReport> statements,
    @Nullable List<FixReport> fixes) {

  /** An explanation without fixes. */
  public AccessExplanation(String decision, String message, String principalArn, String action, String resourceArn, List<GateReport> gates,
      List<StatementReport> statements) {
    this(decision, message, principalArn, action, resourceArn, gates, statements, null);
  }

  /** The verdict of an allow. */
  public static final String ALLOWED = "ALLOWED";
  /** The verdict where nothing allows. */
  public static final String IMPLICITLY_DENIED = "IMPLICITLY_DENIED";
  /** The verdict where something forbids. */
  public static final String EXPLICITLY_DENIED = "EXPLICITLY_DENIED";

  /** Keeps its own copies of the lists. */
  public AccessExplanation {
    gates = List.copyOf(gates);
    statements = List.copyOf(statements);
    fixes = fixes == null ? null : List.copyOf(fixes);
  }

  /** The same with what would let it pass. */
  public AccessExplanation with(List<FixReport> found) {
    return new AccessExplanation(decision, message, principalArn, action, resourceArn, gates, statements, found);
  }

  /**
   * A change that would let the request pass, proven by asking again.
   *
   * @param sentence what to do
   * @param whoCanChange whom to ask
   * @param where where they do it
   * @param edits the changes of policies that belong to it; empty when it is none of policies
   */
  public record FixReport(String sentence, String whoCanChange, String where, List<EditReport> edits) {
    /** Keeps its own copy of the list. */
    public FixReport {
      edits = List.copyOf(edits);
    }
  }

  /**
   * A change of one policy. It shows what is new, and nothing of the policy's text that is there.
   *
   * @param form {@code CHANGE_ELEMENT}, {@code ADD_STATEMENT}, {@code ADD_POLICY}, {@code REMOVE_STATEMENT} or {@code REMOVE_POLICY}
   * @param policyName the policy's name; for a new one, a name it may have
   * @param policyArn the managed policy's ARN; null for an inline policy
   * @param via how the policy reaches the principal
   * @param statementIndex the statement's place in its policy, from 0; null when the policy as a whole is meant
   * @param element the element that changes; null when the statement or the policy as a whole is meant
   * @param added the JSON of a new statement or policy; null when nothing is added
   * @param instruction what to do, as a sentence
   */
  public record EditReport(
      String form,
      String policyName,
      @Nullable String policyArn,
      String via,
      @Nullable Integer statementIndex,
      @Nullable String element,
      @Nullable String added,
      String instruction) {}

  /**
   * What one gate said.
   *
   * @param gate {@code AUTHENTICATION}, {@code ROOT_ONLY}, {@code SWITCH}, {@code ORGANIZATION} or {@code IDENTITY_POLICIES}
   * @param outcome {@code PASSED}, {@code REFUSED}, {@code NOT_APPLICABLE} or {@code NOT_REACHED}
   * @param detail a sentence
   * @param whoCanChange who can change the outcome; null where nobody need
   * @param where where they change it; null where nobody need
   */
  public record GateReport(String gate, String outcome, String detail, @Nullable String whoCanChange, @Nullable String where) {}

  /**
   * A statement that was considered.
   *
   * @param policyName the policy's name
   * @param policyArn the managed policy's ARN; null for an inline policy
   * @param via how the policy reaches the principal
   * @param statementIndex the statement's place in its policy, from 0
   * @param statementId its {@code Sid}; null when it has none
   * @param effect {@code Allow} or {@code Deny}
   * @param line where it begins in the policy's text, from 1
   * @param column where it begins in its line, from 1
   * @param matched whether it applies to the request
   * @param reason why it applies, or which element missed and by what
   */
  public record StatementReport(
      String policyName,
      @Nullable String policyArn,
      String via,
      Integer statementIndex,
      @Nullable String statementId,
      String effect,
      Integer line,
      Integer column,
      Boolean matched,
      String reason) {}
}
