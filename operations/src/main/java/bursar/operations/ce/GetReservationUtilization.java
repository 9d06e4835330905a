package bursar.operations.ce;

import bursar.domain.Failure;
import bursar.domain.commitments.Commitment;
import bursar.domain.commitments.CommitmentPeriod;
import bursar.domain.commitments.CommitmentReports;
import bursar.domain.commitments.ReservationUse;
import bursar.domain.costs.CostStore;
import bursar.domain.costs.Granularity;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationRequest;
import software.amazon.awssdk.services.costexplorer.model.GetReservationUtilizationResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.ReservationAggregates;
import software.amazon.awssdk.services.costexplorer.model.ReservationUtilizationGroup;
import software.amazon.awssdk.services.costexplorer.model.SortDefinition;
import software.amazon.awssdk.services.costexplorer.model.UtilizationByTime;

/** How well reservations were used (API reference, {@code GetReservationUtilization}). */
public final class GetReservationUtilization implements Operation<GetReservationUtilizationRequest, GetReservationUtilizationResponse> {
  private static final Declaration<GetReservationUtilizationRequest, GetReservationUtilizationResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetReservationUtilization", GetReservationUtilizationRequest.class, GetReservationUtilizationResponse.class)
          .summary("Tells how well reservations were used over time, in all or one by one.")
          .needs(CostExplorerService.need("ce:GetReservationUtilization"), AccessLevel.READ)
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.optional("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.optional("MaxResults").range(1, 5_000), MemberRule.optional("NextPageToken").range(0, 8_192))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.INVALID_NEXT_TOKEN)
          .example(() -> GetReservationUtilizationRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
              .granularity("MONTHLY")
              .build())
          .build();

  private final CommitmentReports reports;

  /** Over these costs. */
  public GetReservationUtilization(CostStore costs) {
    this.reports = new CommitmentReports(costs);
  }

  @Override
  public Declaration<GetReservationUtilizationRequest, GetReservationUtilizationResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetReservationUtilizationResponse handle(Authorized<GetReservationUtilizationRequest> call) {
    GetReservationUtilizationRequest request = call.input();
    Object asked = request.toBuilder().nextPageToken(null).build();
    int offset = Pages.offset(request.nextPageToken(), asked);
    Granularity granularity = CommitmentQuestions.granularity(request.granularityAsString(), Granularity.MONTHLY);
    boolean grouped = groups(request);
    call.refuseUnseen(CommitmentReports.RESERVATION_METRICS);
    List<CommitmentPeriod<Commitment, ReservationUse>> periods = reports.reservations(
        call.visibility(), Periods.span(request.timePeriod()), granularity, Filters.of(request.filter()));
    Lists.Page<CommitmentPeriod<Commitment, ReservationUse>> page = Lists.page(periods, offset, request.maxResults());
    ReservationUse total = periods.stream().map(CommitmentPeriod::total).reduce(ReservationUse.NONE, ReservationUse::plus);
    GetReservationUtilizationResponse.Builder response = GetReservationUtilizationResponse.builder()
        .utilizationsByTime(page.items().stream().map(period -> written(period, granularity, grouped, request.sortBy())).toList())
        .total(written(total));
    return (page.next() > 0 ? response.nextPageToken(Pages.token(page.next(), asked)) : response).build();
  }

  private static boolean groups(GetReservationUtilizationRequest request) {
    for (GroupDefinition definition : request.groupBy()) {
      if (!"SUBSCRIPTION_ID".equals(definition.key()) || request.groupBy().size() > 1) {
        throw new Failure("ValidationException", "Reservation utilization is grouped by the dimension SUBSCRIPTION_ID only.");
      }
    }
    return !request.groupBy().isEmpty();
  }

  private static UtilizationByTime written(CommitmentPeriod<Commitment, ReservationUse> period, Granularity granularity, boolean grouped,
      @Nullable SortDefinition sort) {
    List<ReservationUtilizationGroup> groups = new ArrayList<>();
    if (grouped) {
      CommitmentQuestions.sorted(period.parts(), sort, "UtilizationPercentage", GetReservationUtilization::number).forEach(part -> groups.add(
          ReservationUtilizationGroup.builder()
              .key("SUBSCRIPTION_ID")
              .value(part.getKey().subscription().isEmpty() ? part.getKey().arn() : part.getKey().subscription())
              .attributes(CommitmentQuestions.attributes(part.getKey(), "reservationARN", "instanceType"))
              .utilization(written(part.getValue()))
              .build()));
    }
    return UtilizationByTime.builder().timePeriod(Periods.written(period.span(), granularity)).groups(groups).total(written(period.total())).build();
  }

  private static BigDecimal number(ReservationUse use, String key) {
    return switch (key) {
      case "UtilizationPercentage" -> use.utilization();
      case "UtilizationPercentageInUnits" -> use.utilizationInUnits();
      case "PurchasedHours" -> use.purchasedHours();
      case "PurchasedUnits" -> use.purchasedUnits();
      case "TotalActualHours" -> use.usedHours();
      case "TotalActualUnits" -> use.usedUnits();
      case "UnusedHours" -> use.unusedHours();
      case "UnusedUnits" -> use.unusedUnits();
      case "OnDemandCostOfRIHoursUsed" -> use.onDemandCost();
      case "NetRISavings" -> use.netSavings();
      case "TotalPotentialRISavings" -> use.potentialSavings();
      case "AmortizedUpfrontFee" -> use.upfrontFee();
      case "AmortizedRecurringFee" -> use.recurringFee();
      case "TotalAmortizedFee" -> use.totalFee();
      case "RICostForUnusedHours" -> use.unusedCost();
      case "RealizedSavings" -> use.realizedSavings();
      case "UnrealizedSavings" -> use.unrealizedSavings();
      default -> throw CommitmentQuestions.unknownSort(key);
    };
  }

  private static ReservationAggregates written(ReservationUse use) {
    return ReservationAggregates.builder()
        .utilizationPercentage(Amounts.text(use.utilization()))
        .utilizationPercentageInUnits(Amounts.text(use.utilizationInUnits()))
        .purchasedHours(Amounts.text(use.purchasedHours()))
        .purchasedUnits(Amounts.text(use.purchasedUnits()))
        .totalActualHours(Amounts.text(use.usedHours()))
        .totalActualUnits(Amounts.text(use.usedUnits()))
        .unusedHours(Amounts.text(use.unusedHours()))
        .unusedUnits(Amounts.text(use.unusedUnits()))
        .onDemandCostOfRIHoursUsed(Amounts.text(use.onDemandCost()))
        .netRISavings(Amounts.text(use.netSavings()))
        .totalPotentialRISavings(Amounts.text(use.potentialSavings()))
        .amortizedUpfrontFee(Amounts.text(use.upfrontFee()))
        .amortizedRecurringFee(Amounts.text(use.recurringFee()))
        .totalAmortizedFee(Amounts.text(use.totalFee()))
        .riCostForUnusedHours(Amounts.text(use.unusedCost()))
        .realizedSavings(Amounts.text(use.realizedSavings()))
        .unrealizedSavings(Amounts.text(use.unrealizedSavings()))
        .build();
  }
}
