package bursar.operations.billing;

import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.UpdateBillingViewRequest;
import software.amazon.awssdk.services.billing.model.UpdateBillingViewResponse;

/**
 * Gives a custom billing view another name, description or filter.
 *
 * <p>Source: AWS Billing API reference, UpdateBillingView.
 */
final class UpdateBillingView implements Operation<UpdateBillingViewRequest, UpdateBillingViewResponse> {
  private static final Declaration<UpdateBillingViewRequest, UpdateBillingViewResponse> DECLARATION =
        BillingService.declare(
                "UpdateBillingView", UpdateBillingViewRequest.class, UpdateBillingViewResponse.class,
                AccessLevel.WRITE, "Conflict", "ServiceQuotaExceeded")
            .summary("Gives a custom billing view another name, description or filter.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN, BillingService.name(MemberRule.optional("name")), BillingService.DESCRIPTION)
            .example(() -> UpdateBillingViewRequest.builder().arn(BillingService.EXAMPLE_ARN).name("Red team").build())
            .build();

  private final BillingViews views;

  UpdateBillingView(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<UpdateBillingViewRequest, UpdateBillingViewResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public UpdateBillingViewResponse handle(Authorized<UpdateBillingViewRequest> call) {
    UpdateBillingViewRequest request = call.input();
    BillingView view = views.update(call.account(), request.arn(), request.name(), request.description(),
        request.dataFilterExpression() == null ? null : ViewModels.filter(request.dataFilterExpression()));
    return UpdateBillingViewResponse.builder().arn(view.arn()).updatedAt(view.updated()).build();
  }
}
