package bursar.operations.ce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.operations.gate.AccessDenied;
import bursar.operations.memory.AccessWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesResponse;
import software.amazon.awssdk.services.costexplorer.model.GetTagsRequest;
import software.amazon.awssdk.services.costexplorer.model.GetTagsResponse;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;
import software.amazon.awssdk.services.costexplorer.model.TagValues;

class CostExplorerTest {
  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void someCosts() {
    world.costs.add(world.account.id(), "2026-09-30", "111122223333", "Amazon S3", "us-east-1", Map.of("team", "blue"), "1.50");
    world.costs.add(world.account.id(), "2026-10-01", "111122223333", "Amazon S3", "us-east-1", Map.of("team", "blue"), "2.25");
    world.costs.add(world.account.id(), "2026-10-02", "444455556666", "Amazon EC2", null, Map.of(), "4.0000");
    world.costs.add(world.account.id(), "2026-11-20", "444455556666", "Amazon EC2", "eu-west-1", Map.of("team", "red"), "8");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static GetCostAndUsageRequest.Builder request(String start, String end, String granularity) {
    return GetCostAndUsageRequest.builder().timePeriod(DateInterval.builder().start(start).end(end).build()).granularity(granularity)
        .metrics("UnblendedCost");
  }

  private static GroupDefinition by(String type, String key) {
    return GroupDefinition.builder().type(type).key(key).build();
  }

  private static Expression dimension(String key, String... values) {
    return Expression.builder().dimensions(DimensionValues.builder().key(key).values(values).build()).build();
  }

  private GetCostAndUsageResponse ask(GetCostAndUsageRequest.Builder request) {
    return world.call(world.root(), "ce", "GetCostAndUsage", request.build());
  }

  @Test
  void totalsComeByPeriodAndEmptyOnesAnswerZero() {
    GetCostAndUsageResponse answer = ask(request("2026-09-15", "2027-01-01", "MONTHLY").metrics("UnblendedCost", "UsageQuantity"));
    assertThat(answer.resultsByTime()).extracting(result -> result.timePeriod().start() + ".." + result.timePeriod().end())
        .containsExactly("2026-09-15..2026-10-01", "2026-10-01..2026-11-01", "2026-11-01..2026-12-01", "2026-12-01..2027-01-01");
    assertThat(answer.resultsByTime()).extracting(result -> result.total().get("UnblendedCost").amount())
        .containsExactly("1.5", "6.25", "8", "0");
    assertThat(answer.resultsByTime().getFirst().total().get("UnblendedCost").unit()).isEqualTo("USD");
    assertThat(answer.resultsByTime().getFirst().total().get("UsageQuantity").unit()).isEqualTo("Hrs");
    assertThat(answer.resultsByTime()).extracting(ResultByTime::estimated).containsExactly(false, false, true, true);
    assertThat(answer.resultsByTime()).allSatisfy(result -> assertThat(result.groups()).isEmpty());
    assertThat(answer.hasGroupDefinitions()).isFalse();
  }

  @Test
  void filtersCompareWithABoundedNumberOfValues() {
    String[] many = IntStream.rangeClosed(1, 5_000).mapToObj(number -> "service " + number).toArray(String[]::new);
    assertThat(ask(october(dimension("SERVICE", many))).resultsByTime()).hasSize(1);
    refusedAsTooMuch(Expression.builder().and(dimension("SERVICE", many), dimension("REGION", "us-east-1")).build());
    String[] parts = Arrays.copyOf(many, 100);
    assertThat(ask(october(matched("CONTAINS", parts))).resultsByTime()).hasSize(1);
    String[] oneMore = Arrays.copyOf(many, 101);
    for (String option : List.of("CONTAINS", "STARTS_WITH", "ENDS_WITH", "CASE_INSENSITIVE")) {
      refusedAsTooMuch(matched(option, oneMore));
    }
    refusedAsTooMuch(Expression.builder().or(matched("CONTAINS", parts), Expression.builder().not(matched("ENDS_WITH", "3")).build()).build());
  }

  private static GetCostAndUsageRequest.Builder october(Expression filter) {
    return request("2026-10-01", "2026-11-01", "MONTHLY").filter(filter);
  }

  private static Expression matched(String option, String... values) {
    return Expression.builder().tags(TagValues.builder().key("team").values(values).matchOptionsWithStrings(option).build()).build();
  }

  private void refusedAsTooMuch(Expression filter) {
    assertThatThrownBy(() -> ask(october(filter))).isInstanceOf(Failure.class).hasMessageContaining("more than 5000 values, or with more than 100");
  }

  @Test
  void groupsHaveKeysAsCostExplorerWritesThem() {
    GetCostAndUsageResponse answer =
        ask(request("2026-10-01", "2026-11-01", "MONTHLY").groupBy(by("DIMENSION", "REGION"), by("TAG", "team")));
    ResultByTime october = answer.resultsByTime().getFirst();
    assertThat(october.total()).isEmpty();
    assertThat(october.hasTotal()).isTrue();
    assertThat(october.groups()).extracting(group -> group.keys() + "=" + group.metrics().get("UnblendedCost").amount())
        .containsExactlyInAnyOrder("[us-east-1, team$blue]=2.25", "[NoRegion, team$]=4");
    assertThat(answer.groupDefinitions()).hasSize(2);
  }

  @Test
  void linkedAccountsAreDescribed() {
    GetCostAndUsageResponse answer = ask(request("2026-10-01", "2026-11-01", "MONTHLY").groupBy(by("DIMENSION", "LINKED_ACCOUNT")));
    assertThat(answer.dimensionValueAttributes()).filteredOn(value -> value.value().equals("111122223333")).singleElement()
        .satisfies(value -> assertThat(value.attributes()).containsEntry("description", "Example"));
    assertThat(answer.dimensionValueAttributes()).filteredOn(value -> value.value().equals("444455556666")).singleElement()
        .satisfies(value -> assertThat(value.attributes()).isEmpty());
  }

  @Test
  void filtersCombine() {
    Expression notS3 = Expression.builder().not(dimension("SERVICE", "Amazon S3")).build();
    Expression untagged = Expression.builder().tags(TagValues.builder().key("team").matchOptionsWithStrings("ABSENT").build()).build();
    assertThat(sum(notS3)).isEqualTo("4");
    assertThat(sum(untagged)).isEqualTo("4");
    assertThat(sum(dimension("REGION", "NoRegion"))).isEqualTo("4");
    assertThat(sum(Expression.builder().and(notS3, dimension("REGION", "us-east-1")).build())).isEqualTo("0");
    assertThat(sum(Expression.builder().or(notS3, dimension("REGION", "us-east-1")).build())).isEqualTo("6.25");
    assertThat(sum(Expression.builder().dimensions(DimensionValues.builder().key("SERVICE").values("amazon")
        .matchOptionsWithStrings("STARTS_WITH", "CASE_INSENSITIVE").build()).build())).isEqualTo("6.25");
  }

  private String sum(Expression filter) {
    return ask(request("2026-10-01", "2026-11-01", "MONTHLY").filter(filter)).resultsByTime().getFirst().total().get("UnblendedCost").amount();
  }

  @Test
  void badQuestionsAreRefusedWithASentence() {
    refused(request("2026-11-01", "2026-10-01", "MONTHLY"), "Start date (and hour) should be before end date");
    refused(request("2026-11-01", "2026-11-01", "MONTHLY"), "Start date (and hour) should be before end date");
    refused(request("2026-02-30", "2026-11-01", "MONTHLY"), "is no date");
    refused(request("1. Oktober", "2026-11-01", "MONTHLY"), "is no date");
    refused(request("0001-01-01", "9999-01-01", "DAILY"), "more than 40000 periods");
    refused(request("2026-10-01", "2026-11-01", "WEEKLY"), "enum value set");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").metrics("Happiness"), "There is no metric 'Happiness'");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").groupBy(by("DIMENSION", "MOON")), "There is no dimension 'MOON'");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").groupBy(by("DIMENSION", "REGION"), by("DIMENSION", "SERVICE"),
        by("TAG", "team")), "at most 2 group definitions");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").filter(dimension("SERVICE", "a").toBuilder()
        .not(dimension("SERVICE", "b")).build()), "only one operator");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").filter(Expression.builder().and(dimension("SERVICE", "a")).build()),
        "joins at least two expressions");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").filter(Expression.builder().build()), "is empty");
    refused(request("2026-10-01", "2026-11-01", "MONTHLY").billingViewArn("arn:aws:billing::111122223333:billingview/custom-1"),
        "There is no billing view");
  }

  private void refused(GetCostAndUsageRequest.Builder request, String sentence) {
    assertThatThrownBy(() -> ask(request)).isInstanceOf(Failure.class).hasMessageContaining(sentence);
  }

  @Test
  void manyGroupsComeInPagesThatMissAndRepeatNothing() {
    for (int i = 0; i < GetCostAndUsage.PAGE_MAX + 100; i++) {
      world.costs.add(world.account.id(), LocalDate.parse("2025-01-01").plusDays(i % 3).toString(), "111122223333", "Service " + i, "r",
          Map.of(), "1");
    }
    GetCostAndUsageRequest.Builder request = request("2025-01-01", "2025-01-04", "DAILY").groupBy(by("DIMENSION", "SERVICE"));
    GetCostAndUsageResponse first = ask(request);
    assertThat(first.nextPageToken()).isNotNull();
    GetCostAndUsageResponse second = ask(request.nextPageToken(first.nextPageToken()));
    assertThat(second.nextPageToken()).isNull();
    List<String> keys = new ArrayList<>();
    for (GetCostAndUsageResponse page : List.of(first, second)) {
      page.resultsByTime().forEach(result -> result.groups().forEach(group -> keys.add(result.timePeriod().start() + group.keys())));
    }
    assertThat(keys).hasSize(GetCostAndUsage.PAGE_MAX + 100).doesNotHaveDuplicates();
  }

  @Test
  void aTokenOfAnotherQuestionIsRefused() {
    for (String token : List.of("nonsense", Pages.token(5, "another question"), "")) {
      assertThatThrownBy(() -> ask(request("2026-10-01", "2026-11-01", "MONTHLY").nextPageToken(token))).isInstanceOf(Failure.class)
          .satisfies(e -> assertThat(((Failure) e).code()).isEqualTo("InvalidNextTokenException"));
    }
  }

  @Test
  void dimensionValuesAreListedSortedAndCut() {
    GetDimensionValuesRequest.Builder request = GetDimensionValuesRequest.builder().dimension("SERVICE")
        .timePeriod(DateInterval.builder().start("2026-09-01").end("2026-12-01").build());
    GetDimensionValuesResponse all = world.call(world.root(), "ce", "GetDimensionValues", request.build());
    assertThat(all.dimensionValues()).extracting(value -> value.value()).containsExactly("Amazon EC2", "Amazon S3");
    assertThat(all.totalSize()).isEqualTo(2);
    GetDimensionValuesResponse first = world.call(world.root(), "ce", "GetDimensionValues", request.maxResults(1)
        .sortBy(sort -> sort.key("UnblendedCost").sortOrder("ASCENDING")).build());
    assertThat(first.dimensionValues()).extracting(value -> value.value()).containsExactly("Amazon S3");
    assertThat(first.totalSize()).isEqualTo(2);
    assertThat(first.returnSize()).isEqualTo(1);
    GetDimensionValuesResponse second =
        world.call(world.root(), "ce", "GetDimensionValues", request.nextPageToken(first.nextPageToken()).build());
    assertThat(second.dimensionValues()).extracting(value -> value.value()).containsExactly("Amazon EC2");
    assertThat(second.nextPageToken()).isNull();
  }

  @Test
  void tagsAreListedByKeyAndByValue() {
    GetTagsRequest.Builder request =
        GetTagsRequest.builder().timePeriod(DateInterval.builder().start("2026-09-01").end("2026-12-01").build());
    GetTagsResponse keys = world.call(world.root(), "ce", "GetTags", request.build());
    assertThat(keys.tags()).containsExactly("team");
    GetTagsResponse values = world.call(world.root(), "ce", "GetTags", request.tagKey("team").build());
    assertThat(values.tags()).containsExactly("blue", "red");
    assertThat(values.totalSize()).isEqualTo(2);
  }

  @Test
  void programsAreDecidedByTheActionAndThePrimaryView() {
    world.turn("ACTIVATED", null);
    world.user("robot");
    world.inline("robot", "Costs", """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:GetCostAndUsage",
         "Resource":"arn:aws:billing::111122223333:billingview/primary"}}""");
    GetCostAndUsageResponse answer =
        world.call(world.program("robot"), "ce", "GetCostAndUsage", request("2026-10-01", "2026-11-01", "MONTHLY").build());
    assertThat(answer.resultsByTime()).hasSize(1);
    assertThatThrownBy(() -> world.call(world.program("robot"), "ce", "GetTags", GetTagsRequest.builder()
        .timePeriod(DateInterval.builder().start("2026-09-01").end("2026-12-01").build()).build())).isInstanceOf(AccessDenied.class)
        .hasMessageContaining("ce:GetTags on resource: arn:aws:billing::111122223333:billingview/primary");
  }
}
