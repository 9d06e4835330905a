package bursar.operations.gate;

import bursar.domain.accounts.AccountId;
import bursar.operations.declaration.Need;
import java.util.List;

/** The pages of the console that a permission opens. The data on a page is guarded again by its operations. */
public enum ConsolePage {
  BILLING_HOME("BillingHome", Need.costTool("ce:GetCostAndUsage", "aws-portal:ViewBilling")),
  BILLS("Bills", Need.billingData("billing:GetBillingData", "aws-portal:ViewBilling")),
  COST_EXPLORER("CostExplorer", Need.costTool("ce:GetCostAndUsage", "aws-portal:ViewBilling")),
  COST_CATEGORIES("CostCategories", Need.costTool("ce:ListCostCategoryDefinitions")),
  COST_ALLOCATION_TAGS("CostAllocationTags", Need.costTool("ce:ListCostAllocationTags", "aws-portal:ViewBilling")),
  ANOMALY_DETECTION("AnomalyDetection",
      new Need("ce:GetAnomalyMonitors", List.of("aws-portal:ViewBilling"), Need.LegacyReach.CONSOLE, false)),
  RESERVATIONS("Reservations", Need.costTool("ce:GetReservationUtilization", "aws-portal:ViewBilling")),
  SAVINGS_PLANS("SavingsPlans", Need.costTool("ce:GetSavingsPlansUtilization", "aws-portal:ViewBilling")),
  COST_PREFERENCES("CostPreferences", Need.costTool("ce:GetPreferences", "aws-portal:ViewBilling")),
  ACCOUNT("Account", Need.accountSetting("account:GetAccountInformation", "aws-portal:ViewAccount")),
  USERS("Users", Need.of("iam:ListUsers")),
  GROUPS("Groups", Need.of("iam:ListGroups")),
  POLICIES("Policies", Need.of("iam:ListPolicies")),
  GUARDRAILS("Guardrails", Need.of("bursar:ListGuardrails")),
  AUDIT_TRAIL("AuditTrail", Need.of("cloudtrail:LookupEvents")),
  COST_IMPORTS("CostImports", Need.billingData("billing:GetBillingData", "aws-portal:ViewBilling"));

  private final String wireName;
  private final Need need;

  ConsolePage(String wireName, Need need) {
    this.wireName = wireName;
    this.need = need;
  }

  /** The page's name in answers. */
  public String wireName() {
    return wireName;
  }

  /** What its permission is asked on: the account's primary billing view where costs are read through one, otherwise everything. */
  public String resource(AccountId account) {
    return need.action().equals("ce:GetCostAndUsage") ? "arn:aws:billing::" + account + ":billingview/primary" : "*";
  }

  /** The permission that opens it. */
  public Need need() {
    return need;
  }
}
