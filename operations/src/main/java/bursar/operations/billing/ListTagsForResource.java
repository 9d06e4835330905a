package bursar.operations.billing;

import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import software.amazon.awssdk.services.billing.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.billing.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.billing.model.ResourceTag;

/**
 * Lists the tags of a custom billing view.
 *
 * <p>Source: AWS Billing API reference, ListTagsForResource.
 */
final class ListTagsForResource implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
  private static final Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> DECLARATION =
        BillingService.declare(
                "ListTagsForResource", ListTagsForResourceRequest.class, ListTagsForResourceResponse.class, AccessLevel.READ)
            .summary("Lists the tags of a custom billing view.")
            .resource((caller, request) -> request.resourceArn())
            .rules(BillingService.RESOURCE_ARN)
            .example(() -> ListTagsForResourceRequest.builder().resourceArn(BillingService.EXAMPLE_ARN).build())
            .build();

  private final BillingViews views;

  ListTagsForResource(BillingViews views) {
    this.views = views;
  }

  @Override
  public Declaration<ListTagsForResourceRequest, ListTagsForResourceResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListTagsForResourceResponse handle(Authorized<ListTagsForResourceRequest> call) {
    ListTagsForResourceRequest request = call.input();
    return ListTagsForResourceResponse.builder()
        .resourceTags(views.tags(views.owned(call.account(), request.resourceArn())).stream()
            .map(tag -> ResourceTag.builder().key(tag.key()).value(tag.value()).build())
            .toList())
        .build();
  }
}
