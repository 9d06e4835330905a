package bursar.operations.ce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.memory.AccessWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.ForecastResult;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostForecastResponse;
import software.amazon.awssdk.services.costexplorer.model.GetUsageForecastRequest;
import software.amazon.awssdk.services.costexplorer.model.GetUsageForecastResponse;

class ForecastTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private void daysOf(String service, int days, LocalDate end, String cost) {
    for (int i = 1; i <= days; i++) {
      world.costs.add(world.account.id(), end.minusDays(i).toString(), "111122223333", service, "us-east-1", Map.of(), cost);
    }
  }

  private static GetCostForecastRequest.Builder request(String start, String end, String granularity) {
    return GetCostForecastRequest.builder().timePeriod(DateInterval.builder().start(start).end(end).build()).granularity(granularity)
        .metric("UNBLENDED_COST");
  }

  private GetCostForecastResponse ask(GetCostForecastRequest.Builder request) {
    return world.call(world.root(), "ce", "GetCostForecast", request.build());
  }

  @Test
  void whatAlwaysCostTheSameIsExpectedToCostTheSame() {
    daysOf("Amazon S3", 60, TODAY, "2.5");
    GetCostForecastResponse answer = ask(request("2026-11-23", "2027-01-01", "MONTHLY").predictionIntervalLevel(80));
    assertThat(answer.forecastResultsByTime()).extracting(result -> result.timePeriod().start() + ".." + result.timePeriod().end())
        .containsExactly("2026-11-23..2026-12-01", "2026-12-01..2027-01-01");
    assertThat(answer.forecastResultsByTime()).extracting(ForecastResult::meanValue).containsExactly("20", "77.5");
    assertThat(answer.total().amount()).isEqualTo("97.5");
    assertThat(answer.total().unit()).isEqualTo("USD");
    ForecastResult december = answer.forecastResultsByTime().getLast();
    assertThat(new BigDecimal(december.predictionIntervalLowerBound())).isLessThan(new BigDecimal("77.5"));
    assertThat(new BigDecimal(december.predictionIntervalUpperBound())).isGreaterThan(new BigDecimal("77.5"));
  }

  @Test
  void aHigherLevelIsAWiderIntervalAndNoLevelIsNone() {
    daysOf("Amazon S3", 60, TODAY, "2.5");
    ForecastResult likely = ask(request("2026-12-01", "2026-12-02", "DAILY").predictionIntervalLevel(51)).forecastResultsByTime().getFirst();
    ForecastResult sure = ask(request("2026-12-01", "2026-12-02", "DAILY").predictionIntervalLevel(99)).forecastResultsByTime().getFirst();
    assertThat(new BigDecimal(sure.predictionIntervalUpperBound())).isGreaterThan(new BigDecimal(likely.predictionIntervalUpperBound()));
    assertThat(ask(request("2026-12-01", "2026-12-02", "DAILY")).forecastResultsByTime().getFirst().predictionIntervalUpperBound()).isNull();
  }

  @Test
  void aMonthThatIsNotImportedYetIsNoMonthWithoutCosts() {
    daysOf("Amazon S3", 60, LocalDate.of(2026, 11, 1), "2.5");
    assertThat(ask(request("2026-12-01", "2027-01-01", "MONTHLY")).total().amount()).isEqualTo("77.5");
  }

  @Test
  void aServiceThatEndedWhileOthersWentOnIsExpectedToCostNothing() {
    daysOf("Amazon S3", 120, TODAY, "2.5");
    daysOf("Amazon EC2", 60, TODAY.minusDays(60), "100");
    Expression ec2 = Expression.builder().dimensions(DimensionValues.builder().key("SERVICE").values("Amazon EC2").build()).build();
    assertThat(new BigDecimal(ask(request("2026-12-01", "2027-01-01", "MONTHLY").filter(ec2)).total().amount())).isLessThan(BigDecimal.ONE);
  }

  @Test
  void forecastsNeedABillingCycleOfRecentCosts() {
    daysOf("Amazon S3", 27, TODAY, "2.5");
    refused(request("2026-12-01", "2027-01-01", "MONTHLY"), "DataUnavailableException", "Insufficient amount of historical data.");
    daysOf("Amazon S3", 100, TODAY.minusDays(27), "2.5");
    assertThat(ask(request("2026-12-01", "2027-01-01", "MONTHLY")).total().amount()).isEqualTo("77.5");
  }

  @Test
  void costsThatEndedLongAgoForetellNothing() {
    daysOf("Amazon S3", 100, TODAY.minusDays(60), "2.5");
    refused(request("2026-12-01", "2027-01-01", "MONTHLY"), "DataUnavailableException", "import the months since");
  }

  @Test
  void questionsThatNoForecastAnswersAreRefused() {
    daysOf("Amazon S3", 60, TODAY, "2.5");
    refused(request("2026-11-22", "2027-01-01", "MONTHLY"), "ValidationException", "cannot begin in the past");
    refused(request("2026-11-23", "2027-02-25", "DAILY"), "ValidationException", "3 months ahead");
    refused(request("2026-11-23", "2028-06-02", "MONTHLY"), "ValidationException", "18 months ahead");
    refused(request("2026-12-01", "2027-01-01", "HOURLY"), "ValidationException", "none by the hour");
    refused(request("2026-12-01", "2027-01-01", "MONTHLY").metric("USAGE_QUANTITY"), "ValidationException", "GetUsageForecast");
    refused(request("2026-12-01", "2027-01-01", "MONTHLY").predictionIntervalLevel(50), "ValidationException", "greater than or equal to 51");
    refused(request("2026-12-01", "2027-01-01", "MONTHLY").predictionIntervalLevel(100), "ValidationException", "less than or equal to 99");
    assertThat(ask(request("2026-11-23", "2027-02-24", "DAILY")).forecastResultsByTime()).hasSize(93);
    assertThat(ask(request("2026-12-01", "2028-06-01", "MONTHLY")).forecastResultsByTime()).hasSize(18);
  }

  private void refused(GetCostForecastRequest.Builder request, String code, String sentence) {
    assertThatThrownBy(() -> ask(request)).isInstanceOf(Failure.class).hasMessageContaining(sentence)
        .satisfies(e -> assertThat(((Failure) e).code()).isEqualTo(code));
  }

  @Test
  void usageIsForecastInItsUnit() {
    daysOf("Amazon EC2", 60, TODAY, "2.5");
    GetUsageForecastResponse answer = world.call(world.root(), "ce", "GetUsageForecast", GetUsageForecastRequest.builder()
        .timePeriod(DateInterval.builder().start("2026-12-01").end("2027-01-01").build()).granularity("MONTHLY").metric("USAGE_QUANTITY").build());
    assertThat(answer.total().unit()).isEqualTo("Hrs");
    assertThat(answer.total().amount()).isEqualTo("31");
  }
}
