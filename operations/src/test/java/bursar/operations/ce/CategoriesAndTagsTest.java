package bursar.operations.ce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.operations.bursar.GetCostCategorySplit;
import bursar.operations.memory.AccessWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.*;

class CategoriesAndTagsTest {
  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void someCosts() {
    AccountId owner = world.account.id();
    world.costs.add(owner, "2026-10-01", "111122223333", "Amazon S3", "us-east-1", Map.of("team", "blue"), "30");
    world.costs.add(owner, "2026-10-02", "444455556666", "Amazon EC2", null, Map.of("team", "red"), "10");
    world.costs.add(owner, "2026-10-03", "444455556666", "Support", null, Map.of(), "10.01");
    world.costs.add(owner, "2026-11-20", "444455556666", "Amazon EC2", "eu-west-1", Map.of("team", "red"), "8");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static CostCategoryRule rule(String value, Expression expression) {
    return CostCategoryRule.builder().value(value).rule(expression).build();
  }

  private static Expression tag(String key, String... values) {
    return Expression.builder().tags(TagValues.builder().key(key).values(values).build()).build();
  }

  private static Expression category(String name, String... values) {
    return Expression.builder().costCategories(CostCategoryValues.builder().key(name).values(values).build()).build();
  }

  private static Expression service(String name) {
    return Expression.builder().dimensions(DimensionValues.builder().key("SERVICE").values(name).build()).build();
  }

  private CreateCostCategoryDefinitionRequest.Builder teams() {
    return CreateCostCategoryDefinitionRequest.builder().name("Teams").ruleVersion(Categories.RULE_VERSION).effectiveStart("2026-10-01T00:00:00Z")
        .rules(rule("Blue", tag("team", "blue")),
            CostCategoryRule.builder().type("INHERITED_VALUE").inheritedValue(from -> from.dimensionName("TAG").dimensionKey("team")).build(),
            rule("Shared", service("Support")));
  }

  private String made(CreateCostCategoryDefinitionRequest.Builder request) {
    CreateCostCategoryDefinitionResponse answer = world.call(world.root(), "ce", "CreateCostCategoryDefinition", request.build());
    return answer.costCategoryArn();
  }

  private List<String> byCategory(String name, Expression filter) {
    GetCostAndUsageResponse answer = world.call(world.root(), "ce", "GetCostAndUsage", GetCostAndUsageRequest.builder()
        .timePeriod(span -> span.start("2026-10-01").end("2026-12-01")).granularity("MONTHLY").metrics("UnblendedCost").filter(filter)
        .groupBy(GroupDefinition.builder().type("COST_CATEGORY").key(name).build()).build());
    return answer.resultsByTime().stream().flatMap(period -> period.groups().stream()
        .map(group -> period.timePeriod().start().substring(5, 7) + " " + group.keys().getFirst() + "=" + group.metrics().get("UnblendedCost").amount()))
        .toList();
  }

  private void refused(CreateCostCategoryDefinitionRequest.Builder request, String code, String sentence) {
    assertThatThrownBy(() -> made(request)).isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(sentence);
  }

  @Test
  void theFirstRuleThatGivesAValueDecidesAndCategoriesMayStandOnOthers() {
    made(teams());
    made(CreateCostCategoryDefinitionRequest.builder().name("Divisions").ruleVersion(Categories.RULE_VERSION).effectiveStart("2026-10-01T00:00:00Z")
        .defaultValue("Other").rules(rule("Colours", category("Teams", "Blue", "red"))));
    assertThat(byCategory("Teams", null)).containsExactlyInAnyOrder("10 Teams$Blue=30", "10 Teams$Shared=10.01", "10 Teams$red=10", "11 Teams$red=8");
    assertThat(byCategory("Divisions", null)).containsExactlyInAnyOrder("10 Divisions$Colours=40", "10 Divisions$Other=10.01", "11 Divisions$Colours=8");
    assertThat(byCategory("Teams", category("Divisions", "Other"))).containsExactly("10 Teams$Shared=10.01");
    GetCostCategoriesResponse names = world.call(world.root(), "ce", "GetCostCategories", GetCostCategoriesRequest.builder()
        .timePeriod(span -> span.start("2026-10-01").end("2026-12-01")).build());
    assertThat(names.costCategoryNames()).containsExactly("Divisions", "Teams");
    GetCostCategoriesResponse values = world.call(world.root(), "ce", "GetCostCategories", GetCostCategoriesRequest.builder()
        .timePeriod(span -> span.start("2026-10-01").end("2026-12-01")).costCategoryName("Teams").build());
    assertThat(values.costCategoryValues()).containsExactly("Blue", "Shared", "red");
  }

  @Test
  void rulesHoldFromTheirMonthOn() {
    String arn = made(teams());
    UpdateCostCategoryDefinitionResponse changed = world.call(world.root(), "ce", "UpdateCostCategoryDefinition",
        UpdateCostCategoryDefinitionRequest.builder().costCategoryArn(arn).ruleVersion(Categories.RULE_VERSION)
            .rules(rule("Compute", service("Amazon EC2"))).build());
    assertThat(changed.effectiveStart()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(byCategory("Teams", null)).contains("10 Teams$red=10", "11 Teams$Compute=8").hasSize(4);
    DescribeCostCategoryDefinitionResponse before = world.call(world.root(), "ce", "DescribeCostCategoryDefinition",
        DescribeCostCategoryDefinitionRequest.builder().costCategoryArn(arn).effectiveOn("2026-10-15T00:00:00Z").build());
    assertThat(before.costCategory().effectiveEnd()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(before.costCategory().rules()).hasSize(3);
    ListCostCategoryDefinitionsResponse listed = world.call(world.root(), "ce", "ListCostCategoryDefinitions",
        ListCostCategoryDefinitionsRequest.builder().build());
    assertThat(listed.costCategoryReferences()).singleElement().satisfies(one -> assertThat(one.values()).containsExactly("Compute"));
    world.call(world.root(), "ce", "DeleteCostCategoryDefinition", DeleteCostCategoryDefinitionRequest.builder().costCategoryArn(arn).build());
    assertThatThrownBy(() -> world.call(world.root(), "ce", "DescribeCostCategoryDefinition",
        DescribeCostCategoryDefinitionRequest.builder().costCategoryArn(arn).build())).hasMessageContaining("No cost categories found with ID");
  }

  @Test
  void definitionsThatBreakARuleAreRefused() {
    String arn = made(teams());
    refused(teams(), "ValidationException", "already a cost category named 'Teams'");
    refused(teams().name("A").rules(rule("x", Expression.builder().or(tag("a", "b"), tag("c", "d")).build())), "ValidationException", "Or at its root");
    refused(teams().name("A").effectiveStart("2026-10-02T00:00:00Z"), "ValidationException", "not the beginning of a month");
    refused(teams().name("A").effectiveStart("2026-12-01T00:00:00Z"), "ValidationException", "in the future");
    refused(teams().name("A").rules(rule("x", category("A", "x"))), "ValidationException", "refer to itself");
    made(teams().name("B").rules(rule("x", category("Teams", "Blue"))));
    assertThatThrownBy(() -> world.call(world.root(), "ce", "UpdateCostCategoryDefinition", UpdateCostCategoryDefinitionRequest.builder()
        .costCategoryArn(arn).ruleVersion(Categories.RULE_VERSION).rules(rule("x", category("B", "x"))).build())).hasMessageContaining("refer to itself");
    refused(teams().name("C").splitChargeRules(split("a", "EVEN", "a")), "ValidationException", "cannot be a target");
    refused(teams().name("C").splitChargeRules(split("a", "EVEN", "b"), split("a", "EVEN", "c")), "ValidationException", "used once");
    refused(teams().name("C").splitChargeRules(split("a", "FIXED", "b")), "ValidationException", "together 100");
  }

  private static CostCategorySplitChargeRule split(String source, String method, String... targets) {
    return CostCategorySplitChargeRule.builder().source(source).method(method).targets(targets).build();
  }

  @Test
  void splitChargesShowOnTheCategorysOwnPageOnly() {
    String arn = made(teams().splitChargeRules(split("Shared", "PROPORTIONAL", "Blue", "red")));
    GetCostCategorySplit.Answer answer =
        world.call(world.root(), "bursar", "GetCostCategorySplit", new GetCostCategorySplit.Request(arn, "2026-10", null));
    assertThat(answer.values()).extracting(value -> value.value() + " " + value.total().stripTrailingZeros().toPlainString())
        .containsExactlyInAnyOrder("Blue 37.51", "red 12.5", "Shared 0");
    assertThat(byCategory("Teams", null)).contains("10 Teams$Blue=30", "10 Teams$Shared=10.01");
  }

  private List<String> keys(String start, String end) {
    GetTagsResponse answer =
        world.call(world.root(), "ce", "GetTags", GetTagsRequest.builder().timePeriod(span -> span.start(start).end(end)).build());
    return answer.tags();
  }

  private void turn(String key, String status) {
    UpdateCostAllocationTagsStatusResponse answer = world.call(world.root(), "ce", "UpdateCostAllocationTagsStatus",
        UpdateCostAllocationTagsStatusRequest.builder().costAllocationTagsStatus(entry -> entry.tagKey(key).status(status)).build());
    assertThat(answer.errors()).isEmpty();
  }

  @Test
  void anInactiveTagIsLeftOutFromTheMonthOnAndBackfillReachesBack() {
    turn("team", "Inactive");
    assertThat(keys("2026-11-01", "2026-12-01")).isEmpty();
    assertThat(keys("2026-10-01", "2026-12-01")).containsExactly("team");
    GetCostAndUsageResponse answer = world.call(world.root(), "ce", "GetCostAndUsage", GetCostAndUsageRequest.builder()
        .timePeriod(span -> span.start("2026-11-01").end("2026-12-01")).granularity("MONTHLY").metrics("UnblendedCost")
        .groupBy(GroupDefinition.builder().type("TAG").key("team").build()).build());
    assertThat(answer.resultsByTime().getFirst().groups()).extracting(group -> group.keys().getFirst()).containsExactly("team$");
    ListCostAllocationTagsResponse listed = world.call(world.root(), "ce", "ListCostAllocationTags",
        ListCostAllocationTagsRequest.builder().status("Inactive").build());
    assertThat(listed.costAllocationTags()).singleElement().satisfies(tag -> {
      assertThat(tag.tagKey()).isEqualTo("team");
      assertThat(tag.typeAsString()).isEqualTo("UserDefined");
      assertThat(tag.lastUsedDate()).isEqualTo("2026-11-01T00:00:00Z");
      assertThat(tag.lastUpdatedDate()).isEqualTo("2026-11-23T12:00:00Z");
    });
    backfill("2026-10-01T00:00:00Z");
    assertThat(keys("2026-10-01", "2026-12-01")).isEmpty();
    assertThatThrownBy(() -> backfill("2026-10-01T00:00:00Z")).isInstanceOfSatisfying(Failure.class,
        failure -> assertThat(failure.code()).isEqualTo("BackfillLimitExceededException"));
    turn("team", "Active");
    assertThat(keys("2026-11-01", "2026-12-01")).containsExactly("team");
    assertThat(keys("2026-10-01", "2026-11-01")).isEmpty();
  }

  private void backfill(String from) {
    world.call(world.root(), "ce", "StartCostAllocationTagBackfill", StartCostAllocationTagBackfillRequest.builder().backfillFrom(from).build());
  }

  @Test
  void membersManageNeitherCategoriesNorTags() {
    AccountId member = world.accounts.create(new AccountId("444455556666"), "member@example.com", "Correct-horse-1", "Member").id();
    world.organizations.join(world.account.id(), member);
    assertThatThrownBy(() -> world.call(world.root(member), "ce", "ListCostAllocationTags", ListCostAllocationTagsRequest.builder().build()))
        .hasMessage("Failed to list Cost Allocation Tags: Linked account doesn't have access to cost allocation tags.");
    assertThatThrownBy(() -> world.call(world.root(member), "ce", "ListCostCategoryDefinitions", ListCostCategoryDefinitionsRequest.builder().build()))
        .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.code()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void policiesSeeDefinedCategoriesAndTagsOfAnyActivation() {
    made(teams());
    turn("team", "Inactive");
    world.turn("ACTIVATED", null);
    world.user("anna");
    world.inline("anna", "rows", """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ce:*","Resource":"*","Condition":{"StringEquals":{"bursar:CostCategory/Teams":"red"}}}}""");
    GetCostAndUsageResponse answer = world.call(world.program("anna"), "ce", "GetCostAndUsage", GetCostAndUsageRequest.builder()
        .timePeriod(span -> span.start("2026-10-01").end("2026-12-01")).granularity("MONTHLY").metrics("UnblendedCost").build());
    assertThat(answer.resultsByTime()).extracting(period -> period.total().get("UnblendedCost").amount()).containsExactly("10", "8");
  }
}
