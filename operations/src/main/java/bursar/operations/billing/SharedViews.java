package bursar.operations.billing;

import bursar.domain.Failure;
import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.gate.CostViews;
import bursar.operations.gate.Principal;

/** Custom views as the gate asks for them: the owner's own, and those whose policy gives their data to the asking principal. */
public final class SharedViews implements CostViews {
  private static final String DATA = "billing:GetBillingViewData";

  private final BillingViews views;

  /** Over the rules of views. */
  public SharedViews(BillingViews views) {
    this.views = views;
  }

  /** A view that cannot be read is told as one that is not there, with the reason: the services of costs have no other word for it in common. */
  @Override
  public Scope scope(Principal.OfAccount asking, String viewArn) {
    BillingView view = views.readable(asking.account(), asking.arn(), DATA, viewArn);
    try {
      return new Scope(view.owner(), views.rows(view));
    } catch (Failure unhealthy) {
      throw new Failure("ResourceNotFoundException", unhealthy.sentence());
    }
  }
}
