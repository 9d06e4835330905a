package bursar.domain.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermissionCatalogueTest {
  private final PermissionCatalogue catalogue = PermissionCatalogue.shipped();

  @Test
  void namesIgnoreCase() {
    assertThat(catalogue.known("Billing:GETBillingData")).isTrue();
    assertThat(catalogue.known("billing:GetBillingDataa")).isFalse();
    assertThat(catalogue.known("billing:*")).isFalse();
  }

  @Test
  void viewBillingWasReplacedByManyActions() {
    assertThat(catalogue.fineGrainedOf("aws-portal:ViewBilling")).extracting(Permission::action)
        .contains("billing:GetBillingData", "ce:GetCostAndUsage", "payments:ListPaymentPreferences", "tax:ListTaxRegistrations")
        .filteredOn(action -> !action.startsWith("bursar:")).hasSize(49);
    assertThat(catalogue.legacyOf("ce:GetCostAndUsage")).containsExactly("aws-portal:ViewBilling");
    assertThat(catalogue.legacyOf("billing:GetIAMAccessPreference"))
        .containsExactlyInAnyOrder("aws-portal:ViewAccount", "aws-portal:ViewBilling");
    assertThat(catalogue.legacyOf("budgets:ViewBudget")).isEmpty();
  }

  @Test
  void retiredNamesAreLegacyAndTheMigrationToolsAreNot() {
    assertThat(catalogue.all()).filteredOn(Permission::isLegacy).extracting(Permission::action).containsExactlyInAnyOrder(
        "aws-portal:ViewBilling", "aws-portal:ModifyBilling", "aws-portal:ViewAccount", "aws-portal:ModifyAccount",
        "aws-portal:ViewPaymentMethods", "aws-portal:ModifyPaymentMethods", "aws-portal:ViewUsage",
        "purchase-orders:ViewPurchaseOrders", "purchase-orders:ModifyPurchaseOrders");
  }

  @Test
  void theSwitchClosesCostToolsAndLeavesAnomaliesAndAccountSettingsOpen() {
    assertThat(catalogue.find("ce:GetCostAndUsage").orElseThrow().behindSwitch()).isTrue();
    assertThat(catalogue.find("budgets:ViewBudget").orElseThrow().behindSwitch()).isTrue();
    assertThat(catalogue.find("ce:GetAnomalies").orElseThrow().behindSwitch()).isFalse();
    assertThat(catalogue.find("account:GetAccountInformation").orElseThrow().behindSwitch()).isFalse();
    assertThat(catalogue.find("freetier:GetFreeTierUsage").orElseThrow().switchReach()).isEqualTo(Permission.SwitchReach.UNLISTED);
  }

  @Test
  void resourcesAreThoseOfTheReference() {
    assertThat(catalogue.find("billing:GetBillingPreferences").orElseThrow().resources().mustBeStar()).isTrue();
    assertThat(catalogue.find("ce:GetCostAndUsage").orElseThrow().resources().types()).containsExactly("billingview");
    assertThat(catalogue.find("iam:GetUser").orElseThrow().resources().mustBeStar()).isFalse();
  }

  @Test
  void anUnknownServiceIsTellable() {
    assertThat(catalogue.knowsService("ce")).isTrue();
    assertThat(catalogue.knowsService("s3")).isFalse();
    assertThat(catalogue.knowsService("cloudtrail")).isFalse();
    assertThat(catalogue.known("cloudtrail:LookupEvents")).isTrue();
  }
}
