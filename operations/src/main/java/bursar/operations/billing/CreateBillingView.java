package bursar.operations.billing;

import bursar.domain.views.BillingView;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.CreateBillingViewRequest;
import software.amazon.awssdk.services.billing.model.CreateBillingViewResponse;

/**
 * Makes a custom billing view of the organization's costs, of some accounts or of a tag.
 *
 * <p>Source: AWS Billing API reference, CreateBillingView.
 */
final class CreateBillingView implements Operation<CreateBillingViewRequest, CreateBillingViewResponse> {
  private static final Declaration<CreateBillingViewRequest, CreateBillingViewResponse> DECLARATION =
        BillingService.declare(
                "CreateBillingView", CreateBillingViewRequest.class, CreateBillingViewResponse.class,
                AccessLevel.WRITE, "Conflict", "ServiceQuotaExceeded")
            .summary("Makes a custom billing view of the organization's costs, of some accounts or of a tag.")
            .resource((caller, request) -> "arn:aws:billing::" + caller.account() + ":billingview/custom-*")
            .rules(BillingService.name(MemberRule.required("name")), BillingService.DESCRIPTION, BillingService.SOURCES,
                MemberRule.optional("clientToken").range(1, 100).matching("[a-zA-Z0-9-]+"),
                MemberRule.optional("resourceTags").range(0, 200))
            .example(() -> CreateBillingViewRequest.builder().name("Blue team")
                .sourceViews("arn:aws:billing::111122223333:billingview/primary").build())
            .build();

  private final BillingViews views;

  CreateBillingView(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<CreateBillingViewRequest, CreateBillingViewResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public CreateBillingViewResponse handle(Authorized<CreateBillingViewRequest> call) {
    CreateBillingViewRequest request = call.input();
    BillingView view = views.create(call.account(), request.name(), request.description() == null ? "" : request.description(),
        ViewModels.filter(request.dataFilterExpression()), request.sourceViews(), request.clientToken());
    views.tag(call.account(), view.arn(), ViewModels.tags(request.resourceTags()));
    return CreateBillingViewResponse.builder().arn(view.arn()).createdAt(view.created()).build();
  }
}
