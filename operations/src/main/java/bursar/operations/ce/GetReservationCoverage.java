package bursar.operations.ce;

import bursar.domain.commitments.CommitmentPeriod;
import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.ReservationCover;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.domain.costs.GroupKey;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.Coverage;
import software.amazon.awssdk.services.costexplorer.model.CoverageByTime;
import software.amazon.awssdk.services.costexplorer.model.CoverageCost;
import software.amazon.awssdk.services.costexplorer.model.CoverageHours;
import software.amazon.awssdk.services.costexplorer.model.CoverageNormalizedUnits;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetReservationCoverageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetReservationCoverageResponse;
import software.amazon.awssdk.services.costexplorer.model.ReservationCoverageGroup;

/** How much of the running hours reservations covered (API reference, {@code GetReservationCoverage}). */
public final class GetReservationCoverage implements Operation<GetReservationCoverageRequest, GetReservationCoverageResponse> {
  private static final Declaration<GetReservationCoverageRequest, GetReservationCoverageResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetReservationCoverage", GetReservationCoverageRequest.class, GetReservationCoverageResponse.class)
          .summary("Tells how much of the running hours reservations covered over time, in all or in groups.")
          .needs(CostExplorerService.need("ce:GetReservationCoverage"), AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.optional("MaxResults").range(1, 5_000), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> GetReservationCoverageRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("MONTHLY")
              .build())
          .build();

  private final CommitmentReports reports;

  /** Over these costs. */
  public GetReservationCoverage(CostStore costs) {
    this.reports = new CommitmentReports(costs);
  }

  @Override
  public Declaration<GetReservationCoverageRequest, GetReservationCoverageResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetReservationCoverageResponse handle(Authorized<GetReservationCoverageRequest> call) {
    GetReservationCoverageRequest request = call.input();
    Object asked = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), asked);
    Granularity granularity = CommitmentQuestions.granularity(request.granularityAsString(), Granularity.MONTHLY);
    List<GroupKey> keys = GetCostAndUsage.keys(request.groupBy());
    call.refuseUnseen(CommitmentReports.RESERVATION_COVER_METRICS);
    List<CommitmentPeriod<List<String>, ReservationCover>> periods = reports.reservationCover(
        call.visibility(), Periods.span(request.timePeriod()), granularity, Filters.of(request.filter()), keys);
    Lists.Page<CommitmentPeriod<List<String>, ReservationCover>> page = Lists.page(periods, offset, request.maxResults());
    ReservationCover total = periods.stream().map(CommitmentPeriod::total).reduce(ReservationCover.NONE, ReservationCover::plus);
    GetReservationCoverageResponse.Builder response = GetReservationCoverageResponse.builder()
        .coveragesByTime(page.items().stream().map(period -> written(period, granularity, keys, request)).toList())
        .total(written(total, request.metrics()));
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), asked)) : response).build();
  }

  private static CoverageByTime written(
      CommitmentPeriod<List<String>, ReservationCover> period, Granularity granularity, List<GroupKey> keys, GetReservationCoverageRequest request) {
    List<ReservationCoverageGroup> groups = keys.isEmpty() ? List.of()
        : CommitmentQuestions.sorted(period.parts(), request.sortBy(), "CoverageHoursPercentage", GetReservationCoverage::number)
            .map(part -> ReservationCoverageGroup.builder()
                .attributes(CommitmentQuestions.attributes(keys, part.getKey()))
                .coverage(written(part.getValue(), request.metrics()))
                .build()).toList();
    return CoverageByTime.builder().timePeriod(Periods.written(period.span(), granularity)).groups(groups)
        .total(written(period.total(), request.metrics())).build();
  }

  private static BigDecimal number(ReservationCover cover, String key) {
    return switch (key) {
      case "OnDemandCost" -> cover.onDemandCost();
      case "CoverageHoursPercentage" -> cover.coverage();
      case "OnDemandHours" -> cover.onDemandHours();
      case "ReservedHours" -> cover.reservedHours();
      case "TotalRunningHours" -> cover.totalHours();
      case "CoverageNormalizedUnitsPercentage" -> cover.coverageInUnits();
      case "OnDemandNormalizedUnits" -> cover.onDemandUnits();
      case "ReservedNormalizedUnits" -> cover.reservedUnits();
      case "TotalRunningNormalizedUnits" -> cover.totalUnits();
      default -> throw CommitmentQuestions.unknownSort(key);
    };
  }

  /** The parts that were asked for; all where none was. */
  private static Coverage written(ReservationCover cover, List<String> metrics) {
    Coverage.Builder coverage = Coverage.builder();
    if (metrics.isEmpty() || metrics.contains("Hour")) {
      coverage.coverageHours(CoverageHours.builder()
          .onDemandHours(Amounts.text(cover.onDemandHours()))
          .reservedHours(Amounts.text(cover.reservedHours()))
          .totalRunningHours(Amounts.text(cover.totalHours()))
          .coverageHoursPercentage(Amounts.text(cover.coverage()))
          .build());
    }
    if (metrics.isEmpty() || metrics.contains("Unit")) {
      coverage.coverageNormalizedUnits(CoverageNormalizedUnits.builder()
          .onDemandNormalizedUnits(Amounts.text(cover.onDemandUnits()))
          .reservedNormalizedUnits(Amounts.text(cover.reservedUnits()))
          .totalRunningNormalizedUnits(Amounts.text(cover.totalUnits()))
          .coverageNormalizedUnitsPercentage(Amounts.text(cover.coverageInUnits()))
          .build());
    }
    if (metrics.isEmpty() || metrics.contains("Cost")) {
      coverage.coverageCost(CoverageCost.builder().onDemandCost(Amounts.text(cover.onDemandCost())).build());
    }
    return coverage.build();
  }
}
