package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import bursar.operations.bursar.GetCostImport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.CostExplorerException;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.Granularity;

/** Every access scenario that was computed for the real cost data, as a policy of an IAM user who asks with the AWS SDK. */
class RowConditionsWithSdkTest {
  private static final BigDecimal EXACT = new BigDecimal("0.000001");
  private static final DateInterval ALWAYS = DateInterval.builder().start("2015-01-01").end("2031-01-01").build();
  private static final String DENY_EVERYTHING = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
  private static final Map<String, String> CUR_METRICS = Map.of("UnblendedCost", "UnblendedCost", "BlendedCost", "BlendedCost", "AmortizedCost",
      "AmortizedCost", "UsageQuantity", "UsageQuantity", "NormalizedUsageAmount", "NormalizedUsageAmount");
  private static final Map<String, String> FOCUS_METRICS =
      Map.of("UnblendedCost", "BilledCost", "AmortizedCost", "EffectiveCost", "UsageQuantity", "ConsumedQuantity");

  @ParameterizedTest
  @CsvSource({"cur-legacy-parquet,'',expected.json", "cur-hive-text,BeforeCUR.gz,expected.json", "cur2-parquet,cur2,expected.json",
    "focus-1.0,focus_sample.csv,expected.json", "focus-1.2,aws_1_2_cost_and_usage_rows25_seed7_credits.csv,expected_credits.json",
    "focus-1.3,aws_1_3_cost_and_usage_rows25_seed7_credits.csv,expected_credits.json"})
  void everyPrincipalSeesExactlyTheRowsOfItsScenario(String dataSet, String path, String answers) throws IOException, InterruptedException {
    Browser owner = Browser.ofNewOwner(SharedServer.url(), "owner@" + dataSet + ".rows.example");
    String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
    GetCostImport.Answer done = SharedData.imported(SharedServer.get(), account, SharedData.folder(dataSet).resolve(path));
    assertThat(done.result()).as(String.valueOf(done.failure())).isNotNull();
    owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
    String made = owner.iam("CreateAccessKey").ok().body();
    Program root = Program.with(SharedServer.url(), between(made, "AccessKeyId"), between(made, "SecretAccessKey"));
    root.iam().createUser(user -> user.userName("reader"));
    Program reader = Program.with(SharedServer.url(), root.iam().createAccessKey(key -> key.userName("reader")).accessKey());
    JsonNode expected = JsonNode.parser().parse(Files.readString(SharedData.folder(dataSet).resolve(answers)));
    List<JsonNode> scenarios = expected.field("access_scenarios").orElseThrow().asArray();
    assertThat(scenarios).isNotEmpty();
    for (JsonNode scenario : scenarios) {
      String name = scenario.field("name").orElseThrow().text();
      // The policy of the scenario before is replaced: the next question must be answered by the new one.
      root.iam().putUserPolicy(policy -> policy.userName("reader").policyName("Rows").policyDocument(policy(name)));
      check(name, reader.ce(), scenario, dataSet.startsWith("focus") ? FOCUS_METRICS : CUR_METRICS);
    }
  }

  private static void check(String name, CostExplorerClient ce, JsonNode scenario, Map<String, String> metrics) {
    if (name.equals("no matching grant")) {
      assertThatThrownBy(() -> sums(ce, metrics)).isInstanceOfSatisfying(CostExplorerException.class,
          refused -> assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
      return;
    }
    Map<String, BigDecimal> sums = sums(ce, metrics);
    metrics.forEach((metric, answer) ->
        assertThat(sums.get(metric)).as(name + ", " + metric).isCloseTo(number(scenario, answer), within(EXACT)));
    if (scenario.field("product_codes").isPresent()) {
      assertThat(values(ce, Dimension.SERVICE_CODE)).as(name).hasSize(number(scenario, "product_codes").intValue());
      assertThat(values(ce, Dimension.LINKED_ACCOUNT)).as(name).hasSize(number(scenario, "accounts").intValue());
    }
  }

  private static Map<String, BigDecimal> sums(CostExplorerClient ce, Map<String, String> metrics) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    ce.getCostAndUsage(asked -> asked.timePeriod(ALWAYS).granularity(Granularity.MONTHLY).metrics(metrics.keySet())).resultsByTime()
        .forEach(month -> month.total().forEach((metric, value) -> sums.merge(metric, new BigDecimal(value.amount()), BigDecimal::add)));
    return sums;
  }

  private static List<String> values(CostExplorerClient ce, Dimension dimension) {
    return ce.getDimensionValues(asked -> asked.timePeriod(ALWAYS).dimension(dimension)).dimensionValues().stream()
        .map(value -> value.value()).toList();
  }

  private static String policy(String scenario) {
    String statements = switch (scenario) {
      case "explicit deny on service AWSGlue" -> allow("") + "," + deny("\"StringEquals\":{\"bursar:Service\":\"AWS Glue\"}");
      case "explicit deny on service AmazonEC2" ->
          allow("") + "," + deny("\"StringEquals\":{\"bursar:Service\":\"Amazon Elastic Compute Cloud\"}");
      case "only tag user:department=Sales" -> allow("\"StringEquals\":{\"bursar:CostTag/department\":\"Sales\"}");
      case "deny tag user:environment=Production, region us-east-1 only" -> allow("\"StringEquals\":{\"bursar:Region\":\"us-east-1\"}") + ","
          + deny("\"StringEquals\":{\"bursar:CostTag/environment\":\"Production\"}");
      case "account 836060457634 AND (department in Sales,Analytics)" -> allow("\"StringEquals\":{\"bursar:LinkedAccount\":\"836060457634\","
          + "\"bursar:CostTag/department\":[\"Sales\",\"Analytics\"]}");
      case "no matching grant" -> DENY_EVERYTHING;
      case "deny ProviderName=AWS" -> allow("") + "," + deny("\"StringEquals\":{\"bursar:Provider\":\"AWS\"}");
      default -> {
        String account = scenario.startsWith("only SubAccountId=") ? scenario.substring("only SubAccountId=".length())
            : scenario.substring(scenario.lastIndexOf(' ') + 1);
        yield allow("\"StringEquals\":{\"bursar:LinkedAccount\":\"" + account + "\"}");
      }
    };
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
  }

  private static String allow(String condition) {
    return statement("Allow", condition);
  }

  private static String deny(String condition) {
    return statement("Deny", condition);
  }

  private static String statement(String effect, String condition) {
    String block = condition.isEmpty() ? "" : ",\"Condition\":{" + condition + "}";
    return "{\"Effect\":\"" + effect + "\",\"Action\":\"ce:Get*\",\"Resource\":\"*\"" + block + "}";
  }

  private static BigDecimal number(JsonNode scenario, String name) {
    return new BigDecimal(scenario.field(name).orElseThrow().text());
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
