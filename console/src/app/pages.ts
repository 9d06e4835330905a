/** The pages of the console: where each lives, what it is called, and which right opens it. */
import { type ComponentType, lazy } from "react";
import type { ConsolePage } from "../clients/bursar-shapes";
import type { Messages } from "../messages";
import { AccountPage, AccountWhenRefused } from "../pages/account/AccountPage";
import { ChangePasswordPage } from "../pages/account/ChangePasswordPage";
import { addresses, pagePaths } from "./addresses";

export interface Route {
  readonly path: string;
  /** The page of ListConsolePages that opens this address; none where everyone signed in may. */
  readonly page?: ConsolePage;
  readonly title: (m: Messages, query: URLSearchParams) => string;
  readonly component: ComponentType;
  /** What may still be shown below the refusal. */
  readonly whenRefused?: ComponentType;
}

export const sections: readonly { name: "billing" | "costs" | "identity" | "oversight"; pages: readonly ConsolePage[] }[] = [
  { name: "billing", pages: ["BillingHome", "Bills", "CostExplorer"] },
  { name: "costs", pages: ["AnomalyDetection", "Reservations", "SavingsPlans", "CostCategories", "CostAllocationTags", "CostPreferences"] },
  { name: "identity", pages: ["Users", "Groups", "Policies", "Guardrails"] },
  { name: "oversight", pages: ["Account", "AuditTrail", "CostImports"] },
];

const named = (page: ConsolePage) => (m: Messages) => m.shell.pages[page];
const given = (parameter: string) => (_: Messages, query: URLSearchParams) => query.get(parameter) ?? "–";

const BillingHomePage = lazy(() => import("../pages/billing-home/BillingHomePage"));
const BillsPage = lazy(() => import("../pages/bills/BillsPage"));
const CostExplorerPage = lazy(() => import("../pages/cost-explorer/CostExplorerPage"));
const CostCategoriesPage = lazy(() => import("../pages/cost-categories/CostCategoriesPage"));
const EditCostCategoryPage = lazy(() => import("../pages/cost-categories/EditCostCategoryPage"));
const CostTagsPage = lazy(() => import("../pages/cost-tags/CostTagsPage"));
const AnomaliesPage = lazy(() => import("../pages/anomalies/AnomaliesPage"));
const ReservationsPage = lazy(() => import("../pages/commitments/ReservationsPage"));
const SavingsPlansPage = lazy(() => import("../pages/commitments/SavingsPlansPage"));
const CostPreferencesPage = lazy(() => import("../pages/cost-preferences/CostPreferencesPage"));
const CredentialsPage = lazy(() => import("../pages/account/CredentialsPage"));
const UsersPage = lazy(() => import("../pages/users/UsersPage"));
const CreateUserPage = lazy(() => import("../pages/users/CreateUserPage"));
const UserPage = lazy(() => import("../pages/users/UserPage"));
const UserInlinePage = lazy(() => import("../pages/users/UserInlinePage"));
const GroupsPage = lazy(() => import("../pages/groups/GroupsPage"));
const CreateGroupPage = lazy(() => import("../pages/groups/CreateGroupPage"));
const GroupPage = lazy(() => import("../pages/groups/GroupPage"));
const GroupInlinePage = lazy(() => import("../pages/groups/GroupInlinePage"));
const PoliciesPage = lazy(() => import("../pages/policies/PoliciesPage"));
const CreatePolicyPage = lazy(() => import("../pages/policies/CreatePolicyPage"));
const PolicyPage = lazy(() => import("../pages/policies/PolicyPage"));
const EditPolicyPage = lazy(() => import("../pages/policies/EditPolicyPage"));
const GuardrailsPage = lazy(() => import("../pages/guardrails/GuardrailsPage"));
const AuditTrailPage = lazy(() => import("../pages/audit-trail/AuditTrailPage"));
const CostImportsPage = lazy(() => import("../pages/cost-imports/CostImportsPage"));

export const routes: readonly Route[] = [
  { path: pagePaths.BillingHome, page: "BillingHome", title: named("BillingHome"), component: BillingHomePage },
  { path: pagePaths.Bills, page: "Bills", title: named("Bills"), component: BillsPage },
  { path: pagePaths.CostExplorer, page: "CostExplorer", title: named("CostExplorer"), component: CostExplorerPage },
  { path: pagePaths.CostCategories, page: "CostCategories", title: named("CostCategories"), component: CostCategoriesPage },
  { path: addresses.createCostCategory, page: "CostCategories", title: (m) => m.costSetup.category.create, component: EditCostCategoryPage },
  { path: "/billing/cost-categories/edit", page: "CostCategories", title: (m) => m.costSetup.category.edit, component: EditCostCategoryPage },
  { path: pagePaths.CostAllocationTags, page: "CostAllocationTags", title: named("CostAllocationTags"), component: CostTagsPage },
  { path: pagePaths.AnomalyDetection, page: "AnomalyDetection", title: named("AnomalyDetection"), component: AnomaliesPage },
  { path: pagePaths.Reservations, page: "Reservations", title: named("Reservations"), component: ReservationsPage },
  { path: pagePaths.SavingsPlans, page: "SavingsPlans", title: named("SavingsPlans"), component: SavingsPlansPage },
  { path: pagePaths.CostPreferences, page: "CostPreferences", title: named("CostPreferences"), component: CostPreferencesPage },
  { path: pagePaths.Account, page: "Account", title: named("Account"), component: AccountPage, whenRefused: AccountWhenRefused },
  { path: addresses.credentials, title: (m) => m.account.credentials, component: CredentialsPage },
  { path: addresses.password, title: (m) => m.account.changePassword, component: ChangePasswordPage },
  { path: pagePaths.Users, page: "Users", title: named("Users"), component: UsersPage },
  { path: "/iam/users/create", page: "Users", title: (m) => m.identity.createUser, component: CreateUserPage },
  { path: "/iam/users/detail", page: "Users", title: given("name"), component: UserPage },
  { path: "/iam/users/inline", page: "Users", title: (m, query) => m.identity.inlineOf(query.get("name") ?? ""), component: UserInlinePage },
  { path: pagePaths.Groups, page: "Groups", title: named("Groups"), component: GroupsPage },
  { path: "/iam/groups/create", page: "Groups", title: (m) => m.identity.createGroup, component: CreateGroupPage },
  { path: "/iam/groups/detail", page: "Groups", title: given("name"), component: GroupPage },
  { path: "/iam/groups/inline", page: "Groups", title: (m, query) => m.identity.inlineOf(query.get("name") ?? ""), component: GroupInlinePage },
  { path: pagePaths.Policies, page: "Policies", title: named("Policies"), component: PoliciesPage },
  { path: "/iam/policies/create", page: "Policies", title: (m) => m.identity.createPolicy, component: CreatePolicyPage },
  {
    path: "/iam/policies/detail",
    page: "Policies",
    title: (_, query) => (query.get("arn") ?? "–").replace(/^.*\//, ""),
    component: PolicyPage,
  },
  { path: "/iam/policies/edit", page: "Policies", title: (m, query) => `${m.states.edit} ${(query.get("arn") ?? "").replace(/^.*\//, "")}`, component: EditPolicyPage },
  { path: pagePaths.Guardrails, page: "Guardrails", title: named("Guardrails"), component: GuardrailsPage },
  { path: pagePaths.AuditTrail, page: "AuditTrail", title: named("AuditTrail"), component: AuditTrailPage },
  { path: pagePaths.CostImports, page: "CostImports", title: named("CostImports"), component: CostImportsPage },
];

export function routeOf(path: string): Route | undefined {
  const clean = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return routes.find((route) => route.path === clean);
}
