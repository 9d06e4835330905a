package bursar.server.operator;

/** A running server refused or could not be reached; the message is for the operator. */
public final class OperatorRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The refusal, as a sentence. */
  public OperatorRefused(String sentence) {
    super(sentence);
  }
}
