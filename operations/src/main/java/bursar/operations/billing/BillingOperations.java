package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.Operation;
import java.util.List;

/** Every operation of AWS Billing that this product serves. */
public final class BillingOperations {
  private BillingOperations() {}

  /** All of them, over the rules of views. */
  public static List<Operation<?, ?>> all(BillingViews views) {
    ViewModels models = new ViewModels(views);
    return List.of(
        new ListBillingViews(views, models),
        new GetBillingView(views, models),
        new CreateBillingView(views),
        new UpdateBillingView(views),
        new DeleteBillingView(views),
        new AssociateSourceViews(views),
        new DisassociateSourceViews(views),
        new ListSourceViewsForBillingView(views),
        new GetResourcePolicy(views),
        new TagResource(views),
        new UntagResource(views),
        new ListTagsForResource(views));
  }
}
