package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.domain.costs.Metric;
import bursar.domain.costs.RowKeys;
import bursar.domain.costs.Visibility;
import bursar.policy.residual.Residual;
import java.util.Collection;
import java.util.List;
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
   * Refuses metrics of which the caller's policies let no row be summed.
   *
   * @throws AccessDenied naming the first of them
   */
  public void refuseUnseen(Collection<Metric> metrics) {
    for (Metric metric : metrics) {
      if (visibility().rules().rowsFor(metric).equals(Residual.FALSE)) {
        String message = "User: " + caller.principal().arn() + " is not authorized to see the metric " + metric.wireName()
            + " because no policy lets it be summed over any row of costs (condition key " + RowKeys.METRIC + ").";
        throw new AccessDenied(new AccessExplanation(AccessExplanation.IMPLICITLY_DENIED, message, caller.principal().arn(), RowKeys.METRIC,
            metric.wireName(), List.of(new AccessExplanation.GateReport("IDENTITY_POLICIES", "REFUSED", message,
                "whoever may change the policies of " + caller.principal().arn(), "Users, Groups and Policies pages")), List.of()));
      }
    }
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
