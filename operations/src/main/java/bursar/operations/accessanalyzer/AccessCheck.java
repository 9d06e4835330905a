package bursar.operations.accessanalyzer;

import bursar.domain.Failure;
import bursar.policy.MalformedPolicyException;
import bursar.policy.PolicyDocument;
import bursar.policy.PolicyKind;
import bursar.policy.PolicyReader;
import bursar.policy.StatementReference;
import bursar.policy.prove.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckPolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.ReasonSummary;

/** What the three access checks share: how policies are read, and how a proof is spelled as {@code PASS} or {@code FAIL}. */
final class AccessCheck {
  static final int DOCUMENT_MAX = 131_072;

  private final String pass;
  private final String fail;
  private final String because;

  /**
   * A check's words.
   *
   * @param pass the message when there is no exception
   * @param fail the message when there is one, without its full stop
   * @param because what a statement does that is a reason to fail, up to the statement's place
   */
  AccessCheck(String pass, String fail, String because) {
    this.pass = pass;
    this.fail = fail;
    this.because = because;
  }

  /** The answer of a check, as all three have it. */
  record Answer(String result, String message, List<ReasonSummary> reasons) {}

  /**
   * The answer that a proof comes to.
   *
   * @param policyName how the policies asked about are called in the proof
   * @throws Failure UnprocessableEntityException when the question was not decided
   */
  Answer of(Proof proof, String policyName) {
    return switch (proof) {
      case Proof.Proved _ -> new Answer("PASS", pass, List.of());
      case Proof.Counterexample found ->
          new Answer("FAIL", fail + ": for example " + asker(found) + found.request().describe() + ".",
              found.statements().stream().filter(each -> each.policy().name().startsWith(policyName)).map(this::reason).toList());
      case Proof.Unknown unknown -> throw new Failure("UnprocessableEntityException", "This could not be decided. " + unknown.reason());
    };
  }

  /** Who asks, where the policy says for whom it is. */
  private static String asker(Proof.Counterexample found) {
    return found.statements().stream().anyMatch(each -> each.statement().principal() != null)
        ? found.request().principalArn() + " may do " : "";
  }

  private ReasonSummary reason(StatementReference statement) {
    String sid = statement.sid();
    return ReasonSummary.builder()
        .description(because + (sid == null || sid.isEmpty() ? " with index: " + statement.index() : " with sid: " + sid) + ".")
        .statementIndex(statement.index())
        .statementId(sid)
        .build();
  }

  /** The kind that a type of policy stands for; trust policies are resource policies to the checks that compare. */
  static PolicyKind kind(@Nullable AccessCheckPolicyType type) {
    return type == AccessCheckPolicyType.RESOURCE_POLICY ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
  }

  /**
   * Reads a policy of a request.
   *
   * @param member the member it stands in
   * @throws Failure InvalidParameterException, saying what is wrong and where
   */
  static PolicyDocument read(String member, String text, PolicyKind kind) {
    try {
      return PolicyReader.read(text, kind);
    } catch (MalformedPolicyException malformed) {
      throw new Failure("InvalidParameterException", member + " is no " + kind.noun() + ": " + malformed.getMessage()
          + " (line " + malformed.line() + ", column " + malformed.column() + ")");
    }
  }
}
