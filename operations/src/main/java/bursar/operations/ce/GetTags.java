package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.GroupKey;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetTagsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetTagsResponse;

/** The keys of cost allocation tags, or the values of one (API reference, {@code GetTags}). */
public final class GetTags implements Operation<GetTagsRequest, GetTagsResponse> {
  private static final Declaration<GetTagsRequest, GetTagsResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetTags", GetTagsRequest.class, GetTagsResponse.class)
          .summary("Lists the keys of cost allocation tags in a time period, or the values of one tag.")
          .needs(CostExplorerService.need("ce:GetTags"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("SearchString").range(0, 1_024),
              MemberRule.optional("TagKey").range(0, 1_024), MemberRule.optional("MaxResults").range(1, 100_000),
              MemberRule.optional("BillingViewArn").range(20, 2_048), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.INVALID_NEXT_TOKEN, CostExplorerService.RESOURCE_NOT_FOUND, CostExplorerService.LIMIT_EXCEEDED)
          .example(() -> GetTagsRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .build())
          .build();

  private final CostStore costs;

  /** Over these costs. */
  public GetTags(CostStore costs) {
    this.costs = costs;
  }

  @Override
  public Declaration<GetTagsRequest, GetTagsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetTagsResponse handle(Authorized<GetTagsRequest> call) {
    GetTagsRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    Object question = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), question);
    Lists.Page<String> page = Lists.page(all(call), offset, request.maxResults());
    GetTagsResponse.Builder response =
        GetTagsResponse.builder().tags(page.items()).returnSize(page.items().size()).totalSize(page.total());
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), question)) : response).build();
  }

  private List<String> all(Authorized<GetTagsRequest> call) {
    GetTagsRequest request = call.input();
    TimeSpan span = Periods.span(request.timePeriod());
    CostFilter filter = Filters.of(request.filter());
    TagsQuery query = new TagsQuery(span, request.searchString(), filter);
    String key = request.tagKey();
    if (key == null || key.isEmpty()) {
      if (request.hasSortBy() && !request.sortBy().isEmpty()) {
        throw new Failure("ValidationException", "Keys of tags have no cost to be sorted by. Give a TagKey, or leave SortBy out.");
      }
      return costs.tagKeys(call.visibility(), query);
    }
    return Lists.sorted(costs.valuesOf(call.visibility(), new GroupKey.ByTag(key), query), value -> value, request.sortBy(), new GroupKey.ByTag(key), costs,
        call.visibility(), span, filter);
  }
}
