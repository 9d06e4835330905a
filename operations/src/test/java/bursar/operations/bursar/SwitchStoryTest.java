package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesRequest;
import software.amazon.awssdk.services.costexplorer.model.GetDimensionValuesResponse;
import bursar.domain.accounts.AccountId;
import bursar.domain.templates.PolicyTemplates;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.AccessExplanation;
import bursar.operations.gate.Caller;
import bursar.operations.memory.AccessWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;

/** The seed's walk, without a browser: the switch, the preview, Example 4, and what each of them closes. */
class SwitchStoryTest {
  private static final GetBill.Request OCTOBER = new GetBill.Request("2026-10", null);
  private static final GetCostAndUsageRequest COSTS = GetCostAndUsageRequest.builder()
      .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
      .granularity("MONTHLY")
      .metrics("UnblendedCost")
      .build();

  private final AccessWorld world = new AccessWorld();

  @BeforeEach
  void twoUsersAndSomeCosts() {
    world.user("admin", "AdministratorAccess");
    world.user("plain");
    world.costs.add(world.account.id(), "2026-10-03", "111122223333", "Amazon S3", "us-east-1", Map.of(), "12.34");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void withTheSwitchOffEvenAnAdministratorIsRefusedAndToldWhoCanChangeIt() {
    for (Caller caller : List.of(world.browser("admin"), world.program("admin"))) {
      assertThatThrownBy(() -> world.call(caller, "bursar", "GetBill", OCTOBER)).isInstanceOf(AccessDenied.class)
          .hasMessageStartingWith("User: arn:aws:iam::111122223333:user/admin is not authorized to perform: billing:GetBillingData")
          .hasMessageContaining("does not let IAM users and roles reach billing")
          .hasMessageContaining("root user");
      assertThatThrownBy(() -> world.call(caller, "ce", "GetCostAndUsage", COSTS)).isInstanceOf(AccessDenied.class);
    }
    GetBill.Answer bill = world.call(world.root(), "bursar", "GetBill", OCTOBER);
    assertThat(bill.total()).isEqualByComparingTo("12.34");
  }

  @Test
  void anAdministratorSeesTheSwitchButCannotTurnIt() {
    BillingAccessState seen = world.call(world.browser("admin"), "bursar", "GetBillingAccess");
    assertThat(seen.iamUserAndRoleAccess()).isEqualTo("DEACTIVATED");
    assertThat(seen.mayChange()).isFalse();
    assertThatThrownBy(() -> world.call(world.browser("admin"), "bursar", "PutBillingAccess", new PutBillingAccess.Request("ACTIVATED", null)))
        .isInstanceOf(AccessDenied.class).hasMessageContaining("only the root user");
    assertThatThrownBy(() -> world.call(world.browser("admin"), "bursar", "PreviewBillingAccess")).isInstanceOf(AccessDenied.class);
  }

  @Test
  void theSwitchCountsFromTheNextCallOn() {
    world.turn("ACTIVATED", null);
    GetBill.Answer bill = world.call(world.program("admin"), "bursar", "GetBill", OCTOBER);
    assertThat(bill.total()).isEqualByComparingTo("12.34");
    assertThatThrownBy(() -> world.call(world.program("plain"), "bursar", "GetBill", OCTOBER))
        .hasMessageContaining("because no identity-based policy allows the billing:GetBillingData action");
    world.turn("DEACTIVATED", null);
    assertThatThrownBy(() -> world.call(world.program("admin"), "bursar", "GetBill", OCTOBER)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void scopeConsoleLeavesTheSdkServicesToProgramsAsOnAwsAndNothingElse() {
    world.turn("DEACTIVATED", "CONSOLE");
    GetDimensionValuesRequest services = GetDimensionValuesRequest.builder().dimension("SERVICE")
        .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build()).build();
    GetDimensionValuesResponse answered = world.call(world.program("admin"), "ce", "GetDimensionValues", services);
    assertThat(answered.dimensionValues()).isNotEmpty();
    assertThatThrownBy(() -> world.call(world.browser("admin"), "ce", "GetDimensionValues", services)).isInstanceOf(AccessDenied.class);
    for (Caller caller : List.of(world.program("admin"), world.browser("admin"))) {
      assertThatThrownBy(() -> world.call(caller, "bursar", "GetBill", OCTOBER)).as("AWS shows bills in its console only")
          .isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void aChangeOfTheStateLeavesTheScope() {
    world.turn("ACTIVATED", "CONSOLE");
    world.turn("DEACTIVATED", null);
    BillingAccessState state = world.call(world.root(), "bursar", "GetBillingAccess");
    assertThat(state.scope()).isEqualTo("CONSOLE");
    assertThat(state.changedBy()).isEqualTo("arn:aws:iam::111122223333:root");
    assertThat(state.changedAt()).isEqualTo(AccessWorld.NOW);
  }

  @Test
  void thePreviewNamesTheAdministratorWithTheStatementAndNotThePlainUser() {
    PreviewBillingAccess.Answer preview = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(preview.gains()).singleElement().satisfies(gain -> {
      assertThat(gain.userName()).isEqualTo("admin");
      assertThat(gain.pages()).contains("Bills", "CostExplorer");
      assertThat(gain.actions()).extracting(PreviewBillingAccess.Action::action)
          .contains("billing:GetBillingData", "ce:GetCostAndUsage", "budgets:ModifyBudget")
          .doesNotContain("account:GetAccountInformation", "aws-portal:ViewBilling");
      assertThat(gain.actions().getFirst().statements()).singleElement().satisfies(statement -> {
        assertThat(statement.policyName()).isEqualTo("AdministratorAccess");
        assertThat(statement.via()).isEqualTo("attached to user");
        assertThat(statement.statementIndex()).isZero();
      });
    });
    assertThat(preview.unaffected()).singleElement().satisfies(user -> {
      assertThat(user.userName()).isEqualTo("plain");
      assertThat(user.reason()).isEqualTo("The user has no policy.");
    });
    assertThat(preview.guardTemplate()).startsWith("example-4");
  }

  @Test
  void thePreviewShowsThatExampleFourLeavesTheCostApisOpen() {
    world.inline("admin", "NoBilling", template("4b"));
    PreviewBillingAccess.Answer preview = world.call(world.root(), "bursar", "PreviewBillingAccess");
    PreviewBillingAccess.Gain gain = preview.gains().getFirst();
    assertThat(gain.pages()).as("cost categories never had a legacy permission that Example 4 could deny").containsExactly("CostCategories");
    assertThat(gain.actions()).filteredOn(action -> action.action().equals("ce:GetCostAndUsage")).singleElement()
        .satisfies(action -> assertThat(action.surfaces()).containsExactly("API"));
    assertThat(gain.actions()).extracting(PreviewBillingAccess.Action::action).doesNotContain("billing:GetBillingData");
  }

  @Test
  void withTheStrictGuardNothingIsGainedAndTheReasonSaysWhy() {
    world.inline("admin", "NoBilling", template("4b-strict"));
    PreviewBillingAccess.Answer preview = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(preview.gains()).isEmpty();
    assertThat(preview.unaffected()).anySatisfy(user -> assertThat(user.reason()).contains("denied by NoBilling"));
  }

  @Test
  void aPermissionForOneResourceIsAGain() {
    world.inline("plain", "OneBudget", """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"budgets:ViewBudget",
         "Resource":"arn:aws:budgets::111122223333:budget/travel"}}""");
    PreviewBillingAccess.Answer preview = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(preview.gains()).filteredOn(gain -> gain.userName().equals("plain")).singleElement()
        .satisfies(gain -> assertThat(gain.actions()).extracting(PreviewBillingAccess.Action::action).containsExactly("budgets:ViewBudget"));
  }

  @Test
  void aLegacyPermissionIsNamedAsTheOneThatGives() {
    world.inline("plain", "View", template("1"));
    PreviewBillingAccess.Answer preview = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(preview.gains()).filteredOn(gain -> gain.userName().equals("plain")).singleElement().satisfies(gain -> {
      assertThat(gain.pages()).contains("Bills");
      assertThat(gain.actions()).filteredOn(action -> action.action().equals("billing:GetBillingData")).singleElement()
          .satisfies(action -> assertThat(action.legacyAction()).isEqualTo("aws-portal:ViewBilling"));
    });
    world.call(world.root(), "bursar", "UpdateConsoleActionSetEnforced", new ActionSetState("FINE_GRAINED"));
    PreviewBillingAccess.Answer fine = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(fine.gains()).extracting(PreviewBillingAccess.Gain::userName).containsExactly("admin");
  }

  @Test
  void exampleFourClosesPagesButNotTheCostApis() {
    world.turn("ACTIVATED", null);
    world.inline("admin", "NoBilling", template("4b"));
    assertThat(allowed("admin")).containsExactly("CostCategories", "Guardrails", "AuditTrail");
    world.call(world.program("admin"), "ce", "GetCostAndUsage", COSTS);
    assertThatThrownBy(() -> world.call(world.browser("admin"), "ce", "GetCostAndUsage", COSTS)).isInstanceOf(AccessDenied.class)
        .hasMessageContaining("with an explicit deny in an identity-based policy");
    assertThatThrownBy(() -> world.call(world.program("admin"), "bursar", "GetBill", OCTOBER)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void theStrictFormClosesTheCostApisToo() {
    world.turn("ACTIVATED", null);
    world.inline("admin", "NoBilling", template("4b-strict"));
    assertThatThrownBy(() -> world.call(world.program("admin"), "ce", "GetCostAndUsage", COSTS)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void readOnlyBillingSeesBillsAndCannotWrite() {
    world.turn("ACTIVATED", null);
    world.user("reader", "AWSBillingReadOnlyAccess");
    assertThat(allowed("reader")).contains("BillingHome", "Bills", "CostExplorer").doesNotContain("Users", "AuditTrail");
    world.call(world.browser("reader"), "bursar", "GetBill", OCTOBER);
    assertThatThrownBy(() ->
        world.call(world.browser("reader"), "bursar", "UpdateConsoleActionSetEnforced", new ActionSetState("LEGACY")))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void aMemberSeesItsOwnRowsAndFollowsThePayersActionSet() {
    AccountId member = world.accounts.create(new AccountId("444455556666"), "member@example.com", "Correct-horse-1", "Member").id();
    world.costs.add(world.account.id(), "2026-10-04", "444455556666", "Amazon EC2", "us-east-1", Map.of(), "1.00");
    world.organizations.join(world.account.id(), member);
    GetBill.Answer own = world.call(world.root(member), "bursar", "GetBill", OCTOBER);
    assertThat(own.total()).isEqualByComparingTo("1.00");
    assertThat(own.accounts()).singleElement().satisfies(account -> assertThat(account.accountName()).isEqualTo("Member"));
    world.call(world.root(), "bursar", "UpdateConsoleActionSetEnforced", new ActionSetState("LEGACY"));
    ActionSetState set = world.call(world.root(member), "bursar", "GetConsoleActionSetEnforced");
    assertThat(set.actionSet()).isEqualTo("LEGACY");
    assertThatThrownBy(() -> world.call(world.root(member), "bursar", "UpdateConsoleActionSetEnforced", new ActionSetState("BOTH")))
        .hasMessageContaining("only that management account");
  }

  @Test
  void factsAreRememberedButTheirVersionIsReadOnEveryCall() {
    world.turn("ACTIVATED", null);
    Caller admin = world.program("admin");
    world.call(admin, "bursar", "GetBill", OCTOBER);
    int accountReads = world.accountStore.accountReads;
    int versionReads = world.accountStore.versionReads;
    AccessExplanation unused = world.gate.explain(admin, bursar.operations.gate.ConsolePage.BILLS);
    assertThat(unused.decision()).isEqualTo(AccessExplanation.ALLOWED);
    assertThat(world.accountStore.accountReads).isEqualTo(accountReads);
    assertThat(world.accountStore.versionReads).isEqualTo(versionReads + 1);
  }

  private List<String> allowed(String user) {
    ListConsolePages.Answer pages = world.call(world.browser(user), "bursar", "ListConsolePages");
    assertThat(pages.pages()).allSatisfy(page -> assertThat(page.message() == null).isEqualTo(page.allowed()));
    return pages.pages().stream().filter(ListConsolePages.Page::allowed).map(ListConsolePages.Page::page).toList();
  }

  private static String template(String number) {
    return String.valueOf(PolicyTemplates.shipped().find(number).orElseThrow().document());
  }
}
