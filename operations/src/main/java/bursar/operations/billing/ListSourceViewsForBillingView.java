package bursar.operations.billing;

import bursar.domain.identity.Page;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.ListSourceViewsForBillingViewRequest;
import software.amazon.awssdk.services.billing.model.ListSourceViewsForBillingViewResponse;

/**
 * Lists the views that a custom billing view is made of.
 *
 * <p>Source: AWS Billing API reference, ListSourceViewsForBillingView.
 */
final class ListSourceViewsForBillingView
    implements Operation<ListSourceViewsForBillingViewRequest, ListSourceViewsForBillingViewResponse> {
  private static final Declaration<ListSourceViewsForBillingViewRequest, ListSourceViewsForBillingViewResponse> DECLARATION =
        BillingService.declare(
                "ListSourceViewsForBillingView", ListSourceViewsForBillingViewRequest.class, ListSourceViewsForBillingViewResponse.class,
                AccessLevel.LIST)
            .summary("Lists the views that a custom billing view is made of.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN, BillingService.NEXT_TOKEN, BillingService.MAX_RESULTS)
            .example(() -> ListSourceViewsForBillingViewRequest.builder().arn(BillingService.EXAMPLE_ARN).build())
            .build();

  private final BillingViews views;

  ListSourceViewsForBillingView(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<ListSourceViewsForBillingViewRequest, ListSourceViewsForBillingViewResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListSourceViewsForBillingViewResponse handle(Authorized<ListSourceViewsForBillingViewRequest> call) {
    ListSourceViewsForBillingViewRequest request = call.input();
    Page<String> page = ViewModels.page(
        views.owned(call.account(), request.arn()).sources(), source -> source, request.maxResults(), request.nextToken());
    return ListSourceViewsForBillingViewResponse.builder().sourceViews(page.items()).nextToken(page.next()).build();
  }
}
