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
  private final RowRules rules;

  private Visibility(AccountId dataOwner, CostFilter rows, RowRules rules) {
    this.dataOwner = dataOwner;
    this.rows = rows;
    this.rules = rules;
  }

  /**
   * What the gate has decided. To be called by the access gate of {@code bursar.operations} and by tests only; anything else that calls it
   * goes around the gate.
   *
   * @param dataOwner the account whose imported data is read: the caller's own, or its organization's management account
   * @param rows the rows the caller's account may see; {@link CostFilter#EVERYTHING} for all
   * @param rules which of them its policies let the caller see
   */
  public static Visibility decidedByGate(AccountId dataOwner, CostFilter rows, RowRules rules) {
    return new Visibility(dataOwner, rows, rules);
  }

  /** What the gate has decided where no policy asks anything of rows; see {@link #decidedByGate(AccountId, CostFilter, RowRules)}. */
  public static Visibility decidedByGate(AccountId dataOwner, CostFilter rows) {
    return new Visibility(dataOwner, rows, RowRules.EVERY_ROW);
  }

  /** The account whose imported data is read. */
  public AccountId dataOwner() {
    return dataOwner;
  }

  /** Which of its rows the caller's account may see: all, or those of a member account. */
  public CostFilter rows() {
    return rows;
  }

  /** Which of those rows the caller's policies let it see. */
  public RowRules rules() {
    return rules;
  }

  @Override
  public String toString() {
    return "Visibility[dataOwner=" + dataOwner + ", rows=" + rows + "]";
  }
}
