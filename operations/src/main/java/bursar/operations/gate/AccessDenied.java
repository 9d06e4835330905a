package bursar.operations.gate;

/** The gate's refusal, with the explanation of it. The code is the protocol's: {@code AccessDenied} or {@code AccessDeniedException}. */
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient AccessExplanation explanation;

  AccessDenied(AccessExplanation explanation) {
    super(explanation.message(), null, false, false);
    this.explanation = explanation;
  }

  /** Why, gate by gate. */
  public AccessExplanation explanation() {
    return explanation;
  }
}
