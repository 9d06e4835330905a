package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bursar.operations.bursar.GetCostImport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** The seed page, step by step, by programs with access keys, on two months of real costs. */
class SeedWalkWithSdkTest {
  private static final String EMAIL = "owner@seed-walk.example";
  private static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String OCTOBER = "{\"Month\":\"2018-10\"}";
  private static final BigDecimal EXACT = new BigDecimal("0.000001");

  private final String url = SharedServer.url();
  private final Path data = SharedData.folder("cur-legacy-parquet");
  private JsonNode expected;
  private Browser owner;
  private Browser adminsBrowser;
  private Program root;
  private Program admin;
  private Program plain;

  @Test
  void everyStepOfTheSeedPageBehavesAsThePageSays() throws Exception {
    expected = JsonNode.parser().parse(Files.readString(data.resolve("expected.json")));
    theOwnerSignsUpAndImportsCosts();
    theOwnerCreatesAnAdministratorAndAPlainUser();
    theSwitchIsOffSoNobodyButTheOwnerGetsAnything();
    thePreviewNamesTheAdministratorAlone();
    theOwnerActivatesAndTheAdministratorSeesTheTotals();
    exampleFourTakesBillingAndIamFromTheAdministratorButNotTheCostApis();
    thePlainUserReadsBillsButWritesNothing();
    theOwnerDeactivatesAndBothLoseItOnTheNextCall();
    scopeConsoleLetsKeysThroughButNoBrowser();
    everyChangeOfTheSwitchIsInTheTrail();
  }

  private void theOwnerSignsUpAndImportsCosts() throws IOException, InterruptedException {
    owner = Browser.ofNewOwner(url, EMAIL);
    String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    GetCostImport.Answer done = SharedData.imported(SharedServer.get(), account, data);
    assertThat(done.result()).as(String.valueOf(done.failure())).isNotNull();
    assertThat(done.result().rowsRead()).isEqualTo(243_647);
    assertThat(done.result().rowsRefused()).isZero();
    String made = owner.iam("CreateAccessKey").ok().body();
    root = Program.with(url, between(made, "AccessKeyId"), between(made, "SecretAccessKey"));
    assertThat(root.sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::" + account + ":root");
  }

  private void theOwnerCreatesAnAdministratorAndAPlainUser() {
    IamClient iam = root.iam();
    for (String name : List.of("admin", "plain")) {
      iam.createUser(user -> user.userName(name));
      iam.createLoginProfile(profile -> profile.userName(name).password(Browser.PASSWORD).passwordResetRequired(false));
    }
    iam.attachUserPolicy(attached -> attached.userName("admin").policyArn(ADMINISTRATOR_ACCESS));
    admin = Program.with(url, iam.createAccessKey(key -> key.userName("admin")).accessKey());
    plain = Program.with(url, iam.createAccessKey(key -> key.userName("plain")).accessKey());
    adminsBrowser = new Browser(url);
    assertThat(adminsBrowser.signInUser(account(), "admin", Browser.PASSWORD).status()).isEqualTo(204);
  }

  private void theSwitchIsOffSoNobodyButTheOwnerGetsAnything() {
    assertThat(root.bursar("GetBill", OCTOBER).status()).isEqualTo(200);
    assertThatThrownBy(() -> costs(admin)).isInstanceOfSatisfying(CostExplorerException.class, refused -> {
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
      assertThat(refused.awsErrorDetails().errorMessage()).contains("ce:GetCostAndUsage")
          .containsIgnoringCase("IAM users and roles").containsIgnoringCase("root user");
    });
    refused(admin.bursar("GetBill", OCTOBER), message -> assertThat(message).containsIgnoringCase("root user"));
    refused(adminsBrowser.bursar("GetBill", OCTOBER), message -> assertThat(message).containsIgnoringCase("root user"));
    assertThat(admin.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
    refused(admin.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}"),
        message -> assertThat(message).contains("billing:UpdateIAMAccessPreference").containsIgnoringCase("root user"));
    assertThat(root.bursar("GetBillingAccess", "{}").ok().text("IamUserAndRoleAccess")).isEqualTo("DEACTIVATED");
  }

  private void thePreviewNamesTheAdministratorAlone() {
    Answer preview = root.bursar("PreviewBillingAccess", "{}").ok();
    assertThat(names(preview.list("Gains"))).containsExactly("admin");
    assertThat(names(preview.list("Unaffected"))).containsExactly("plain");
    assertThat(preview.body()).contains("AdministratorAccess", "billing:GetBillingData");
    refused(admin.bursar("PreviewBillingAccess", "{}"), message -> assertThat(message).containsIgnoringCase("root user"));
  }

  private void theOwnerActivatesAndTheAdministratorSeesTheTotals() {
    assertThat(root.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok().text("IamUserAndRoleAccess"))
        .isEqualTo("ACTIVATED");
    List<ResultByTime> months = costs(admin);
    List<JsonNode> sums = expected.field("by_month").orElseThrow().asArray();
    assertThat(months).hasSameSizeAs(sums);
    for (int at = 0; at < sums.size(); at++) {
      for (String metric : List.of("UnblendedCost", "BlendedCost", "AmortizedCost", "UsageQuantity")) {
        assertThat(new BigDecimal(months.get(at).total().get(metric).amount())).as(metric + " of month " + at)
            .isCloseTo(decimal(sums.get(at), metric), within(EXACT));
      }
      String month = sums.get(at).field("mon").orElseThrow().text();
      assertThat(new BigDecimal(admin.bursar("GetBill", "{\"Month\":\"" + month + "\"}").ok().text("Total")))
          .isCloseTo(decimal(sums.get(at), "UnblendedCost"), within(EXACT));
    }
    assertThat(adminsBrowser.bursar("GetBill", OCTOBER).status()).as("a session that was open already").isEqualTo(200);
    refused(plain.bursar("GetBill", OCTOBER),
        message -> assertThat(message).contains("because no identity-based policy allows the billing:GetBillingData action"));
  }

  private void exampleFourTakesBillingAndIamFromTheAdministratorButNotTheCostApis() {
    JsonNode example = root.bursar("ListPolicyTemplates", "{}").ok().list("Templates").stream()
        .filter(template -> template.field("Name").orElseThrow().text().equals("example-4-deny-only")).findFirst().orElseThrow();
    assertThat(example.field("Warnings").orElseThrow().asArray()).isNotEmpty();
    String arn = root.iam().createPolicy(policy -> policy.policyName("FullAccessNoBilling")
        .policyDocument(example.field("PolicyDocument").orElseThrow().text())).policy().arn();
    root.iam().attachUserPolicy(attached -> attached.userName("admin").policyArn(arn));
    refused(admin.bursar("GetBill", OCTOBER), message -> assertThat(message).contains("with an explicit deny in an identity-based policy"));
    assertThatThrownBy(() -> admin.iam().listUsers()).isInstanceOfSatisfying(IamException.class, refused -> {
      assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
      assertThat(refused.awsErrorDetails().errorMessage()).contains("is not authorized to perform: iam:ListUsers on resource: ")
          .contains("with an explicit deny in an identity-based policy");
    });
    assertThat(costs(admin)).as("Example 4 as documented leaves the cost APIs open").hasSize(2);
    refused(adminsBrowser.ce("GetCostAndUsage", """
        {"TimePeriod":{"Start":"2018-10-01","End":"2018-12-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}"""),
        message -> assertThat(message).contains("explicit deny"));
    refused(adminsBrowser.bursar("GetBill", OCTOBER), message -> assertThat(message).contains("explicit deny"));
  }

  private void thePlainUserReadsBillsButWritesNothing() {
    root.iam().attachUserPolicy(attached -> attached.userName("plain").policyArn("arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess"));
    assertThat(plain.bursar("GetBill", OCTOBER).ok().text("Month")).isEqualTo("2018-10");
    refused(plain.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"DEACTIVATED\"}"), message -> {});
    refused(plain.bursar("UpdateConsoleActionSetEnforced", "{\"ActionSet\":\"LEGACY\"}"), message -> {});
    assertThatThrownBy(() -> plain.iam().createUser(user -> user.userName("another"))).isInstanceOf(IamException.class);
  }

  private void theOwnerDeactivatesAndBothLoseItOnTheNextCall() {
    root.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"DEACTIVATED\"}").ok();
    refused(plain.bursar("GetBill", OCTOBER), message -> assertThat(message).containsIgnoringCase("root user"));
    refused(admin.bursar("GetBill", OCTOBER), message -> {});
    refused(adminsBrowser.bursar("GetBill", OCTOBER), message -> {});
    assertThatThrownBy(() -> costs(admin)).isInstanceOf(CostExplorerException.class);
    assertThat(costs(root)).hasSize(2);
  }

  private void scopeConsoleLetsKeysThroughButNoBrowser() {
    root.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"DEACTIVATED\",\"Scope\":\"CONSOLE\"}").ok();
    assertThat(costs(admin)).hasSize(2);
    refused(plain.bursar("GetBill", OCTOBER), message -> assertThat(message).containsIgnoringCase("root user"));
    Browser plainsBrowser = new Browser(url);
    assertThat(plainsBrowser.signInUser(account(), "plain", Browser.PASSWORD).status()).isEqualTo(204);
    refused(plainsBrowser.bursar("GetBill", OCTOBER), message -> assertThat(message).containsIgnoringCase("root user"));
  }

  private void everyChangeOfTheSwitchIsInTheTrail() {
    Answer trail = owner.post("/", "application/x-amz-json-1.1",
        Map.of("X-Amz-Target", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"),
        "{\"LookupAttributes\":[{\"AttributeKey\":\"EventName\",\"AttributeValue\":\"SetIAMAccessPreference\"}]}").ok();
    List<JsonNode> events = trail.list("Events");
    assertThat(events.stream().filter(event -> !event.field("CloudTrailEvent").orElseThrow().text().contains("\"errorCode\""))).hasSize(3);
    assertThat(events.getFirst().field("CloudTrailEvent").orElseThrow().text()).contains("billingconsole.amazonaws.com", "CONSOLE");
  }

  private String account() {
    return root.sts().getCallerIdentity().account();
  }

  private static List<ResultByTime> costs(Program program) {
    return program.ce().getCostAndUsage(asked -> asked.timePeriod(span -> span.start("2018-10-01").end("2018-12-01"))
        .granularity(Granularity.MONTHLY).metrics("UnblendedCost", "BlendedCost", "AmortizedCost", "UsageQuantity")).resultsByTime();
  }

  private static void refused(Answer answer, Consumer<String> says) {
    assertThat(answer.body()).contains("AccessDenied");
    assertThat(answer.status()).isEqualTo(400);
    says.accept(answer.text("message"));
  }

  private static List<String> names(List<JsonNode> users) {
    return users.stream().map(user -> user.field("UserName").orElseThrow().text()).toList();
  }

  private static BigDecimal decimal(JsonNode sums, String metric) {
    return new BigDecimal(sums.field(metric).orElseThrow().text());
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
