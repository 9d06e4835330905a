package bursar.operations.bursar;

import org.jspecify.annotations.Nullable;

/** The pages and tools of billing that the table «what does this allow in billing» shows, each with what it needs in both vocabularies. */
enum BillingTool {
  BILLING_HOME("Billing home", "ce:GetCostAndUsage", "aws-portal:ViewBilling"),
  BILLS("Bills", "billing:GetBillingData", "aws-portal:ViewBilling"),
  COST_EXPLORER("Cost Explorer", "ce:GetCostAndUsage", "aws-portal:ViewBilling"),
  COST_EXPLORER_REPORTS("Cost Explorer: save reports", "ce:CreateReport", "aws-portal:ModifyBilling"),
  COST_EXPLORER_PREFERENCES("Cost Explorer: change preferences", "ce:UpdatePreferences", "aws-portal:ModifyBilling"),
  ANOMALIES("Cost Anomaly Detection", "ce:GetAnomalies", "aws-portal:ViewBilling"),
  COST_CATEGORIES("Cost categories", "ce:ListCostCategoryDefinitions", null),
  COST_ALLOCATION_TAGS("Cost allocation tags", "ce:ListCostAllocationTags", "aws-portal:ViewBilling"),
  BUDGETS("Budgets: view", "budgets:ViewBudget", null),
  BUDGETS_CHANGE("Budgets: change", "budgets:ModifyBudget", null),
  COST_AND_USAGE_REPORTS("Cost and Usage Reports", "cur:DescribeReportDefinitions", null),
  USAGE_REPORTS("Usage reports", "cur:GetUsageReport", "aws-portal:ViewUsage"),
  INVOICES("Invoices", "invoicing:GetInvoicePDF", "aws-portal:ViewBilling"),
  CREDITS("Credits: view", "billing:GetCredits", "aws-portal:ViewBilling"),
  CREDITS_REDEEM("Credits: redeem", "billing:RedeemCredits", "aws-portal:ModifyBilling"),
  PREFERENCES("Billing preferences: change", "billing:UpdateBillingPreferences", "aws-portal:ModifyBilling"),
  PAYMENTS("Payments", "payments:GetPaymentStatus", "aws-portal:ViewBilling"),
  PAYMENT_METHODS("Payment methods: view", "payments:GetPaymentInstrument", "aws-portal:ViewPaymentMethods"),
  PAYMENT_METHODS_CHANGE("Payment methods: change", "payments:CreatePaymentInstrument", "aws-portal:ModifyPaymentMethods"),
  PURCHASE_ORDERS("Purchase orders: view", "purchase-orders:ListPurchaseOrders", "purchase-orders:ViewPurchaseOrders"),
  PURCHASE_ORDERS_CHANGE("Purchase orders: change", "purchase-orders:AddPurchaseOrder", "purchase-orders:ModifyPurchaseOrders"),
  TAX_SETTINGS("Tax settings", "tax:ListTaxRegistrations", "aws-portal:ViewBilling"),
  FREE_TIER("Free tier", "freetier:GetFreeTierUsage", "aws-portal:ViewBilling"),
  PRICES("List prices", "pricing:GetProducts", null),
  ACCOUNT("Account: view", "account:GetAccountInformation", "aws-portal:ViewAccount"),
  ACCOUNT_CHANGE("Account: change", "account:PutContactInformation", "aws-portal:ModifyAccount"),
  IAM("IAM: users", "iam:ListUsers", null);

  private final String title;
  private final String action;
  private final @Nullable String legacyAction;

  BillingTool(String title, String action, @Nullable String legacyAction) {
    this.title = title;
    this.action = action;
    this.legacyAction = legacyAction;
  }

  /** The page or tool, and what is done there. */
  String title() {
    return title;
  }

  /** The action of today. */
  String action() {
    return action;
  }

  /** The legacy permission in its place; null where there never was one. */
  @Nullable String legacyAction() {
    return legacyAction;
  }
}
