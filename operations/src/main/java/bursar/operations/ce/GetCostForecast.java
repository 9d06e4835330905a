package bursar.operations.ce;

import bursar.domain.costs.CostStore;
import bursar.domain.forecast.Forecast;
import bursar.domain.forecast.ForecastQuery;
import bursar.domain.forecast.Forecasts;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastResponse;

/** What costs are to come, from what it was (API reference, {@code GetCostForecast}). */
public final class GetCostForecast implements Operation<GetCostForecastRequest, GetCostForecastResponse> {
  private static final Declaration<GetCostForecastRequest, GetCostForecastResponse> DECLARATION =
      Declaration.of(CostExplorerService.DEFINITION, "GetCostForecast", GetCostForecastRequest.class, GetCostForecastResponse.class)
          .summary("Forecasts costs by the day for three months, or by the month for eighteen, with an interval of the asked likelihood.")
          .needs(CostExplorerService.need("ce:GetCostForecast"), AccessLevel.READ)
          .resource((caller, request) -> CostExplorerService.view(caller, request.billingViewArn()))
          .readsCosts()
          .rules(MemberRule.required("TimePeriod"), MemberRule.required("Granularity").oneOf("DAILY", "MONTHLY", "HOURLY"),
              MemberRule.required("Metric").oneOf("BLENDED_COST", "UNBLENDED_COST", "AMORTIZED_COST", "NET_UNBLENDED_COST",
                  "NET_AMORTIZED_COST", "USAGE_QUANTITY", "NORMALIZED_USAGE_AMOUNT"),
              MemberRule.optional("PredictionIntervalLevel").range(ForecastQuery.LEVEL_MIN, ForecastQuery.LEVEL_MAX),
              MemberRule.optional("BillingViewArn").range(20, 2_048))
          .errors(CostExplorerService.LIMIT_EXCEEDED, CostExplorerService.DATA_UNAVAILABLE, CostExplorerService.RESOURCE_NOT_FOUND)
          .example(() -> GetCostForecastRequest.builder()
              .timePeriod(DateInterval.builder().start("2026-12-01").end("2027-01-01").build())
              .granularity("MONTHLY")
              .metric("UNBLENDED_COST")
              .predictionIntervalLevel(80)
              .build())
          .build();

  private final Forecasts forecasts;

  /** From these costs. */
  public GetCostForecast(CostStore costs) {
    this.forecasts = new Forecasts(costs);
  }

  @Override
  public Declaration<GetCostForecastRequest, GetCostForecastResponse> declaration() {
    return DECLARATION;
  }

  @Override
  public GetCostForecastResponse handle(Authorized<GetCostForecastRequest> call) {
    GetCostForecastRequest request = call.input();
    CostExplorerService.checkView(call.caller(), request.billingViewArn());
    ForecastQuery query = ForecastQuestions.query(request.timePeriod(), request.granularityAsString(), request.metricAsString(), true,
        Filters.of(request.filter()), request.predictionIntervalLevel());
    call.refuseUnseen(List.of(query.metric()));
    Forecast forecast = forecasts.of(call.visibility(), query, call.caller().at());
    return GetCostForecastResponse.builder()
        .total(ForecastQuestions.total(forecast))
        .forecastResultsByTime(ForecastQuestions.results(forecast, query.granularity(), request.predictionIntervalLevel()))
        .build();
  }
}
