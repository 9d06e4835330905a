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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.costexplorer.model.DateInterval;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;

/** What the management account lets its members see, whatever their policies say. */
class MemberPreferencesStoryTest {
  private static final String NOT_ENABLED = "User not enabled for cost explorer access";
  private static final GetBill.Request OCTOBER = new GetBill.Request("2026-10", null);
  private static final GetCostAndUsageRequest COSTS = GetCostAndUsageRequest.builder()
      .timePeriod(DateInterval.builder().start("2026-10-01").end("2026-11-01").build())
      .granularity("MONTHLY")
      .metrics("UnblendedCost")
      .build();

  private final AccessWorld world = new AccessWorld();
  private final AccountId member = world.account.id();
  private final AccountId payer = world.accounts.create(new AccountId("999988887777"), "payer@example.com", "Correct-horse-1", "Payer").id();

  @BeforeEach
  void aMemberWithAnAdministratorAndCosts() {
    world.organizations.join(payer, member);
    world.user("admin", "AdministratorAccess");
    world.user("plain");
    world.turn("ACTIVATED", null);
    String id = member.digits();
    world.costs.add(payer, "2026-10-03", id, "Amazon S3", "us-east-1", Map.of(), "100");
    world.costs.add(payer, "2026-10-03", payer.digits(), "Amazon S3", "us-east-1", Map.of(), "1000");
    world.costs.addOfType("Credit", payer, "2026-10-04", id, "-20");
    world.costs.addOfType("Refund", payer, "2026-10-04", id, "-3");
    world.costs.addOfType("EdpDiscount", payer, "2026-10-05", id, "-7");
    world.costs.addOfType("BundledDiscount", payer, "2026-10-05", id, "-0.5");
    world.costs.addOfType("DiscountedUsage", payer, "2026-10-06", id, "0.25");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void decide(boolean access, boolean credits, boolean discounts, PreferencesState.MemberException... exceptions) {
    PreferencesState unused = world.call(
        world.root(payer), "bursar", "UpdatePreferences", new UpdatePreferences.Request(access, credits, discounts, List.of(exceptions)));
  }

  private String total(Caller caller) {
    GetCostAndUsageResponse answer = world.call(caller, "ce", "GetCostAndUsage", COSTS);
    return answer.resultsByTime().getFirst().total().get("UnblendedCost").amount();
  }

  @Test
  void aMemberSeesItsOwnRowsAndTheManagementAccountSeesAll() {
    assertThat(total(world.program("admin"))).isEqualTo("69.75");
    assertThat(total(world.root(payer))).isEqualTo("1069.75");
  }

  @Test
  void linkedAccountAccessOffClosesCostExplorerToEverybodyOfAMemberRootIncluded() {
    decide(false, true, true);
    for (Caller caller : List.of(world.program("admin"), world.browser("admin"), world.root())) {
      assertThatThrownBy(() -> total(caller)).isInstanceOfSatisfying(AccessDenied.class, refused -> {
        assertThat(refused.getMessage()).isEqualTo(NOT_ENABLED);
        assertThat(refused.explanation().gates()).filteredOn(gate -> gate.outcome().equals("REFUSED")).singleElement().satisfies(gate -> {
          assertThat(gate.gate()).isEqualTo("ORGANIZATION");
          assertThat(gate.detail()).contains(payer.digits(), "«Linked account access»");
          assertThat(gate.whoCanChange()).contains("ce:UpdatePreferences", payer.digits());
          assertThat(gate.where()).contains("preferences");
        });
      });
    }
    assertThat(total(world.root(payer))).as("the management account itself").isEqualTo("1069.75");
    GetBill.Answer bill = world.call(world.browser("admin"), "bursar", "GetBill", OCTOBER);
    assertThat(bill.total()).as("bills stay visible").isEqualByComparingTo("69.75");
    ListConsolePages.Answer pages = world.call(world.browser("admin"), "bursar", "ListConsolePages");
    assertThat(pages.toString()).contains("Bills").contains("CostExplorer");
    decide(true, true, true);
    assertThat(total(world.program("admin"))).isEqualTo("69.75");
  }

  @Test
  void refundsCreditsAndDiscountsAreHiddenFromMembersOnEveryRead() {
    decide(true, false, true);
    assertThat(total(world.program("admin"))).isEqualTo("92.75");
    decide(true, false, false);
    assertThat(total(world.program("admin"))).isEqualTo("100.25");
    assertThat(total(world.root())).isEqualTo("100.25");
    GetBill.Answer bill = world.call(world.browser("admin"), "bursar", "GetBill", OCTOBER);
    assertThat(bill.total()).isEqualByComparingTo("100.25");
    assertThat(total(world.root(payer))).isEqualTo("1069.75");
    AccessExplanation explained = explain("admin", "ce:GetCostAndUsage");
    assertThat(explained.gates()).filteredOn(gate -> gate.gate().equals("ORGANIZATION")).singleElement()
        .satisfies(gate -> assertThat(gate.detail()).contains("without refunds and credits and discounts"));
  }

  @Test
  void anExceptionHoldsForOneMemberAlone() {
    decide(false, true, true, new PreferencesState.MemberException(member.digits(), true, false, null));
    assertThat(total(world.program("admin"))).isEqualTo("92.75");
    PreferencesState seen = world.call(world.browser("admin"), "bursar", "GetPreferences");
    assertThat(seen).isEqualTo(new PreferencesState(true, false, true, List.of(), payer.digits()));
    PreferencesState all = world.call(world.root(payer), "bursar", "GetPreferences");
    assertThat(all.exceptions()).containsExactly(new PreferencesState.MemberException(member.digits(), true, false, true));
    assertThat(all.linkedAccountAccess()).isFalse();
  }

  @Test
  void onlyThePayerDecides() {
    UpdatePreferences.Request wish = new UpdatePreferences.Request(true, true, true, null);
    assertThatThrownBy(() -> world.call(world.root(), "bursar", "UpdatePreferences", wish)).isInstanceOf(Failure.class)
        .hasMessageContaining("only that management account");
    assertThatThrownBy(() -> decide(true, true, true, new PreferencesState.MemberException("123456789012", true, null, null)))
        .hasMessageContaining("no member");
    assertThatThrownBy(() -> decide(true, true, true, new PreferencesState.MemberException(null, true, null, null)))
        .hasMessageContaining("names no AccountId");
  }

  @Test
  void theExplanationAndItsFixNameTheGateThatRefuses() {
    decide(false, true, true);
    AccessExplanation admin = explain("admin", "ce:GetCostAndUsage");
    assertThat(admin.decision()).isEqualTo(AccessExplanation.EXPLICITLY_DENIED);
    assertThat(admin.message()).isEqualTo(NOT_ENABLED);
    assertThat(admin.fixes()).singleElement().satisfies(fix -> {
      assertThat(fix.sentence()).contains("management account " + payer, "turns on «Linked account access»");
      assertThat(fix.edits()).isEmpty();
    });
    AccessExplanation plain = explain("plain", "ce:GetCostAndUsage");
    assertThat(plain.fixes()).isNotEmpty().allSatisfy(fix -> assertThat(fix.sentence()).contains("«Linked account access»", " Then: "));
    world.turn("DEACTIVATED", null);
    AccessExplanation both = explain("admin", "ce:GetCostAndUsage");
    assertThat(both.message()).as("the first gate that refuses tells").contains("does not let IAM users and roles reach billing");
    assertThat(both.fixes()).singleElement()
        .satisfies(fix -> assertThat(fix.sentence()).contains("activates «IAM user and role access", "Then: The management account"));
    assertThat(explain("admin", "ce:GetPreferences").gates()).filteredOn(gate -> gate.gate().equals("ORGANIZATION"))
        .noneMatch(gate -> gate.outcome().equals("REFUSED"));
  }

  @Test
  void thePreviewOfTheSwitchAndWhoCanCountTheClosedGate() {
    world.turn("DEACTIVATED", null);
    PreviewBillingAccess.Answer open = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(open.stillClosed()).isNull();
    decide(false, true, true);
    PreviewBillingAccess.Answer closed = world.call(world.root(), "bursar", "PreviewBillingAccess");
    assertThat(closed.stillClosed()).contains(payer.digits());
    assertThat(closed.gains()).singleElement().satisfies(gain -> {
      assertThat(gain.actions()).extracting(PreviewBillingAccess.Action::action).contains("billing:GetBillingData", "ce:UpdatePreferences")
          .doesNotContain("ce:GetCostAndUsage");
      assertThat(gain.pages()).contains("Bills").doesNotContain("CostExplorer");
    });
    world.turn("ACTIVATED", null);
    WhoCan.Answer who = world.call(world.root(payer), "bursar", "WhoCan", new WhoCan.Request("ce:Get*Usage", null, true, null, null));
    assertThat(who.principals()).filteredOn(finding -> finding.accountId().equals(member.digits())).hasSize(3)
        .allSatisfy(finding -> assertThat(finding.answer()).isEqualTo("NEVER"));
    assertThat(who.principals()).filteredOn(finding -> finding.accountId().equals(payer.digits())).extracting(WhoCan.Finding::answer)
        .containsExactly("ALWAYS");
    WhoCan.Answer more = world.call(world.root(), "bursar", "WhoCan", new WhoCan.Request("ce:*", null, null, null, null));
    assertThat(more.principals()).filteredOn(finding -> "admin".equals(finding.userName())).singleElement()
        .satisfies(finding -> assertThat(finding.reason()).contains("Preferences"));
  }

  private AccessExplanation explain(String user, String action) {
    return world.call(world.root(), "bursar", "ExplainAccess",
        new ExplainAccess.Request("arn:aws:iam::" + member + ":user/" + user, action, null, null, null, null));
  }
}
