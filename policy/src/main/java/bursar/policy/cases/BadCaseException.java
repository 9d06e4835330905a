package bursar.policy.cases;

import org.jspecify.annotations.Nullable;

/** A line that is no case; its message says in one sentence what to change. */
public final class BadCaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String id;

  BadCaseException(@Nullable String id, String sentence) {
    super(sentence);
    this.id = id;
  }

  /** The case's id as JSON, as far as the line was read; null when it has none. */
  public @Nullable String id() {
    return id;
  }
}
