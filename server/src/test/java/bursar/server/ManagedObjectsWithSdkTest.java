package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.BackfillLimitExceededException;
import software.amazon.awssdk.services.costexplorer.model.CostAllocationTagStatus;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryRule;
import software.amazon.awssdk.services.costexplorer.model.CostCategoryRuleVersion;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.ResourceNotFoundException;

/** Cost categories and cost allocation tags by the SDK's own client, on real costs. */
class ManagedObjectsWithSdkTest {
  @Test
  void costsAreGroupedByACategoryOfTheOwnerAndTagsAreManaged() throws Exception {
    Browser owner = Browser.ofNewOwner(SharedServer.url(), "owner@managed-objects.example");
    String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    SharedData.imported(SharedServer.get(), account, SharedData.folder("cur-legacy-parquet"));
    String made = owner.iam("CreateAccessKey").ok().body();
    CostExplorerClient ce = Program.with(SharedServer.url(), between(made, "AccessKeyId"), between(made, "SecretAccessKey")).ce();

    String arn = ce.createCostCategoryDefinition(asked -> asked.name("Kinds").ruleVersion(CostCategoryRuleVersion.COST_CATEGORY_EXPRESSION_V1)
        .effectiveStart("2018-10-01T00:00:00Z").defaultValue("Other")
        .rules(CostCategoryRule.builder().value("Usage").rule(rule -> rule.dimensions(in -> in.key("RECORD_TYPE").values("Usage"))).build())
        .resourceTags(tag -> tag.key("team").value("finance"))).costCategoryArn();
    assertThat(arn).startsWith("arn:aws:ce::" + account + ":costcategory/");
    assertThat(ce.describeCostCategoryDefinition(asked -> asked.costCategoryArn(arn)).costCategory().rules()).singleElement()
        .satisfies(rule -> assertThat(rule.rule().dimensions().values()).containsExactly("Usage"));
    assertThat(ce.listTagsForResource(asked -> asked.resourceArn(arn)).resourceTags()).hasSize(1);
    var answer = ce.getCostAndUsage(asked -> asked.timePeriod(span -> span.start("2018-10-01").end("2018-11-01")).granularity(Granularity.MONTHLY)
        .metrics("UnblendedCost").groupBy(by -> by.type(GroupDefinitionType.COST_CATEGORY).key("Kinds")));
    var groups = answer.resultsByTime().getFirst().groups();
    assertThat(groups).extracting(group -> group.keys().getFirst()).containsExactlyInAnyOrder("Kinds$Usage", "Kinds$Other");
    var total = ce.getCostAndUsage(asked -> asked.timePeriod(span -> span.start("2018-10-01").end("2018-11-01")).granularity(Granularity.MONTHLY)
        .metrics("UnblendedCost")).resultsByTime().getFirst().total().get("UnblendedCost").amount();
    assertThat(groups.stream().map(group -> new BigDecimal(group.metrics().get("UnblendedCost").amount())).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(total);
    assertThat(ce.deleteCostCategoryDefinition(asked -> asked.costCategoryArn(arn)).costCategoryArn()).isEqualTo(arn);
    assertThatThrownBy(() -> ce.describeCostCategoryDefinition(asked -> asked.costCategoryArn(arn))).isInstanceOf(ResourceNotFoundException.class);

    var tags = ce.listCostAllocationTags(asked -> asked.status(CostAllocationTagStatus.ACTIVE)).costAllocationTags();
    assertThat(tags).isNotEmpty().allSatisfy(tag -> assertThat(tag.lastUsedDate()).startsWith("2018-1"));
    String key = tags.getFirst().tagKey();
    assertThat(ce.updateCostAllocationTagsStatus(asked -> asked.costAllocationTagsStatus(entry -> entry.tagKey(key)
        .status(CostAllocationTagStatus.INACTIVE))).errors()).isEmpty();
    assertThat(ce.listCostAllocationTags(asked -> asked.status(CostAllocationTagStatus.INACTIVE)).costAllocationTags()).singleElement()
        .satisfies(tag -> assertThat(tag.tagKey()).isEqualTo(key));
    String month = java.time.YearMonth.now(java.time.ZoneOffset.UTC) + "-01T00:00:00Z";
    assertThat(ce.startCostAllocationTagBackfill(asked -> asked.backfillFrom(month)).backfillRequest().backfillStatusAsString()).isEqualTo("SUCCEEDED");
    assertThatThrownBy(() -> ce.startCostAllocationTagBackfill(asked -> asked.backfillFrom(month))).isInstanceOf(BackfillLimitExceededException.class);
    assertThat(ce.listCostAllocationTagBackfillHistory(asked -> {}).backfillRequests()).hasSize(1);
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
