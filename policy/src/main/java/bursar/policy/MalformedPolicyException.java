package bursar.policy;

/** A text is not a policy. The message is a sentence for its author; line and column say where to look. */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs, with the code that Access Analyzer's ValidatePolicy gives it ("IAM policy validation check reference"). */
  public enum Problem {
    SYNTAX("JSON_SYNTAX_ERROR"),
    TOO_LARGE("JSON_SYNTAX_ERROR"),
    TOO_DEEP("JSON_SYNTAX_ERROR"),
    BAD_CHARACTER("JSON_SYNTAX_ERROR"),
    DUPLICATE_KEY("JSON_SYNTAX_ERROR"),
    DUPLICATE_KEY_CASE("DUPLICATE_KEYS_WITH_DIFFERENT_CASE"),
    UNKNOWN_ELEMENT("INVALID_POLICY_ELEMENT"),
    FORBIDDEN_ELEMENT("INVALID_POLICY_ELEMENT"),
    FORBIDDEN_PRINCIPAL("UNSUPPORTED_PRINCIPAL"),
    FORBIDDEN_PRINCIPAL_IN_SCP("SCP_SYNTAX_ERROR_PRINCIPAL"),
    FORBIDDEN_RESOURCE("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"),
    FORBIDDEN_ALLOW("RCP_SYNTAX_ERROR_ALLOW"),
    FORBIDDEN_NOT_ACTION("RCP_SYNTAX_ERROR_NOTACTION"),
    FORBIDDEN_NAMED_PRINCIPAL("RCP_SYNTAX_ERROR_PRINCIPAL"),
    FORBIDDEN_ACTION("UNSUPPORTED_ACTION_IN_POLICY"),
    MISSING_STATEMENT("MISSING_STATEMENT"),
    MISSING_EFFECT("MISSING_EFFECT"),
    MISSING_PRINCIPAL("MISSING_PRINCIPAL"),
    MISSING_ACTION("MISSING_ACTION"),
    MISSING_RESOURCE("MISSING_RESOURCE"),
    CONFLICTING_ELEMENTS("UNSUPPORTED_ELEMENT_COMBINATION"),
    WRONG_TYPE("DATA_TYPE_MISMATCH"),
    BAD_VERSION("INVALID_VERSION"),
    BAD_SID("UNSUPPORTED_SID"),
    DUPLICATE_SID("UNIQUE_SIDS_REQUIRED"),
    BAD_EFFECT("INVALID_EFFECT"),
    BAD_PRINCIPAL("INVALID_PRINCIPAL_FORMAT"),
    BAD_PRINCIPAL_TYPE("INVALID_PRINCIPAL_KEY"),
    BAD_SERVICE_PRINCIPAL("INVALID_SERVICE_PRINCIPAL_FORMAT"),
    WILDCARD_IN_PRINCIPAL("UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
    BAD_ACTION("INVALID_ACTION"),
    BAD_RESOURCE("INVALID_ARN_PREFIX"),
    SHORT_RESOURCE("MISSING_ARN_FIELD"),
    BAD_PARTITION("INVALID_PARTITION"),
    BAD_RESOURCE_SERVICE("INVALID_SERVICE"),
    BAD_RESOURCE_REGION("ARN_REGION_NOT_ALLOWED"),
    BAD_RESOURCE_PATH("INVALID_ARN_RESOURCE"),
    UNKNOWN_OPERATOR("INVALID_CONDITION_OPERATOR"),
    NULL_IF_EXISTS("NULL_WITH_IF_EXISTS"),
    BAD_CONDITION_KEY("INVALID_CONDITION_KEY_FORMAT");

    private final String issueCode;

    Problem(String issueCode) {
      this.issueCode = issueCode;
    }

    /** Access Analyzer's code for it, such as {@code INVALID_EFFECT}. */
    public String issueCode() {
      return issueCode;
    }
  }

  /** The error code of IAM and Organizations for a text that is not a policy. */
  public static final String AWS_CODE = "MalformedPolicyDocument";

  private final Problem problem;
  private final int line;
  private final int column;

  /**
   * A refusal.
   *
   * @param sentence what is wrong and what to do
   * @param position where
   */
  public MalformedPolicyException(Problem problem, String sentence, Position position) {
    super(sentence);
    this.problem = problem;
    this.line = position.line();
    this.column = position.column();
  }

  /** What is wrong, for programs. */
  public Problem problem() {
    return problem;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** The column, counted from 1. */
  public int column() {
    return column;
  }
}
