package bursar.operations.ce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.memory.AccessWorld;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageComparisonsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageComparisonsResponse;
import software.amazon.awssdk.services.costexplorer.model.GetCostComparisonDriversRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostComparisonDriversResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;

class ComparisonTest {
  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void twoMonths() {
    world.costs.add(world.account.id(), "2026-09-10", "111122223333", "Amazon S3", "us-east-1", Map.of(), "10");
    world.costs.add(world.account.id(), "2026-10-10", "111122223333", "Amazon S3", "us-east-1", Map.of(), "8.5");
    world.costs.add(world.account.id(), "2026-10-11", "111122223333", "Amazon EC2", "us-east-1", Map.of(), "4");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static DateInterval interval(String start, String end) {
    return DateInterval.builder().start(start).end(end).build();
  }

  private static GetCostAndUsageComparisonsRequest.Builder request() {
    return GetCostAndUsageComparisonsRequest.builder().baselineTimePeriod(interval("2026-09-01", "2026-10-01"))
        .comparisonTimePeriod(interval("2026-10-01", "2026-11-01")).metricForComparison("UnblendedCost")
        .groupBy(GroupDefinition.builder().type("DIMENSION").key("SERVICE").build());
  }

  private GetCostAndUsageComparisonsResponse ask(GetCostAndUsageComparisonsRequest.Builder request) {
    return world.call(world.root(), "ce", "GetCostAndUsageComparisons", request.build());
  }

  @Test
  void theGreatestDifferencesComeFirst() {
    GetCostAndUsageComparisonsResponse answer = ask(request());
    assertThat(answer.costAndUsageComparisons()).extracting(one -> one.costAndUsageSelector().dimensions().values() + ": "
        + one.metrics().get("UnblendedCost").baselineTimePeriodAmount() + " " + one.metrics().get("UnblendedCost").comparisonTimePeriodAmount()
        + " " + one.metrics().get("UnblendedCost").difference()).containsExactly("[Amazon EC2]: 0 4 4", "[Amazon S3]: 10 8.5 -1.5");
    assertThat(answer.totalCostAndUsage().get("UnblendedCost").difference()).isEqualTo("2.5");
    assertThat(answer.totalCostAndUsage().get("UnblendedCost").unit()).isEqualTo("USD");
  }

  @Test
  void pagesFollowOneAnother() {
    GetCostAndUsageComparisonsResponse first = ask(request().maxResults(1));
    GetCostAndUsageComparisonsResponse second = ask(request().maxResults(1).nextPageToken(first.nextPageToken()));
    assertThat(first.costAndUsageComparisons()).hasSize(1);
    assertThat(second.costAndUsageComparisons()).hasSize(1).doesNotContainAnyElementsOf(first.costAndUsageComparisons());
    assertThat(second.nextPageToken()).isNull();
  }

  @Test
  void driversTellWhatChangedAndByHowMuchUsage() {
    GetCostComparisonDriversResponse answer = world.call(world.root(), "ce", "GetCostComparisonDrivers", GetCostComparisonDriversRequest.builder()
        .baselineTimePeriod(interval("2026-09-01", "2026-10-01")).comparisonTimePeriod(interval("2026-10-01", "2026-11-01"))
        .metricForComparison("UnblendedCost").groupBy(GroupDefinition.builder().type("DIMENSION").key("SERVICE").build()).build());
    assertThat(answer.costComparisonDrivers()).hasSize(2);
    assertThat(answer.costComparisonDrivers().getFirst().costDrivers()).singleElement().satisfies(driver -> {
      assertThat(driver.type()).isEqualTo("USAGE_CHANGE");
      assertThat(driver.name()).isEqualTo("BoxUsage");
      assertThat(driver.metrics().get("UnblendedCost").difference()).isEqualTo("4");
      assertThat(driver.metrics().get("UsageQuantity").comparisonTimePeriodAmount()).isEqualTo("1");
    });
  }

  @Test
  void onlyWholeMonthsAreCompared() {
    assertThatThrownBy(() -> ask(request().baselineTimePeriod(interval("2026-09-01", "2026-09-15")))).isInstanceOf(Failure.class)
        .hasMessageContaining("exactly one month");
  }
}
