package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.DeleteBillingViewRequest;
import software.amazon.awssdk.services.billing.model.DeleteBillingViewResponse;

/**
 * Removes a custom billing view.
 *
 * <p>Source: AWS Billing API reference, DeleteBillingView.
 */
final class DeleteBillingView implements Operation<DeleteBillingViewRequest, DeleteBillingViewResponse> {
  private static final Declaration<DeleteBillingViewRequest, DeleteBillingViewResponse> DECLARATION =
        BillingService.declare(
                "DeleteBillingView", DeleteBillingViewRequest.class, DeleteBillingViewResponse.class, AccessLevel.WRITE, "Conflict")
            .summary("Removes a custom billing view.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN)
            .example(() -> DeleteBillingViewRequest.builder().arn(BillingService.EXAMPLE_ARN).build())
            .build();

  private final BillingViews views;

  DeleteBillingView(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<DeleteBillingViewRequest, DeleteBillingViewResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DeleteBillingViewResponse handle(Authorized<DeleteBillingViewRequest> call) {
    DeleteBillingViewRequest request = call.input();
    views.delete(call.account(), request.arn(), Boolean.TRUE.equals(request.force()));
    return DeleteBillingViewResponse.builder().arn(request.arn()).build();
  }
}
