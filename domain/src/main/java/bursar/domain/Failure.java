package bursar.domain;

import org.jspecify.annotations.Nullable;

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
  private final @Nullable String reason;

  /**
   * A refusal.
   *
   * @param code AWS's short error code, without {@code Exception} where the query services leave it out
   * @param message a whole sentence; it may repeat what the caller sent, never what only others may know
   */
  public Failure(String code, String message) {
    this(code, message, null);
  }

  /**
   * A refusal whose code stands for several cases.
   *
   * @param reason the case, in the words of the service's model, such as {@code OU_DEPTH_LIMIT_EXCEEDED}; null where the code says it all
   */
  public Failure(String code, String message, @Nullable String reason) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  /** The error code a client may match. */
  public String code() {
    return code;
  }

  /** Which of the cases that share the code; null where the code says it all. */
  public @Nullable String reason() {
    return reason;
  }

  /** The sentence shown to the caller. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
