package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A request that the gate let pass. A handler takes nothing else, and only the gate makes one.
 *
 * @param <I> the request
 */
public final class Authorized<I> {
  private final Caller caller;
  private final I input;
  private final @Nullable Visibility visibility;

  Authorized(Caller caller, I input, @Nullable Visibility visibility) {
    this.caller = caller;
    this.input = input;
    this.visibility = visibility;
  }

  /** Who asked. */
  public Caller caller() {
    return caller;
  }

  /** The account of who asked. */
  public AccountId account() {
    return caller.account();
  }

  /** What was asked. */
  public I input() {
    return input;
  }

  /**
   * The rows of the costs the caller may see.
   *
   * @throws IllegalStateException if the operation did not declare that it reads costs
   */
  public Visibility visibility() {
    if (visibility == null) {
      throw new IllegalStateException("the operation did not declare that it reads costs");
    }
    return visibility;
  }
}
