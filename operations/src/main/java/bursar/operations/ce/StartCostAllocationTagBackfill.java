package bursar.operations.ce;

import bursar.domain.categories.CostCategories;
import bursar.domain.categories.CostTags;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.time.YearMonth;
import java.util.Objects;
import software.amazon.awssdk.services.costexplorer.model.StartCostAllocationTagBackfillRequest;
import software.amazon.awssdk.services.costexplorer.model.StartCostAllocationTagBackfillResponse;

/** Makes the present activation of all cost allocation tags hold from an earlier month on. Source: Cost Explorer API reference, StartCostAllocationTagBackfill. */
final class StartCostAllocationTagBackfill implements Operation<StartCostAllocationTagBackfillRequest, StartCostAllocationTagBackfillResponse> {
  private static final Declaration<StartCostAllocationTagBackfillRequest, StartCostAllocationTagBackfillResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "StartCostAllocationTagBackfill", StartCostAllocationTagBackfillRequest.class, StartCostAllocationTagBackfillResponse.class)
          .summary("Makes the present activation of all cost allocation tags hold from an earlier month on.")
          .needs(CostExplorerService.managing("ce:StartCostAllocationTagBackfill"), AccessLevel.WRITE)
          .rules(MemberRule.required("BackfillFrom").range(20, 25))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.ACCESS_DENIED, CostExplorerService.BACKFILL_LIMIT)
          .example(() -> StartCostAllocationTagBackfillRequest.builder().backfillFrom("2026-01-01T00:00:00Z").build())
          .build();

  private final CostTags tags;
  private final CostCategories categories;

  StartCostAllocationTagBackfill(CostTags tags, CostCategories categories) {
    this.tags = tags;
    this.categories = categories;
  }

  @Override
  public Declaration<StartCostAllocationTagBackfillRequest, StartCostAllocationTagBackfillResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public StartCostAllocationTagBackfillResponse handle(Authorized<StartCostAllocationTagBackfillRequest> call) {
    StartCostAllocationTagBackfillRequest request = call.input();
    categories.refuseMember(call.account(), CostExplorerService.MEMBER_TAGS);
    YearMonth from = Categories.monthStart("BackfillFrom", request.backfillFrom());
    return StartCostAllocationTagBackfillResponse.builder().backfillRequest(CostExplorerService.written(tags.backfill(call.account(), Objects.requireNonNull(from)))).build();
  }
}
