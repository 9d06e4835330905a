/** The stand-in's answers to Bursar's own operations. */
import { explain, failure, matches, need, principalArn, statementsOf } from "./stand-in-state.mjs";
import { bill } from "./stand-in-costs.mjs";

const pages = {
  BillingHome: "ce:GetCostAndUsage",
  Bills: "billing:GetBillingData",
  CostExplorer: "ce:GetCostAndUsage",
  CostCategories: "ce:ListCostCategoryDefinitions",
  CostAllocationTags: "ce:ListCostAllocationTags",
  AnomalyDetection: "ce:GetAnomalyMonitors",
  Reservations: "ce:GetReservationUtilization",
  SavingsPlans: "ce:GetSavingsPlansUtilization",
  CostPreferences: "ce:GetPreferences",
  Account: "account:GetAccountInformation",
  Users: "iam:ListUsers",
  Groups: "iam:ListGroups",
  Policies: "iam:ListPolicies",
  Guardrails: "bursar:ListGuardrails",
  AuditTrail: "cloudtrail:LookupEvents",
  CostImports: "billing:ListCostImports",
};
const billingActions = [
  ["Billing home", "ce:GetCostAndUsage"],
  ["Bills", "billing:GetBillingData", "aws-portal:ViewBilling"],
  ["Cost Explorer", "ce:GetCostAndUsage"],
  ["Cost Explorer filters", "ce:GetDimensionValues"],
  ["Account", "account:GetAccountInformation", "aws-portal:ViewAccount"],
  ["Billing preferences", "billing:UpdateBillingPreferences", "aws-portal:ModifyBilling"],
  ["Payment methods", "payments:GetPaymentInstrument", "aws-portal:ViewPaymentMethods"],
  ["Budgets", "budgets:ViewBudget"],
];
const samplePreferences = { LinkedAccountAccess: true, LinkedAccountRefundsAndCredits: true, LinkedAccountDiscounts: false, Exceptions: [{ AccountId: "222233334444", LinkedAccountAccess: true, LinkedAccountRefundsAndCredits: true, LinkedAccountDiscounts: true }] };
const sampleGuardrails = [{ Name: "payments", Description: "Only Finance pays.", Actions: ["payments:*"], ResourceArns: [], ExceptPrincipalArns: [], ExceptGroups: ["Finance"], CreatedAt: 1_795_000_000, CreatedBy: "root" }];
const text = (document) => JSON.stringify(document, null, 2);
const more = ["view-usage", "modify-billing", "view-budgets", "create-budgets", "view-cost-explorer", "manage-reports", "purchase-orders", "tax-settings"];
const templates = [
  ...more.map((Name) => ({ Name, Title: Name.replaceAll("-", " "), Intent: "One of AWS's documented examples.", Kind: "identity", PolicyDocument: text({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "aws-portal:View*", Resource: "*" }] }), Warnings: [] })),
  { Name: "example-1-view-billing", Title: "Example 1: View the Billing console", Intent: "Lets users see billing pages, and change nothing.", Kind: "identity", PolicyDocument: text({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "aws-portal:ViewBilling", Resource: "*" }] }), Warnings: [] },
  { Name: "example-4-deny-only", Title: "Example 4: Full access to services, no billing console", Intent: "Keeps a user with full access out of the billing console, the Account page and IAM.", Kind: "identity", DocumentedAs: ["4b"], PolicyDocument: text({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: ["aws-portal:*", "iam:*"], Resource: "*" }] }), Warnings: ["The cost APIs stay open: ce, budgets and cur are decided by their own actions, so a user allowed * still reads costs with an access key and in Cost Explorer.", "It allows nothing by itself; combine it with another policy."] },
  { Name: "example-4-strict-deny-only", Title: "Example 4, strict: no billing console and no cost APIs", Intent: "As Example 4, and closes Cost Explorer, Budgets and reports too.", Kind: "identity", PolicyDocument: text({ Version: "2012-10-17", Statement: [{ Sid: "NoBilling", Effect: "Deny", Action: ["aws-portal:*", "billing:*", "account:*", "ce:*", "budgets:*", "cur:*", "iam:*"], Resource: "*" }] }), Warnings: ["It also denies IAM, so that users cannot lift it from themselves: they can no longer change their own password."] },
  { Name: "example-7-pointer", Title: "Example 7: see the console", Intent: "A pointer.", Kind: "pointer", Warnings: [] },
];

function analyze(document) {
  let parsed;
  try {
    parsed = JSON.parse(document);
  } catch (thrown) {
    const at = Number(/position (\d+)/.exec(thrown.message)?.[1] ?? document.length);
    const before = document.slice(0, at).split("\n");
    return { Valid: false, Findings: [{ Severity: "ERROR", Code: "JSON_SYNTAX", Message: "The document is not valid JSON here: a value, a comma or a closing bracket is missing.", Line: before.length, Column: before.at(-1).length + 1 }], BillingEffects: [] };
  }
  const Findings = [];
  const line = (word) => document.split("\n").findIndex((one) => one.includes(word)) + 1 || 1;
  if (!parsed.Version) Findings.push({ Severity: "WARNING", Code: "MISSING_VERSION", Message: "Without a Version the old language of 2008 applies, which knows no policy variables.", Line: 1, Column: 1 });
  for (const statement of [parsed.Statement ?? []].flat()) {
    if (!["Allow", "Deny"].includes(statement.Effect)) Findings.push({ Severity: "ERROR", Code: "INVALID_EFFECT", Message: `"${statement.Effect}" is no effect; write Allow or Deny.`, Line: line("Effect"), Column: 7 });
    if (statement.Effect === "Allow" && [statement.Action].flat().includes("*")) Findings.push({ Severity: "SECURITY_WARNING", Code: "ALLOWS_ALL", Message: "This allows every action, billing included.", Line: line("Action"), Column: 7 });
    for (const action of [statement.Action ?? []].flat()) if (!action.includes("*") && !/^[a-z-]+:\w+$/i.test(action)) Findings.push({ Severity: "ERROR", Code: "INVALID_ACTION", Message: `"${action}" is not an action; write service:Action.`, Line: line(action), Column: 9 });
  }
  const effect = (action) => {
    const hit = [parsed.Statement ?? []].flat().filter((s) => (s.Action || s.NotAction) && matches(s, action));
    return hit.some((s) => s.Effect === "Deny") ? "EXPLICITLY_DENIED" : hit.length ? "ALLOWED" : "IMPLICITLY_DENIED";
  };
  return {
    Valid: !Findings.some((finding) => finding.Severity === "ERROR"),
    Findings,
    BillingEffects: billingActions.map(([Name, Action, LegacyAction]) => ({ Name, Action, Effect: effect(Action), ...(LegacyAction ? { LegacyAction, LegacyEffect: effect(LegacyAction) } : {}) })),
  };
}

function preview(state) {
  const Gains = [];
  const Unaffected = [];
  for (const name of state.users.keys()) {
    const all = statementsOf(state, name);
    const Actions = billingActions.flatMap(([, Action, LegacyAction]) => {
      const named = [Action, LegacyAction].filter(Boolean);
      const hit = all.filter((s) => named.some((one) => matches(s.statement, one)));
      if (!hit.length || hit.some((s) => s.Effect === "Deny")) return [];
      return [{ Action, ...(LegacyAction ? { LegacyAction } : {}), Statements: hit.map(({ statement, Effect, ...s }) => s) }];
    });
    const who = { PrincipalArn: principalArn(state, { name }), UserName: name };
    const denied = all.some((s) => s.Effect === "Deny");
    if (Actions.length) Gains.push({ ...who, Pages: ["BillingHome", "Bills", "CostExplorer"], Actions: [...new Map(Actions.map((a) => [a.Action, a])).values()] });
    else Unaffected.push({ ...who, Reason: denied ? "An explicit deny keeps the user out of billing." : "No policy allows a billing action." });
  }
  return { Gains, Unaffected, GuardTemplate: "example-4-deny-only" };
}

const access = (state, caller) => ({ AccountId: state.accountId, IamUserAndRoleAccess: state.activated ? "ACTIVATED" : "DEACTIVATED", Scope: state.scope, MayChange: caller.root === true, ...(state.changedAt ? { ChangedAt: state.changedAt, ChangedBy: state.changedBy } : {}) });

export function bursarOperation(state, caller, name, input) {
  const rootOnly = (action) => {
    if (!caller.root) throw failure("AccessDeniedException", `User: ${principalArn(state, caller)} is not authorized to perform: ${action} because only the root user of the account may`, 400);
  };
  switch (name) {
    case "SignUp":
      Object.assign(state, { email: input.Email, password: input.Password, accountName: input.AccountName });
      return { AccountId: state.accountId };
    case "GetSession":
      return caller.root
        ? { AccountId: state.accountId, AccountName: state.accountName, AccountAlias: state.alias, PrincipalArn: principalArn(state, caller), PrincipalType: "Root", Email: state.email, PasswordResetRequired: false }
        : { AccountId: state.accountId, AccountName: state.accountName, AccountAlias: state.alias, PrincipalArn: principalArn(state, caller), PrincipalType: "User", UserName: caller.name, PasswordResetRequired: false };
    case "GetBillingAccess":
      need(state, caller, "billing:GetIAMAccessPreference");
      return access(state, caller);
    case "PutBillingAccess":
      rootOnly("billing:UpdateIAMAccessPreference");
      Object.assign(state, { activated: input.IamUserAndRoleAccess === "ACTIVATED", scope: input.Scope ?? state.scope, changedAt: Date.now() / 1000, changedBy: principalArn(state, caller) });
      state.events.unshift({ at: Date.now() / 1000, name: "SetIAMAccessPreference", by: principalArn(state, caller) });
      return access(state, caller);
    case "PreviewBillingAccess":
      rootOnly("bursar:PreviewBillingAccess");
      return preview(state);
    case "GetConsoleActionSetEnforced":
      return { ActionSet: state.actionSet };
    case "UpdateConsoleActionSetEnforced":
      state.actionSet = input.ActionSet;
      return { ActionSet: state.actionSet };
    case "ExplainAccess":
      if (caller.name === "bea" && /^ce:GetCostAndUsage$|^bursar:GetBill$/.test(input.Action ?? "")) {
        return { ...explain(state, caller, "ce:GetCostAndUsage"), Message: 'Allowed, for the rows of costs for which bursar:LinkedAccount StringEquals "310987654321".' };
      }
      return explain(state, caller, input.Page ? pages[input.Page] : input.Action, input.ResourceArn);
    case "ListConsolePages":
      return {
        Pages: Object.entries(pages).map(([Page, action]) => {
          const e = explain(state, caller, action);
          return { Page, Allowed: e.Decision === "ALLOWED", ...(e.Decision === "ALLOWED" ? {} : { Message: e.Message }) };
        }),
      };
    case "GetBill":
      need(state, caller, "billing:GetBillingData");
      return bill(state, input.Month);
    case "ListPolicyTemplates":
      return { Templates: templates };
    case "AnalyzePolicy":
      return analyze(input.PolicyDocument);
    case "ListCostImports":
      need(state, caller, "billing:ListCostImports");
      return imports(state);
    case "UndoCostImport":
      need(state, caller, "bursar:UndoCostImport");
      state.undone = [...(state.undone ?? []), input.ImportId];
      return { AccountId: state.accountId, ImportId: input.ImportId, DataSet: "main", Months: ["2026-10", "2026-11"] };
    case "GetCostImport":
      return { ImportId: input.ImportId, Status: "SUCCEEDED", Step: "done", RowsRead: 243647 };
    case "GetCostCategorySplit":
      return {
        Name: "Team",
        Month: input.Month,
        Metric: "UnblendedCost",
        Currency: "USD",
        Values: [
          { Value: "Web", Cost: "4120.5000", Given: "0", Received: "600.00", Total: "4720.5000" },
          { Value: "Data", Cost: "2210.2500", Given: "0", Received: "400.00", Total: "2610.2500" },
          { Value: "Shared", Cost: "1000.0000", Given: "1000.00", Received: "0", Total: "0.0000" },
        ],
      };
    case "WhoCan":
      need(state, caller, "bursar:WhoCan");
      return whoCan(state, input.Action);
    case "GetPreferences":
      need(state, caller, "ce:GetPreferences");
      return state.preferences ?? samplePreferences;
    case "UpdatePreferences":
      need(state, caller, "ce:UpdatePreferences");
      state.preferences = { ...samplePreferences, ...state.preferences, ...input };
      return state.preferences;
    case "ListGuardrails":
      need(state, caller, "bursar:ListGuardrails");
      return { Guardrails: state.guardrails ?? sampleGuardrails };
    case "CheckGuardrails":
      return { Checks: (state.guardrails ?? sampleGuardrails).map(({ Name }) => ({ Name, Result: "HOLDS", Statements: [] })) };
    case "PutGuardrail": {
      const kept = { Description: "", ResourceArns: [], ExceptPrincipalArns: [], ExceptGroups: [], ...input, CreatedAt: Date.now() / 1000, CreatedBy: "root" };
      state.guardrails = [...(state.guardrails ?? sampleGuardrails).filter(({ Name }) => Name !== input.Name), kept];
      return kept;
    }
    case "DeleteGuardrail":
      state.guardrails = (state.guardrails ?? sampleGuardrails).filter(({ Name }) => Name !== input.Name);
      return {};
    default:
      throw failure("UnknownOperationException", `There is no operation ${name}.`);
  }
}

function whoCan(state, action) {
  const asked = action.replace("*", "GetPaymentStatus");
  const finding = (PrincipalArn, UserName, Answer, Reason) => ({ PrincipalArn, AccountId: state.accountId, ...(UserName ? { UserName } : {}), Answer, Reason, Statements: [] });
  return {
    Principals: [
      finding(`arn:aws:iam::${state.accountId}:root`, undefined, "ALWAYS", "No policy limits the root user."),
      ...[...state.users.values()].map((user) => {
        const allowed = statementsOf(state, user.name).some(({ statement }) => statement.Effect === "Allow" && matches(statement, asked));
        return finding(`arn:aws:iam::${state.accountId}:user/${user.name}`, user.name, allowed ? "CAN" : "NEVER", allowed ? `It can ${asked} on *.` : "Proved: no request it could make is allowed by its policies.");
      }),
    ],
  };
}

function imports(state) {
  const now = Date.now() / 1000;
  const undone = (one) => (state.undone?.includes(one.ImportId) ? { ...one, Status: "UNDONE", UndoneAt: now, UndoneBy: "root" } : one);
  return {
    Imports: [
      { ImportId: "imp-0192", AccountId: state.accountId, Status: "SUCCEEDED", DataSet: "main", Deliveries: [{ Report: "hourly", Month: "2026-10", AssemblyId: "0f7c1a2e" }, { Report: "hourly", Month: "2026-11", AssemblyId: "4b1d9c33" }], Normalisations: [{ File: "cur/2026-10/report-00001.snappy.parquet", Column: "ChargePeriodStart", What: "date and time not written as YYYY-MM-DDTHH:MM:SSZ, read as UTC", Rows: 12, FirstRow: 3, Example: "2026-10-01 00:00:00" }], StartedAt: now - 90_000, FinishedAt: now - 89_996, By: "operator", Paths: ["cur/2026-10/report-00001.snappy.parquet", "cur/2026-11/report-00001.snappy.parquet"], Format: "CUR_LEGACY_PARQUET", RowsRead: 243647, RowsRefused: 2, Refusals: [{ File: "cur/2026-10/report-00001.snappy.parquet", Row: 40021, Reason: "The charge has no usage start." }, { File: "cur/2026-11/report-00001.snappy.parquet", Row: 7, Reason: "The cost \"n/a\" is not a number." }], Months: ["2026-10", "2026-11"], Totals: [{ Month: "2026-10", Currency: "USD", UnblendedCost: "8423.110000", Rows: 121000 }, { Month: "2026-11", Currency: "USD", UnblendedCost: "5120.220000", Rows: 122645 }] },
      { ImportId: "imp-0191", AccountId: state.accountId, Status: "FAILED", DataSet: "main", Deliveries: [], Normalisations: [], Failure: "broken.parquet is damaged or cut off and cannot be read.", StartedAt: now - 190_000, FinishedAt: now - 189_999, By: "operator", Paths: ["cur/2026-09/broken.parquet"], Format: "CUR_LEGACY_PARQUET", RowsRead: 0, RowsRefused: 0, Refusals: [], Months: [], Totals: [] },
    ].map(undone),
    UnclaimedAccounts: [{ AccountId: "777788889999", UnblendedCost: "312.90", FirstMonth: "2026-10", LastMonth: "2026-11" }],
  };
}
