package bursar.operations.billing;

import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.DisassociateSourceViewsRequest;
import software.amazon.awssdk.services.billing.model.DisassociateSourceViewsResponse;

/**
 * Makes a custom billing view of fewer views than before.
 *
 * <p>Source: AWS Billing API reference, DisassociateSourceViews.
 */
final class DisassociateSourceViews implements Operation<DisassociateSourceViewsRequest, DisassociateSourceViewsResponse> {
  private static final Declaration<DisassociateSourceViewsRequest, DisassociateSourceViewsResponse> DECLARATION =
        BillingService.declare(
                "DisassociateSourceViews", DisassociateSourceViewsRequest.class, DisassociateSourceViewsResponse.class,
                AccessLevel.WRITE, "Conflict", "ServiceQuotaExceeded")
            .summary("Makes a custom billing view of fewer views than before.")
            .resource((caller, request) -> request.arn())
            .rules(BillingService.ARN, BillingService.SOURCES)
            .example(() -> DisassociateSourceViewsRequest.builder().arn(BillingService.EXAMPLE_ARN)
                .sourceViews("arn:aws:billing::111122223333:billingview/primary").build())
            .build();

  private final BillingViews views;

  DisassociateSourceViews(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<DisassociateSourceViewsRequest, DisassociateSourceViewsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public DisassociateSourceViewsResponse handle(Authorized<DisassociateSourceViewsRequest> call) {
    DisassociateSourceViewsRequest request = call.input();
    BillingView view = views.disassociate(call.account(), request.arn(), request.sourceViews());
    return DisassociateSourceViewsResponse.builder().arn(view.arn()).build();
  }
}
