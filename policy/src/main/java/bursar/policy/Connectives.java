package bursar.policy;

import java.util.List;

/**
 * How formulas over statements are put together, so that the gates can be written down for another reader than a single request.
 *
 * @param <F> a formula with two values, true and false
 */
public interface Connectives<F> {
  /** The formula that is true only if all are; true when there are none. */
  F all(List<F> formulas);

  /** The formula that is true if any is; false when there are none. */
  F any(List<F> formulas);

  /** The formula that is true when the other is false. */
  F not(F formula);

  /** Whether a statement that means the request's action and principal matches the rest: its resources and its conditions. */
  F restMatches(StatementReference statement);
}
