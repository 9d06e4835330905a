package bursar.operations.ce;

import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.SavingsPlanCover;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansCoverageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetSavingsPlansCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansCoverage;
import software.amazon.awssdk.services.costexplorer.model.SavingsPlansCoverageData;

/** How much of the spend that savings plans could cover they covered (API reference, {@code GetSavingsPlansCoverage}). */
public final class GetSavingsPlansCoverage implements Operation<GetSavingsPlansCoverageRequest, GetSavingsPlansCoverageResponse> {
  private static final Declaration<GetSavingsPlansCoverageRequest, GetSavingsPlansCoverageResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetSavingsPlansCoverage", GetSavingsPlansCoverageRequest.class, GetSavingsPlansCoverageResponse.class)
          .summary("Tells how much of the spend that savings plans could cover they covered, over time, in all or in groups.")
          .needs(CostExplorerService.need("ce:GetSavingsPlansCoverage"), AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.optional("MaxResults").range(1, 5_000), MemberRule.optional("NextToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> GetSavingsPlansCoverageRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("MONTHLY")
              .build())
          .build();

  private final CommitmentReports reports;

  /** Over these costs. */
  public GetSavingsPlansCoverage(CostStore costs) {
    this.reports = new CommitmentReports(costs);
  }

  @Override
  public Declaration<GetSavingsPlansCoverageRequest, GetSavingsPlansCoverageResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetSavingsPlansCoverageResponse handle(Authorized<GetSavingsPlansCoverageRequest> call) {
    GetSavingsPlansCoverageRequest request = call.input();
    Object asked = request.toBuilder().nextToken(null).build();
    int offset = Pages.offset(request.nextToken(), asked);
    Granularity granularity = CommitmentQuestions.granularity(request.granularityAsString(), Granularity.DAILY);
    List<GroupKey> keys = GetCostAndUsage.keys(request.groupBy());
    call.refuseUnseen(CommitmentReports.SAVINGS_PLAN_COVER_METRICS);
    List<SavingsPlansCoverage> all = new ArrayList<>();
    for (var period : reports.savingsPlanCover(
        call.visibility(), Periods.span(request.timePeriod()), granularity, Filters.of(request.filter()), keys)) {
      Map<List<String>, SavingsPlanCover> parts = keys.isEmpty() ? Map.of(List.of(), period.total()) : period.parts();
      CommitmentQuestions.sorted(parts, request.sortBy(), "CoveragePercentage", GetSavingsPlansCoverage::number)
          .forEach(part -> all.add(SavingsPlansCoverage.builder()
              .timePeriod(Periods.written(period.span(), granularity))
              .attributes(CommitmentQuestions.attributes(keys, part.getKey()))
              .coverage(written(part.getValue()))
              .build()));
    }
    Lists.Page<SavingsPlansCoverage> page = Lists.page(all, offset, request.maxResults());
    GetSavingsPlansCoverageResponse.Builder response = GetSavingsPlansCoverageResponse.builder().savingsPlansCoverages(page.items());
    return (page.next() > 0 ? response.nextToken(Pages.token(page.next(), asked)) : response).build();
  }

  private static BigDecimal number(SavingsPlanCover cover, String key) {
    return switch (key) {
      case "SpendCoveredBySavingsPlan", "SpendCoveredBySavingsPlans" -> cover.covered();
      case "OnDemandCost" -> cover.onDemand();
      case "CoveragePercentage" -> cover.coverage();
      case "TotalCost" -> cover.total();
      default -> throw CommitmentQuestions.unknownSort(key);
    };
  }

  private static SavingsPlansCoverageData written(SavingsPlanCover cover) {
    return SavingsPlansCoverageData.builder()
        .spendCoveredBySavingsPlans(Amounts.text(cover.covered()))
        .onDemandCost(Amounts.text(cover.onDemand()))
        .totalCost(Amounts.text(cover.total()))
        .coveragePercentage(Amounts.text(cover.coverage()))
        .build();
  }
}
