package bursar.operations.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bursar.domain.accounts.ActionSet;
import bursar.domain.costs.RowKeys;
import bursar.operations.bursar.ExplainAccess;
import bursar.operations.declaration.Need;
import bursar.operations.memory.AccessWorld;
import bursar.policy.AttachedPolicy;
import bursar.policy.PolicyReader;
import bursar.policy.PolicySet;
import bursar.policy.RequestContext;
import bursar.policy.residual.Residual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.DimensionValuesWithAttributes;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesResponse;

class RowAccessTest {
  private static final DateInterval OCTOBER = DateInterval.builder().start("2026-10-01").end("2026-11-01").build();
  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void costsOfTwoAccounts() {
    world.turn("ACTIVATED", null);
    world.user("Ada");
    world.costs.add(world.account.id(), "2026-10-01", "111122223333", "Amazon S3", "us-east-1", Map.of("team", "blue"), "1");
    world.costs.add(world.account.id(), "2026-10-02", "444455556666", "Amazon EC2", null, Map.of(), "10");
    world.costs.add(world.account.id(), "2026-10-03", "444455556666", "Amazon EC2", "eu-west-1", Map.of("team", "red"), "100");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void policy(String... statements) {
    world.inline("Ada", "Rows", "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}");
  }

  private static String statement(String effect, String action, String condition) {
    return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"*\"" + (condition.isEmpty() ? "" : ",\"Condition\":{" + condition + "}")
        + "}";
  }

  private String unblended(Caller caller) {
    GetCostAndUsageResponse answer = world.call(caller, "ce", "GetCostAndUsage",
        GetCostAndUsageRequest.builder().timePeriod(OCTOBER).granularity("MONTHLY").metrics("UnblendedCost").build());
    return answer.resultsByTime().getFirst().total().get("UnblendedCost").amount();
  }

  @Test
  void aConditionOnRowsLetsSomeRowsBeSeen() {
    policy(statement("Allow", "ce:*", "\"StringEquals\":{\"bursar:LinkedAccount\":\"444455556666\"}"));
    assertThat(unblended(world.program("Ada"))).isEqualTo("110");
    assertThat(unblended(world.root())).isEqualTo("111");
  }

  @Test
  void aDenyTakesAwayTheRowsItMatchesAndAMissingTagIsAMissingKey() {
    policy(statement("Allow", "ce:*", ""), statement("Deny", "ce:*", "\"StringNotEquals\":{\"bursar:CostTag/team\":\"blue\"}"));
    assertThat(unblended(world.program("Ada"))).isEqualTo("1");
    policy(statement("Allow", "ce:*", ""), statement("Deny", "ce:*", "\"StringEquals\":{\"bursar:CostTag/Team\":\"red\"}"));
    assertThat(unblended(world.program("Ada"))).isEqualTo("11");
  }

  @Test
  void theValuesOfDimensionsAreThoseOfVisibleRows() {
    policy(statement("Allow", "ce:*", "\"StringLike\":{\"bursar:Service\":\"* S3\"}"));
    GetDimensionValuesResponse answer = world.call(world.program("Ada"), "ce", "GetDimensionValues",
        GetDimensionValuesRequest.builder().timePeriod(OCTOBER).dimension("SERVICE").build());
    assertThat(answer.dimensionValues()).extracting(DimensionValuesWithAttributes::value).containsExactly("Amazon S3");
  }

  @Test
  void aMetricThatNoRowMayBeSummedByIsRefused() {
    policy(statement("Allow", "ce:*", "\"StringEquals\":{\"bursar:Metric\":\"UnblendedCost\"}"));
    assertThat(unblended(world.program("Ada"))).isEqualTo("111");
    assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> world.call(world.program("Ada"), "ce", "GetCostAndUsage",
            GetCostAndUsageRequest.builder().timePeriod(OCTOBER).granularity("MONTHLY").metrics("UnblendedCost", "AmortizedCost").build()))
        .withMessageContaining("not authorized to see the metric AmortizedCost");
  }

  @Test
  void aStatementThatMatchesNoRowRefusesTheCall() {
    policy(statement("Allow", "ce:*", "\"StringEquals\":{\"bursar:LinkedAccount\":\"1\",\"aws:username\":\"Grace\"}"));
    assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> unblended(world.program("Ada")))
        .withMessageContaining("because no identity-based policy allows the ce:GetCostAndUsage action");
  }

  @Test
  void aLegacyPermissionLetsRowsBeSeenInTheConsoleToo() {
    policy(statement("Allow", "aws-portal:ViewBilling", "\"StringEquals\":{\"bursar:CostTag/team\":\"red\"}"),
        statement("Allow", "ce:*", "\"StringEquals\":{\"bursar:CostTag/team\":\"blue\"}"));
    assertThat(unblended(world.browser("Ada"))).isEqualTo("101");
    assertThat(unblended(world.program("Ada"))).isEqualTo("1");
  }

  @Test
  void anExplanationTellsForWhichRows() {
    policy(statement("Allow", "ce:*", "\"StringEquals\":{\"bursar:LinkedAccount\":\"444455556666\"}"));
    AccessExplanation explanation = explain(null);
    assertThat(explanation.decision()).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(explanation.message())
        .isEqualTo("Allowed, for the rows of costs for which bursar:LinkedAccount StringEquals \"444455556666\".");
    assertThat(explain(List.of(new ExplainAccess.ContextEntry("bursar:LinkedAccount", List.of("111122223333")))).decision())
        .isEqualTo(AccessExplanation.IMPLICITLY_DENIED);
    assertThat(explain(List.of(new ExplainAccess.ContextEntry("bursar:LinkedAccount", List.of("444455556666")))).message())
        .isEqualTo("Allowed by Rows.");
  }

  private AccessExplanation explain(List<ExplainAccess.ContextEntry> context) {
    return world.call(world.root(), "bursar", "ExplainAccess",
        new ExplainAccess.Request(world.program("Ada").principal().arn(), "ce:GetCostAndUsage", null, null, context, "API"));
  }

  @Test
  void theFormulaOfTwoVocabulariesSaysOfEachRowWhatTheVerdictSays() {
    Random random = new Random(11);
    Caller caller = new Caller(world.program("Ada").principal(), Caller.Surface.CONSOLE, "127.0.0.1", "test", true,
        Instant.parse("2026-11-24T00:00:00Z"), "request", null);
    Need need = Need.costTool("ce:GetCostAndUsage", "aws-portal:ViewBilling", "aws-portal:ViewUsage");
    List<String> services = List.of("EC2", "S3", "");
    for (int round = 0; round < 3_000; round++) {
      List<String> statements = new ArrayList<>();
      for (int count = 1 + random.nextInt(4); count > 0; count--) {
        String action = List.of("ce:*", "aws-portal:ViewBilling", "aws-portal:*", "*").get(random.nextInt(4));
        String condition = random.nextInt(4) == 0 ? "" : "\"" + List.of("StringEquals", "StringNotEquals").get(random.nextInt(2))
            + "\":{\"" + List.of("bursar:Service", "bursar:Region").get(random.nextInt(2)) + "\":\"" + services.get(random.nextInt(2)) + "\"}";
        statements.add(statement(random.nextInt(3) == 0 ? "Deny" : "Allow", action, condition));
      }
      PolicySet policies = PolicySet.of(List.of(new AttachedPolicy("P", null, "inline",
          PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}"))));
      for (ActionSet mode : ActionSet.values()) {
        Residual formula = Vocabularies.rows(policies, need, mode, caller, "*", RequestContext.builder().build(), RowKeys.UNKNOWN);
        for (String service : services) {
          for (String region : services) {
            RequestContext.Builder row = RequestContext.builder();
            List<String> serviceValues = service.isEmpty() ? List.of() : List.of(service);
            List<String> regionValues = region.isEmpty() ? List.of() : List.of(region);
            row.put("bursar:Service", serviceValues);
            row.put("bursar:Region", regionValues);
            boolean allowed = Vocabularies.ask(policies, need, mode, caller, "*", row.build()).allows();
            assertThat(formula.evaluate(key -> key.equals("bursar:service") ? serviceValues : regionValues))
                .as("%s %s of a row of %s in %s", mode, statements, service, region).isEqualTo(allowed);
          }
        }
      }
    }
  }
}
