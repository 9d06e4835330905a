package bursar.domain;

/**
 * A request that a rule refuses, with the error code a client may match and a sentence a person can act on.
 *
 * <p>The code is the one AWS documents for the case ({@code NoSuchEntity}, {@code EntityAlreadyExists}, {@code ValidationError} ...). The
 * operation that lets a failure pass must have declared its code; how the code is spelled on the wire, and with which HTTP status, is not
 * known here.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * A refusal.
   *
   * @param code AWS's short error code, without {@code Exception} where the query services leave it out
   * @param message a whole sentence; it may repeat what the caller sent, never what only others may know
   */
  public Failure(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The error code a client may match. */
  public String code() {
    return code;
  }

  /** The sentence shown to the caller. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
