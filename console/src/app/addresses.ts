/** Every address of the console, spelled once. */
import type { ConsolePage } from "../clients/bursar-shapes";

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}

export const pagePaths: Record<ConsolePage, string> = {
  BillingHome: "/billing/home",
  Bills: "/billing/bills",
  CostExplorer: "/billing/cost-explorer",
  CostCategories: "/billing/cost-categories",
  CostAllocationTags: "/billing/cost-allocation-tags",
  AnomalyDetection: "/billing/anomalies",
  Reservations: "/billing/reservations",
  SavingsPlans: "/billing/savings-plans",
  CostPreferences: "/billing/preferences",
  Account: "/account",
  Users: "/iam/users",
  Groups: "/iam/groups",
  Policies: "/iam/policies",
  Guardrails: "/guardrails",
  AuditTrail: "/audit-trail",
  CostImports: "/cost-imports",
};

export const addresses = {
  start: "/",
  signIn: (next?: string) => withQuery("/signin", { next }),
  /** The sign-in page of one account, which its users need not spell. */
  userSignIn: (account: string) => withQuery("/signin", { account }),
  signUp: "/sign-up",
  bills: (month?: string) => withQuery(pagePaths.Bills, { month }),
  costExplorer: (query: Record<string, string> = {}) => withQuery(pagePaths.CostExplorer, query),
  createCostCategory: "/billing/cost-categories/create",
  editCostCategory: (arn: string) => withQuery("/billing/cost-categories/edit", { arn }),
  account: pagePaths.Account,
  password: "/account/password",
  credentials: "/account/credentials",
  createUser: "/iam/users/create",
  user: (name: string) => withQuery("/iam/users/detail", { name }),
  userInline: (name: string, policy?: string) => withQuery("/iam/users/inline", { name, policy }),
  createGroup: "/iam/groups/create",
  group: (name: string) => withQuery("/iam/groups/detail", { name }),
  groupInline: (name: string, policy?: string) => withQuery("/iam/groups/inline", { name, policy }),
  createPolicy: "/iam/policies/create",
  policy: (arn: string) => withQuery("/iam/policies/detail", { arn }),
  editPolicy: (arn: string) => withQuery("/iam/policies/edit", { arn }),
} as const;
