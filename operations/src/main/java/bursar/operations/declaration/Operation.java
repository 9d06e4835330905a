package bursar.operations.declaration;

import bursar.operations.gate.Authorized;

/**
 * One thing a caller may ask: its declaration and what it does, in one file.
 *
 * @param <I> the request
 * @param <O> the answer
 */
public interface Operation<I, O> {
  /** What is known of it; the same object each time. */
  Declaration<I, O> declaration();

  /**
   * Slow work that stores nothing, done before the transaction of {@link #handle} begins and after the gate let the call pass. Mostly none.
   *
   * @throws bursar.domain.Failure with a code the declaration names
   */
  default void prepare(Authorized<I> call) {}

  /**
   * Does it. Runs in a transaction unless the declaration's level is read-only.
   *
   * @param call the request that the gate let pass, and who asked
   * @throws bursar.domain.Failure with a code the declaration names
   */
  O handle(Authorized<I> call);

  /** What remains to be done once a change is stored for good, such as removing files. Mostly none. What it throws is logged, and undoes nothing. */
  default void afterwards(Authorized<I> call) {}
}
