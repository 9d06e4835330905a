package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.domain.categories.TagActivation;
import bursar.domain.costs.CostFilter;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.TagsQuery;
import bursar.domain.costs.TimeSpan;
import bursar.domain.costs.Visibility;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTag;
import software.amazon.awssdk.services.costexplorer.model.ListCostAllocationTagsRequest;
import software.amazon.awssdk.services.costexplorer.model.ListCostAllocationTagsResponse;

/** Lists the cost allocation tags of the costs, with their activation. Source: Cost Explorer API reference, ListCostAllocationTags. */
final class ListCostAllocationTags implements Operation<ListCostAllocationTagsRequest, ListCostAllocationTagsResponse> {
  private static final Declaration<ListCostAllocationTagsRequest, ListCostAllocationTagsResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "ListCostAllocationTags", ListCostAllocationTagsRequest.class, ListCostAllocationTagsResponse.class)
          .summary("Lists the cost allocation tags of the costs, with their activation.")
          .needs(CostExplorerService.need("ce:ListCostAllocationTags"), AccessLevel.LIST)
          .readsCosts()
          .rules(MemberRule.optional("Status").oneOf("Active", "Inactive"), MemberRule.optional("Type").oneOf("AWSGenerated", "UserDefined"),
              MemberRule.optional("TagKeys").range(1, 100), MemberRule.optional("MaxResults").range(1, 1_000), MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> ListCostAllocationTagsRequest.builder().build())
          .build();

  private final CostStore costs;
  private final CostTags tags;
  private final CostCategories categories;

  ListCostAllocationTags(CostStore costs, CostTags tags, CostCategories categories) {
    this.costs = costs;
    this.tags = tags;
    this.categories = categories;
  }

  @Override
  public Declaration<ListCostAllocationTagsRequest, ListCostAllocationTagsResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public ListCostAllocationTagsResponse handle(Authorized<ListCostAllocationTagsRequest> call) {
    ListCostAllocationTagsRequest request = call.input();
    categories.refuseMember(call.account(), CostExplorerService.MEMBER_TAGS);
    List<CostAllocationTag> all = new ArrayList<>();
    Map<String, TagActivation> known = tags.of(call.account());
    TreeMap<String, YearMonth> used = used(call.visibility());
    known.keySet().forEach(key -> used.putIfAbsent(key, YearMonth.of(1970, 1)));
    used.forEach((key, month) -> all.add(written(key, month, known.get(key))));
    List<CostAllocationTag> meant = all.stream().filter(tag -> meant(request, tag)).toList();
    Object question = request.toBuilder().nextToken(null).build();
    var page = Lists.page(meant, Pages.offset(request.nextToken(), question), request.maxResults() == null ? 100 : request.maxResults());
    return ListCostAllocationTagsResponse.builder().costAllocationTags(page.items())
        .nextToken(page.next() > 0 ? Pages.token(page.next(), question) : null).build();
  }

  /** The tags that rows have, with the last month in which one does. */
  private TreeMap<String, YearMonth> used(Visibility visibility) {
    TreeMap<String, YearMonth> used = new TreeMap<>();
    for (YearMonth month : costs.months(visibility)) {
      costs.tagKeys(visibility, new TagsQuery(TimeSpan.ofMonth(month), null, CostFilter.EVERYTHING)).forEach(key -> used.put(key, month));
    }
    return used;
  }

  private static CostAllocationTag written(String key, YearMonth used, @Nullable TagActivation known) {
    return CostAllocationTag.builder().tagKey(key).type(key.startsWith("aws:") ? "AWSGenerated" : "UserDefined")
        .status(known == null || known.active() ? "Active" : "Inactive")
        .lastUsedDate(used.getYear() == 1970 ? null : used.atDay(1) + "T00:00:00Z")
        .lastUpdatedDate(known == null ? null : CostExplorerService.moment(known.updated())).build();
  }

  private static boolean meant(ListCostAllocationTagsRequest request, CostAllocationTag tag) {
    return (request.statusAsString() == null || request.statusAsString().equals(tag.statusAsString()))
        && (request.typeAsString() == null || request.typeAsString().equals(tag.typeAsString()))
        && (!request.hasTagKeys() || request.tagKeys().contains(tag.tagKey()));
  }
}
