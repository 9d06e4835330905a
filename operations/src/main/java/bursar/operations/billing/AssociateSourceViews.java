package bursar.operations.billing;

import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.AssociateSourceViewsRequest;
import software.amazon.awssdk.services.billing.model.AssociateSourceViewsResponse;

/**
 * Makes a custom billing view of more views than before.
 *
 * <p>Source: AWS Billing API reference, AssociateSourceViews.
 */
final class AssociateSourceViews implements Operation<AssociateSourceViewsRequest, AssociateSourceViewsResponse> {
  private static final Declaration<AssociateSourceViewsRequest, AssociateSourceViewsResponse> DECLARATION =
        BillingService.declare(
                "AssociateSourceViews", AssociateSourceViewsRequest.class, AssociateSourceViewsResponse.class,
                AccessLevel.WRITE, "Conflict", "ServiceQuotaExceeded")
            .summary("Makes a custom billing view of more views than before.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN, BillingService.SOURCES)
            .example(() -> AssociateSourceViewsRequest.builder().arn(BillingService.EXAMPLE_ARN)
                .sourceViews("arn:aws:billing::111122223333:billingview/primary").build())
            .build();

  private final BillingViews views;

  AssociateSourceViews(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<AssociateSourceViewsRequest, AssociateSourceViewsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public AssociateSourceViewsResponse handle(Authorized<AssociateSourceViewsRequest> call) {
    AssociateSourceViewsRequest request = call.input();
    BillingView view = views.associate(call.account(), request.arn(), request.sourceViews());
    return AssociateSourceViewsResponse.builder().arn(view.arn()).build();
  }
}
