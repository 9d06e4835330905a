package bursar.operations.billing;

import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.GetBillingViewRequest;
import software.amazon.awssdk.services.billing.model.GetBillingViewResponse;

/**
 * Tells what a billing view is made of and whether it can be read.
 *
 * <p>Source: AWS Billing API reference, GetBillingView.
 */
final class GetBillingView implements Operation<GetBillingViewRequest, GetBillingViewResponse> {
  private static final Declaration<GetBillingViewRequest, GetBillingViewResponse> DECLARATION =
        BillingService.declare(
                "GetBillingView", GetBillingViewRequest.class, GetBillingViewResponse.class, AccessLevel.READ)
            .summary("Tells what a billing view is made of and whether it can be read.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN)
            .example(() -> GetBillingViewRequest.builder().arn(BillingService.EXAMPLE_ARN).build())
            .build();

  private final BillingViews views;
  private final ViewModels models;

  GetBillingView(BillingViews views, ViewModels models) {
    this.views = views;
    this.models = models;
  }

  @Override
  public Declaration<GetBillingViewRequest, GetBillingViewResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetBillingViewResponse handle(Authorized<GetBillingViewRequest> call) {
    GetBillingViewRequest request = call.input();
    if (request.arn().equals(BillingView.primary(call.account()))) {
      return GetBillingViewResponse.builder().billingView(models.primary(call.account())).build();
    }
    BillingView view = views.readable(call.account(), call.caller().principal().arn(), "billing:GetBillingView", request.arn());
    return GetBillingViewResponse.builder().billingView(models.whole(view)).build();
  }
}
