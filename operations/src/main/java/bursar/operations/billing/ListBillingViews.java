package bursar.operations.billing;

import bursar.domain.identity.Page;
import bursar.domain.views.BillingViews;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.billing.model.BillingViewListElement;
import software.amazon.awssdk.services.billing.model.ListBillingViewsRequest;
import software.amazon.awssdk.services.billing.model.ListBillingViewsResponse;
import software.amazon.awssdk.services.billing.model.StringSearch;

/**
 * Lists the account's billing views: the primary one, its custom ones, and those its payer shares with it.
 *
 * <p>Source: AWS Billing API reference, ListBillingViews.
 */
final class ListBillingViews implements Operation<ListBillingViewsRequest, ListBillingViewsResponse> {
  private static final Declaration<ListBillingViewsRequest, ListBillingViewsResponse> DECLARATION =
        BillingService.declare(
                "ListBillingViews", ListBillingViewsRequest.class, ListBillingViewsResponse.class, AccessLevel.LIST)
            .summary("Lists the account's billing views: the primary one, its custom ones, and those its payer shares with it.")
            .needs(Need.costTool("billing:ListBillingViews", "aws-portal:ViewBilling"), AccessLevel.LIST)
            .rules(MemberRule.optional("arns").range(0, 100), BillingService.NEXT_TOKEN, BillingService.MAX_RESULTS)
            .example(() -> ListBillingViewsRequest.builder().build())
            .build();

  private final BillingViews views;
  private final ViewModels models;

  ListBillingViews(BillingViews views, ViewModels models) {
    this.views = views;
    this.models = models;
  }

  @Override
  public Declaration<ListBillingViewsRequest, ListBillingViewsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListBillingViewsResponse handle(Authorized<ListBillingViewsRequest> call) {
    ListBillingViewsRequest request = call.input();
    List<BillingViewListElement> all = new ArrayList<>();
    all.add(models.primaryInList(call.account()));
    views.ofOwner(call.account()).forEach(view -> all.add(models.inList(view)));
    views.sharedWith(call.account(), call.caller().principal().arn()).forEach(view -> all.add(models.inList(view)));
    Page<BillingViewListElement> page = ViewModels.page(all.stream().filter(view -> isMeant(view, request)).toList(),
        BillingViewListElement::arn, request.maxResults(), request.nextToken());
    return ListBillingViewsResponse.builder().billingViews(page.items()).nextToken(page.next()).build();
  }

  private static boolean isMeant(BillingViewListElement view, ListBillingViewsRequest request) {
    return (request.arns().isEmpty() || request.arns().contains(view.arn()))
        && (request.billingViewTypes().isEmpty() || request.billingViewTypes().contains(view.billingViewType()))
        && (request.names().isEmpty() || request.names().stream().anyMatch(search -> begins(view.name(), search)))
        && (request.ownerAccountId() == null || request.ownerAccountId().equals(view.ownerAccountId()))
        && (request.sourceAccountId() == null || request.sourceAccountId().equals(view.sourceAccountId()));
  }

  /** The one way of searching there is, STARTS_WITH. */
  private static boolean begins(String name, StringSearch search) {
    return search.searchValue() != null && name.startsWith(search.searchValue());
  }
}
