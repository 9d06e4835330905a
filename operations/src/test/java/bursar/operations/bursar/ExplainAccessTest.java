package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.AccessExplanation;
import bursar.operations.gate.Caller;
import bursar.operations.memory.AccessWorld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainAccessTest {
  private static final String PLAIN = "arn:aws:iam::111122223333:user/plain";
  private static final String ADMIN = "arn:aws:iam::111122223333:user/admin";

  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void twoUsers() {
    world.user("admin", "AdministratorAccess");
    world.user("plain");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private AccessExplanation explain(Caller caller, String arn, String action, String page) {
    return world.call(caller, "bursar", "ExplainAccess", new ExplainAccess.Request(arn, action, page, null, null, null));
  }

  @Test
  void aboutOneselfItIsFree() {
    AccessExplanation explanation = explain(world.browser("plain"), null, "billing:GetBillingData", null);
    assertThat(explanation.decision()).isEqualTo(AccessExplanation.EXPLICITLY_DENIED);
    assertThat(explanation.gates()).extracting(AccessExplanation.GateReport::gate)
        .containsExactly("AUTHENTICATION", "SWITCH", "ORGANIZATION", "IDENTITY_POLICIES");
    assertThat(explanation.gates()).filteredOn(gate -> gate.gate().equals("SWITCH")).singleElement().satisfies(gate -> {
      assertThat(gate.outcome()).isEqualTo("REFUSED");
      assertThat(gate.whoCanChange()).contains("root user");
      assertThat(gate.where()).contains("Account page");
    });
    assertThat(explain(world.browser("plain"), PLAIN, "billing:GetBillingData", null)).isEqualTo(explanation);
  }

  @Test
  void aboutOthersItNeedsPermission() {
    assertThatThrownBy(() -> explain(world.browser("plain"), ADMIN, "billing:GetBillingData", null)).isInstanceOf(AccessDenied.class)
        .hasMessageContaining("iam:SimulatePrincipalPolicy on resource: " + ADMIN);
    assertThat(explain(world.browser("admin"), PLAIN, "billing:GetBillingData", null).principalArn()).isEqualTo(PLAIN);
    assertThat(explain(world.root(), ADMIN, "iam:ListUsers", null).decision()).isEqualTo(AccessExplanation.ALLOWED);
  }

  @Test
  void strangersAreUnknownToThoseWhoMayAskAndHiddenFromOthers() {
    String stranger = "arn:aws:iam::111122223333:user/nobody";
    assertThatThrownBy(() -> explain(world.browser("plain"), stranger, "iam:ListUsers", null)).isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> explain(world.browser("admin"), stranger, "iam:ListUsers", null)).isInstanceOf(Failure.class)
        .hasMessageContaining("has no principal " + stranger);
    world.accounts.create(new AccountId("444455556666"), "other@example.com", "Correct-horse-1", "Other");
    assertThatThrownBy(() -> explain(world.root(), "arn:aws:iam::444455556666:root", "iam:ListUsers", null)).isInstanceOf(Failure.class)
        .hasMessageContaining("other accounts' principals are explained there");
  }

  @Test
  void pagesAreExplainedAsTheConsoleAsks() {
    world.turn("ACTIVATED", null);
    AccessExplanation explanation = explain(world.program("admin"), null, null, "CostExplorer");
    assertThat(explanation.decision()).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(explanation.resourceArn()).isEqualTo("arn:aws:billing::111122223333:billingview/primary");
    assertThat(explanation.statements()).isNotEmpty().first().satisfies(statement -> {
      assertThat(statement.policyName()).isEqualTo("AdministratorAccess");
      assertThat(statement.matched()).isTrue();
    });
  }

  @Test
  void operationsStandForTheirActions() {
    assertThat(explain(world.root(), ADMIN, "bursar:GetBill", null).action()).isEqualTo("billing:GetBillingData");
    assertThat(explain(world.browser("plain"), null, "bursar:GetSession", null).decision()).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(explain(world.root(), ADMIN, "bursar:PutBillingAccess", null).message()).contains("only the root user of the account may");
  }

  @Test
  void surfacesAndContextChangeTheAnswer() {
    world.turn("ACTIVATED", null);
    world.inline("plain", "Office", """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"aws-portal:ViewBilling","Resource":"*",
         "Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}}""");
    ExplainAccess.Request away = new ExplainAccess.Request(null, "ce:GetCostAndUsage", null, null, null, "CONSOLE");
    List<ExplainAccess.ContextEntry> office = List.of(new ExplainAccess.ContextEntry("aws:SourceIp", List.of("203.0.113.9")));
    ExplainAccess.Request there = new ExplainAccess.Request(null, "ce:GetCostAndUsage", null, null, office, "CONSOLE");
    ExplainAccess.Request program = new ExplainAccess.Request(null, "ce:GetCostAndUsage", null, null, office, "API");
    assertThat(decision(away)).isEqualTo(AccessExplanation.IMPLICITLY_DENIED);
    assertThat(decision(there)).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(decision(program)).isEqualTo(AccessExplanation.IMPLICITLY_DENIED);
  }

  private String decision(ExplainAccess.Request request) {
    AccessExplanation explanation = world.call(world.browser("plain"), "bursar", "ExplainAccess", request);
    return explanation.decision();
  }

  @Test
  void whereOnlyTheSwitchRefusesTheFixIsThatTheRootUserActivates() {
    AccessExplanation explanation = explain(world.browser("admin"), null, "billing:GetBillingData", null);
    assertThat(explanation.fixes()).singleElement().satisfies(fix -> {
      assertThat(fix.sentence()).isEqualTo("The root user of account 111122223333 activates «IAM user and role access to Billing information».");
      assertThat(fix.whoCanChange()).isEqualTo("the root user of account 111122223333");
      assertThat(fix.edits()).isEmpty();
    });
    assertThat(explain(world.browser("plain"), null, "billing:GetBillingData", null).fixes()).first().satisfies(fix -> {
      assertThat(fix.sentence()).startsWith("The root user of account 111122223333 activates").contains("Then: Give " + PLAIN + " a new policy of its own:");
      assertThat(fix.whoCanChange()).contains("; then whoever may change the policies of " + PLAIN);
    });
  }

  @Test
  void wherePoliciesRefuseTheSmallestChangeIsTold() {
    AccessExplanation explanation = explain(world.program("plain"), null, "iam:ListUsers", null);
    assertThat(explanation.fixes()).first().satisfies(fix -> assertThat(fix.edits()).singleElement().satisfies(edit -> {
      assertThat(edit.form()).isEqualTo("ADD_POLICY");
      assertThat(edit.added()).isEqualTo(
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\",\"Resource\":\"*\"}]}");
    }));
    assertThat(explain(world.program("admin"), null, "iam:ListUsers", null).fixes()).isNull();
    assertThat(explain(world.root(), ADMIN, "bursar:PutBillingAccess", null).fixes()).isEmpty();
  }

  @Test
  void aDenyInTheLegacyVocabularyIsExceptedForTheOneWhoAsks() {
    world.turn("ACTIVATED", null);
    world.inline("admin", "Guard", """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"aws-portal:*","Resource":"*"}}""");
    assertThat(explain(world.browser("admin"), null, "billing:GetBillingData", null).fixes()).first().extracting(AccessExplanation.FixReport::sentence)
        .asString().startsWith("In statement 1 of policy Guard (inline in user), ");
  }

  @Test
  void badQuestionsAreRefusedWithASentence() {
    Caller root = world.root();
    assertThatThrownBy(() -> explain(root, null, null, null)).hasMessage("Name either an Action or a Page.");
    assertThatThrownBy(() -> explain(root, null, "ce:*", null)).hasMessageContaining("without wildcards");
    assertThatThrownBy(() -> explain(root, null, "ce:GetCostAndUsages", null)).hasMessageContaining("There is no action");
    assertThatThrownBy(() -> explain(root, null, null, "Cellar")).hasMessageContaining("the pages are BillingHome");
  }

  @Test
  void aSharedActionIsOpenedByAnyOfItsLegacyPermissions() {
    world.turn("ACTIVATED", null);
    world.inline("plain", "View", """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"aws-portal:ViewBilling","Resource":"*"}}""");
    AccessExplanation explanation = explain(world.browser("plain"), null, "payments:ListPaymentPreferences", null);
    assertThat(explanation.decision()).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(explanation.action()).isEqualTo("aws-portal:ViewBilling");
  }
}
