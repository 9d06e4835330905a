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
   * Does it. Runs in a transaction unless the declaration's level is read-only.
   *
   * @param call the request that the gate let pass, and who asked
   * @throws bursar.domain.Failure with a code the declaration names
   */
  O handle(Authorized<I> call);
}
