package bursar.operations.bursar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.ActionSet;
import bursar.domain.permissions.PermissionCatalogue;
import bursar.operations.gate.AccessExplanation;
import bursar.operations.gate.Caller;
import bursar.operations.memory.AccessWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhoCanTest {
  private static final List<String> STATEMENTS = List.of(
      "Allow *", "Allow billing:*", "Allow aws-portal:*", "Allow aws-portal:ViewBilling", "Deny aws-portal:*", "Deny billing:*", "Allow ce:Get*",
      "Deny aws-portal:ViewBilling", "Allow payments:*", "Deny ce:*", "Allow aws-portal:View*");

  private final AccessWorld world = new AccessWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private WhoCan.Answer ask(String action, String resource, Boolean organization, Integer max, String token) {
    return world.call(world.root(), "bursar", "WhoCan", new WhoCan.Request(action, resource, organization, max, token));
  }

  private WhoCan.Finding about(String user, String action) {
    return ask(action, null, null, null, null).principals().stream().filter(each -> user.equals(each.userName())).findFirst().orElseThrow();
  }

  private static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", List.of(statements).stream()
        .map(each -> "{\"Effect\":\"" + each.split(" ")[0] + "\",\"Action\":\"" + each.split(" ")[1] + "\",\"Resource\":\"*\"}").toList()) + "]}";
  }

  @Test
  void withTheSwitchOffNobodyButTheRootUserEverReachesBilling() {
    world.user("admin", "AdministratorAccess");
    world.user("nobody");
    assertThat(ask("billing:GetBillingData", null, null, null, null).principals()).extracting(WhoCan.Finding::answer)
        .containsExactly("ALWAYS", "NEVER", "NEVER");
    assertThat(about("admin", "billing:GetBillingData").reason()).contains("does not let IAM users").contains("Its policies alone would");
    assertThat(about("admin", "payments:*").answer()).as("a name that no action has is no way in").isEqualTo("NEVER");
    assertThat(about("admin", "iam:ListUsers").answer()).isEqualTo("CAN");
    assertThat(about("nobody", "iam:ListUsers").reason()).isEqualTo("The user has no policy.");
    world.turn("ACTIVATED", null);
    WhoCan.Finding can = about("admin", "billing:Get*");
    assertThat(can.answer()).isEqualTo("CAN");
    assertThat(can.example()).isNotNull();
    assertThat(can.statements()).extracting(AllowingStatement::policyName).containsExactly("AdministratorAccess");
    assertThat(about("admin", "billing:UpdateIAMAccessPreference").answer()).as("for the root user alone").isEqualTo("NEVER");
    world.turn("DEACTIVATED", "CONSOLE");
    assertThat(about("admin", "ce:GetCostAndUsage").answer()).as("programs walk by a switch for the console").isEqualTo("CAN");
    assertThat(about("admin", "billing:GetBillingData").answer()).isEqualTo("NEVER");
  }

  @Test
  void conditionsAreKeysThatARequestMustCarry() {
    world.turn("ACTIVATED", null);
    world.user("anna");
    world.inline("anna", "office", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"payments:*\",\"Resource\":\"*\","
        + "\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}}}");
    WhoCan.Finding can = about("anna", "payments:*");
    assertThat(can.answer()).isEqualTo("CAN");
    assertThat(java.util.Objects.requireNonNull(can.example()).context()).extracting(ExplainAccess.ContextEntry::key).containsExactly("aws:sourceip");
    world.inline("anna", "office", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"payments:*\",\"Resource\":\"*\","
        + "\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/Team\":\"Finance\",\"aws:username\":\"anna\"}}}}");
    assertThat(about("anna", "payments:*").answer()).as("a tag that the user does not have").isEqualTo("NEVER");
  }

  /** Whatever the gate lets pass is in reach, and without conditions whatever is in reach passes over one of the ways in. */
  @ParameterizedTest
  @EnumSource(ActionSet.class)
  void theGateAgrees(ActionSet mode) {
    world.accounts.updateActionSet(world.account.id(), mode);
    world.user("anna");
    int reached = 0;
    for (String[] turned : new String[][] {{"ACTIVATED", null}, {"DEACTIVATED", "CONSOLE"}}) {
      world.turn(turned[0], turned[1]);
      for (String one : STATEMENTS) {
        for (String other : STATEMENTS.subList(STATEMENTS.indexOf(one), STATEMENTS.size())) {
          world.inline("anna", "p", document(one, other));
          for (String action : List.of("billing:GetBillingData", "ce:GetCostAndUsage", "payments:CreatePaymentInstrument", "iam:ListUsers")) {
            boolean passes = passes(action);
            reached += passes ? 1 : 0;
            assertThat(about("anna", action).answer()).as("%s %s %s, %s, %s", mode, turned[0], turned[1], one + ", " + other, action)
                .isEqualTo(passes ? "CAN" : "NEVER");
          }
        }
      }
    }
    assertThat(reached).isGreaterThan(50);
  }

  private boolean passes(String action) {
    for (Caller caller : List.of(world.browser("anna"), world.program("anna"))) {
      for (Needs.Way way : Needs.of(action, world.catalogue.all(), PermissionCatalogue.shipped())) {
        if (world.gate.explain(caller, way.need(), way.rootOnly(), "*", Map.of()).decision().equals(AccessExplanation.ALLOWED)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aManagementAccountAsksAboutItsMembersAndPagesFollow() {
    world.user("anna");
    AccountId member = world.accounts.create(new AccountId("444455556666"), "member@example.com", "Correct-horse-1", "Member").id();
    world.identity.users().create(member, "bert", null, List.of());
    world.organizations.join(world.account.id(), member);
    assertThat(ask("ce:*", null, null, null, null).principals()).extracting(WhoCan.Finding::userName).containsExactly(null, "anna");
    WhoCan.Answer first = ask("ce:*", "*", true, 3, null);
    assertThat(first.principals()).extracting(WhoCan.Finding::accountId).containsExactly("111122223333", "111122223333", "444455556666");
    WhoCan.Answer rest = ask("ce:*", "*", true, 3, first.nextToken());
    assertThat(rest.principals()).extracting(WhoCan.Finding::userName).containsExactly("bert");
    assertThat(rest.nextToken()).isNull();
    assertThatThrownBy(() -> ask("ce:*", null, null, null, "99")).isInstanceOf(Failure.class).hasMessageContaining("NextToken");
    assertThatThrownBy(() -> ask("ce:GetCosts", null, null, null, null)).isInstanceOf(Failure.class).hasMessageContaining("There is no action");
    WhoCan.Answer ofMember = world.call(world.root(member), "bursar", "WhoCan", new WhoCan.Request("ce:*", null, true, null, null));
    assertThat(ofMember.principals()).extracting(WhoCan.Finding::accountId).containsOnly("444455556666");
  }
}
