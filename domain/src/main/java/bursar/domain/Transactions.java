package bursar.domain;

import java.util.function.Supplier;

/**
 * Makes several writes one: all of them are stored, durably, or none.
 *
 * <p>Every store joins the transaction that is open on the calling thread. Promised: what a returned call wrote survives the end of the
 * process. Not promised: that two transactions run at the same time.
 */
public interface Transactions {
  /**
   * Runs the work in one transaction. A work inside another joins it. Whatever the work throws undoes everything and is thrown on.
   *
   * @param work what to do; its result is returned once everything is stored
   */
  <T> T inTransaction(Supplier<T> work);
}
