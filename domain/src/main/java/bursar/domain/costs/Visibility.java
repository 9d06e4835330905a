package bursar.domain.costs;

import bursar.domain.accounts.AccountId;

/**
 * Whose cost data, and which of its rows, a caller may see. Whoever holds one may ask the cost store; there is no other way to ask.
 *
 * <p>Only the access gate makes one, after it has decided the call: an architecture test fences {@link #decidedByGate}.
 */
public final class Visibility {
  private final AccountId dataOwner;
  private final CostFilter rows;

  private Visibility(AccountId dataOwner, CostFilter rows) {
    this.dataOwner = dataOwner;
    this.rows = rows;
  }

  /**
   * What the gate has decided. To be called by the access gate of {@code bursar.operations} and by tests only; anything else that calls it
   * goes around the gate.
   *
   * @param dataOwner the account whose imported data is read: the caller's own, or its organization's management account
   * @param rows which of the rows may be seen; {@link CostFilter#EVERYTHING} for all
   */
  public static Visibility decidedByGate(AccountId dataOwner, CostFilter rows) {
    return new Visibility(dataOwner, rows);
  }

  /** The account whose imported data is read. */
  public AccountId dataOwner() {
    return dataOwner;
  }

  /** Which of its rows may be seen. */
  public CostFilter rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "Visibility[dataOwner=" + dataOwner + ", rows=" + rows + "]";
  }
}
