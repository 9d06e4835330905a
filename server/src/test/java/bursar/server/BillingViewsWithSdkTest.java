package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.billing.BillingClient;
import software.amazon.awssdk.services.billing.model.AccessDeniedException;
import software.amazon.awssdk.services.billing.model.BillingViewElement;
import software.amazon.awssdk.services.billing.model.BillingViewListElement;
import software.amazon.awssdk.services.billing.model.BillingViewStatus;
import software.amazon.awssdk.services.billing.model.BillingViewType;
import software.amazon.awssdk.services.billing.model.ConflictException;
import software.amazon.awssdk.services.billing.model.Expression;
import software.amazon.awssdk.services.billing.model.ResourceNotFoundException;
import software.amazon.awssdk.services.billing.model.ResourceTag;
import software.amazon.awssdk.services.billing.model.ValidationException;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.costexplorer.model.Granularity;

/** Custom billing views by the SDK's own client: made by the payer, shared with a member, and read through Cost Explorer. */
class BillingViewsWithSdkTest {
  private final String url = SharedServer.url();

  private Program owner(String name) {
    Browser browser = Browser.ofNewOwner(url, name + "@billing-views.example");
    String made = browser.iam("CreateAccessKey").ok().body();
    return Program.with(url, BadInputTest.element(made, "AccessKeyId"), BadInputTest.element(made, "SecretAccessKey"));
  }

  private BillingClient billing(Program program) {
    return BillingClient.builder().endpointOverride(URI.create(url)).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(program.key())).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static String id(Program program) {
    return program.sts().getCallerIdentity().account();
  }

  private static String october(Program program, String view) {
    return program.ce().getCostAndUsage(asked -> asked.timePeriod(span -> span.start("2026-10-01").end("2026-11-01"))
        .granularity(Granularity.MONTHLY).metrics("UnblendedCost").billingViewArn(view)).resultsByTime().getFirst().total().get("UnblendedCost").amount();
  }

  @Test
  void thePayerSharesAPartOfTheCostsWithAMember() throws Exception {
    Program payer = owner("payer");
    Program member = owner("member");
    Program sibling = owner("sibling");
    String memberId = id(member);
    String siblingId = id(sibling);
    Path folder = Files.createTempDirectory("bursar-views");
    StringBuilder text = new StringBuilder("BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,BilledCost,EffectiveCost,"
        + "BillingCurrency,SubAccountId,ServiceName,ChargeCategory,Tags\n");
    for (String row : List.of(memberId + " 1 Usage blue", siblingId + " 10 Usage blue", siblingId + " -4 Credit blue", siblingId + " 100 Usage red")) {
      String[] cells = row.split(" ");
      text.append("2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,").append(cells[1]).append(',')
          .append(cells[1]).append(",USD,").append(cells[0]).append(",Storage,").append(cells[2]).append(",\"{\"\"team\"\":\"\"")
          .append(cells[3]).append("\"\"}\"\n");
    }
    Files.writeString(folder.resolve("focus.csv"), text);
    assertThat(SharedData.imported(SharedServer.get(), id(payer), folder).result()).isNotNull();
    var organizations = SharedServer.get().rooms().organizations();
    String primary = "arn:aws:billing::" + id(payer) + ":billingview/primary";
    assertThatThrownBy(() -> billing(payer).createBillingView(asked -> asked.name("Too soon").sourceViews(primary)))
        .isInstanceOf(AccessDeniedException.class);
    for (String account : List.of(memberId, siblingId)) {
      organizations.join(new bursar.domain.accounts.AccountId(id(payer)), new bursar.domain.accounts.AccountId(account));
    }

    String blue = billing(payer).createBillingView(asked -> asked.name("Blue team").description("All of blue").sourceViews(primary)
        .dataFilterExpression(Expression.builder().tags(tag -> tag.key("team").values("blue")).build())
        .resourceTags(tag -> tag.key("owner").value("finance"))).arn();
    assertThat(october(payer, primary)).isEqualTo("107");
    assertThat(october(payer, blue)).isEqualTo("7");
    assertThat(october(member, null)).isEqualTo("1");
    refused(member, blue);
    assertThat(billing(member).listBillingViews(asked -> {}).billingViews()).extracting(BillingViewListElement::billingViewType)
        .containsExactly(BillingViewType.PRIMARY);

    payer.bursar("PutBillingViewPolicy", "{\"ResourceArn\":\"" + blue + "\",\"Policy\":\"" + ("{'Version':'2012-10-17','Statement':{'Effect':'Allow',"
        + "'Principal':{'AWS':'" + memberId + "'},'Action':'billing:GetBillingView*','Resource':'*'}}").replace("'", "\\\"") + "\"}").ok();
    assertThat(billing(payer).getResourcePolicy(asked -> asked.resourceArn(blue)).policy()).contains(memberId);
    assertThat(billing(member).listBillingViews(asked -> asked.billingViewTypes(BillingViewType.CUSTOM)).billingViews())
        .extracting(BillingViewListElement::arn).containsExactly(blue);
    BillingViewElement seen = billing(member).getBillingView(asked -> asked.arn(blue)).billingView();
    assertThat(seen.name()).isEqualTo("Blue team");
    assertThat(seen.dataFilterExpression().tags().values()).containsExactly("blue");
    assertThat(seen.healthStatus().statusCode()).isEqualTo(BillingViewStatus.HEALTHY);
    assertThat(october(member, blue)).as("rows of a sibling, as the payer shares them").isEqualTo("7");
    assertThat(october(member, null)).isEqualTo("1");
    refused(sibling, blue);
    refused(sibling, "arn:aws:billing::" + memberId + ":billingview/primary");

    payer.bursar("UpdatePreferences", "{\"LinkedAccountAccess\":true,\"LinkedAccountRefundsAndCredits\":false,\"LinkedAccountDiscounts\":true}").ok();
    assertThat(october(member, blue)).as("preferences filter shared views, too").isEqualTo("11");
    assertThat(october(payer, blue)).isEqualTo("7");
    payer.bursar("UpdatePreferences", "{\"LinkedAccountAccess\":false,\"LinkedAccountRefundsAndCredits\":true,\"LinkedAccountDiscounts\":true}").ok();
    assertThatThrownBy(() -> october(member, blue)).hasMessageContaining("User not enabled for cost explorer access");
    payer.bursar("UpdatePreferences", "{\"LinkedAccountAccess\":true,\"LinkedAccountRefundsAndCredits\":true,\"LinkedAccountDiscounts\":true}").ok();

    aUserNeedsItsOwnPolicyForTheViewAsWell(member, blue);
    viewsOfViewsAreManaged(payer, primary, blue, siblingId);

    payer.bursar("DeleteBillingViewPolicy", "{\"ResourceArn\":\"" + blue + "\"}").ok();
    refused(member, blue);
  }

  private static void refused(Program program, String view) {
    assertThatThrownBy(() -> october(program, view)).isInstanceOfSatisfying(CostExplorerException.class, refused -> {
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
      assertThat(refused.awsErrorDetails().errorMessage()).contains(view);
    });
  }

  private void aUserNeedsItsOwnPolicyForTheViewAsWell(Program member, String view) {
    member.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
    member.iam().createUser(user -> user.userName("anna"));
    Program anna = Program.with(url, member.iam().createAccessKey(key -> key.userName("anna")).accessKey());
    assertThatThrownBy(() -> october(anna, view)).hasMessageContaining("on resource: " + view);
    member.iam().putUserPolicy(policy -> policy.userName("anna").policyName("View").policyDocument(
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ce:*\",\"Resource\":\"" + view + "\"}}"));
    assertThat(october(anna, view)).isEqualTo("7");
    assertThatThrownBy(() -> october(anna, null)).hasMessageContaining("billingview/primary");
  }

  private void viewsOfViewsAreManaged(Program payer, String primary, String blue, String siblingId) {
    BillingClient client = billing(payer);
    String narrow = client.createBillingView(asked -> asked.name("Blue of sibling").sourceViews(blue)
        .dataFilterExpression(Expression.builder().dimensions(by -> by.key("LINKED_ACCOUNT").values(siblingId)).build())).arn();
    assertThat(october(payer, narrow)).isEqualTo("6");
    assertThatThrownBy(() -> client.associateSourceViews(asked -> asked.arn(blue).sourceViews(narrow))).isInstanceOf(ValidationException.class);
    client.associateSourceViews(asked -> asked.arn(narrow).sourceViews(primary));
    assertThat(client.listSourceViewsForBillingView(asked -> asked.arn(narrow)).sourceViews()).containsExactlyInAnyOrder(blue, primary);
    assertThat(october(payer, narrow)).isEqualTo("106");
    client.disassociateSourceViews(asked -> asked.arn(narrow).sourceViews(primary));
    client.updateBillingView(asked -> asked.arn(narrow).name("Narrow"));
    assertThat(client.getBillingView(asked -> asked.arn(narrow)).billingView().name()).isEqualTo("Narrow");
    assertThat(client.getBillingView(asked -> asked.arn(primary)).billingView().billingViewType()).isEqualTo(BillingViewType.PRIMARY);
    client.tagResource(asked -> asked.resourceArn(blue).resourceTags(tag -> tag.key("stage").value("prod")));
    client.untagResource(asked -> asked.resourceArn(blue).resourceTagKeys("owner"));
    assertThat(client.listTagsForResource(asked -> asked.resourceArn(blue)).resourceTags())
        .containsExactly(ResourceTag.builder().key("stage").value("prod").build());
    assertThatThrownBy(() -> client.deleteBillingView(asked -> asked.arn(blue))).isInstanceOf(ConflictException.class);
    client.deleteBillingView(asked -> asked.arn(narrow));
    assertThatThrownBy(() -> client.getBillingView(asked -> asked.arn(narrow))).isInstanceOf(ResourceNotFoundException.class);
  }
}
