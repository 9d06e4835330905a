package bursar.policy;

/** A text is not a policy. The message is a sentence for its author; line and column say where to look. */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for programs. */
  public enum Problem {
    SYNTAX,
    TOO_LARGE,
    TOO_DEEP,
    BAD_CHARACTER,
    DUPLICATE_KEY,
    UNKNOWN_ELEMENT,
    FORBIDDEN_ELEMENT,
    MISSING_ELEMENT,
    CONFLICTING_ELEMENTS,
    WRONG_TYPE,
    BAD_VERSION,
    BAD_SID,
    DUPLICATE_SID,
    BAD_EFFECT,
    BAD_PRINCIPAL,
    BAD_ACTION,
    BAD_RESOURCE,
    UNKNOWN_OPERATOR,
    BAD_CONDITION_KEY
  }

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
