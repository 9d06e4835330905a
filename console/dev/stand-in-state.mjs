/** What the stand-in remembers, and its coarse idea of access: enough to see every page in every state. */
export const documents = {
  AdministratorAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  ReadOnlyAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["iam:Get*", "iam:List*"], Resource: "*" }] },
  AWSBillingReadOnlyAccess: {
    Version: "2012-10-17",
    Statement: [{ Sid: "BillingRead", Effect: "Allow", Action: ["aws-portal:View*", "billing:Get*", "ce:Get*", "account:Get*"], Resource: "*" }],
  },
  Billing: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["aws-portal:*", "billing:*", "ce:*", "budgets:*"], Resource: "*" }] },
  IAMFullAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["iam:*"], Resource: "*" }] },
  IAMUserChangePassword: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iam:ChangePassword", Resource: "*" }] },
  PowerUserAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }] },
};

export function freshState(options = {}) {
  const state = {
    accountId: "210987654321",
    accountName: "Harbour Lights",
    alias: "harbour",
    email: "owner@harbour.example",
    password: "a calm sea",
    activated: false,
    scope: "CONSOLE_AND_API",
    changedAt: undefined,
    changedBy: undefined,
    actionSet: "BOTH",
    users: new Map(),
    groups: new Map(),
    policies: new Map(),
    sessions: new Map(),
    events: [],
    root: { keys: [] },
    ...options,
  };
  if (options.empty) return state;
  const user = (name, attached) =>
    state.users.set(name, { name, created: Date.now() - 86_400_000 * 40, attached: new Set(attached), inline: new Map(), groups: new Set(), keys: [], password: `${name} sings` });
  user("alice", [managedArn("AdministratorAccess")]);
  user("paul", []);
  user("bea", [managedArn("AWSBillingReadOnlyAccess")]);
  user("ci-deploy", [managedArn("PowerUserAccess")]);
  state.groups.set("Finance", { name: "Finance", created: Date.now() - 86_400_000 * 90, attached: new Set([managedArn("Billing")]), inline: new Map() });
  state.groups.set("Developers", { name: "Developers", created: Date.now() - 86_400_000 * 90, attached: new Set(), inline: new Map() });
  state.users.get("bea").groups.add("Finance");
  state.policies.set(`arn:aws:iam::${state.accountId}:policy/CostReports`, {
    name: "CostReports",
    created: Date.now() - 86_400_000 * 20,
    description: "Reports for the finance team",
    versions: [{ id: "v1", text: JSON.stringify(documents.AWSBillingReadOnlyAccess, null, 2), created: Date.now() }],
    default: "v1",
  });
  return state;
}

export function managedArn(name) {
  return `arn:aws:iam::aws:policy/${["Billing"].includes(name) ? "job-function/" : ""}${name}`;
}

export function principalArn(state, caller) {
  return caller.root ? `arn:aws:iam::${state.accountId}:root` : `arn:aws:iam::${state.accountId}:user/${caller.name}`;
}

export function statementsOf(state, name) {
  const user = state.users.get(name);
  if (!user) return [];
  const holders = [{ holder: user, via: "attached to user" }, ...[...user.groups].map((group) => ({ holder: state.groups.get(group), via: `group ${group}` }))];
  return holders.flatMap(({ holder, via }) => [
    ...[...holder.attached].flatMap((arn) => statements(documentOf(state, arn), { PolicyName: arn.replace(/^.*\//, ""), PolicyArn: arn, Via: via })),
    ...[...holder.inline].flatMap(([policy, text]) => statements(JSON.parse(text), { PolicyName: policy, Via: via.replace("attached to user", "inline policy of the user") })),
  ]);
}

export function documentOf(state, arn) {
  const own = state.policies.get(arn);
  return own ? JSON.parse(own.versions.find((version) => version.id === own.default).text) : documents[arn.replace(/^.*\//, "")];
}

function statements(document, from) {
  return [document.Statement].flat().map((statement, index) => ({ ...from, StatementIndex: index, StatementId: statement.Sid, Effect: statement.Effect, Line: 4 + index * 6, Column: 5, statement }));
}

export function matches(statement, action) {
  const list = [statement.Action ?? statement.NotAction].flat();
  const found = list.some((pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(action));
  return statement.NotAction ? !found : found;
}

const legacy = { "billing:GetBillingData": "aws-portal:ViewBilling", "account:GetAccountInformation": "aws-portal:ViewAccount", "billing:GetIAMAccessPreference": "aws-portal:ViewAccount" };
export const isBilling = (action) => /^(billing|aws-portal|ce|budgets|cur|account):/.test(action) && action !== "billing:GetIAMAccessPreference";

/** The decision on an action with its gates, in the shape of ExplainAccess. */
export function explain(state, caller, action, resource = "*") {
  const arn = principalArn(state, caller);
  const named = [action, legacy[action]].filter(Boolean);
  const gates = [{ Gate: "AUTHENTICATION", Outcome: "PASSED", Detail: `Signed in as ${arn}.` }];
  const base = { PrincipalArn: arn, Action: action, ResourceArn: resource, Gates: gates };
  const sentence = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource === "*" ? `arn:aws:${action.split(":")[0]}::${state.accountId}:*` : resource}`;
  if (caller.root) {
    gates.push({ Gate: "SWITCH", Outcome: "NOT_APPLICABLE", Detail: "The root user is not bound by the switch." });
    gates.push({ Gate: "IDENTITY_POLICIES", Outcome: "NOT_APPLICABLE", Detail: "The root user is not bound by policies of users." });
    return { ...base, Decision: "ALLOWED", Message: "Allowed: the root user.", Statements: [] };
  }
  const all = statementsOf(state, caller.name).map((s) => ({ ...s, Matched: named.some((one) => matches(s.statement, one)) }));
  const Statements = all.map(({ statement, ...s }) => ({ ...s, Reason: s.Matched ? `Names ${action}.` : `Does not name ${action}.` }));
  const later = (...names) => names.forEach((Gate) => gates.push({ Gate, Outcome: "NOT_REACHED", Detail: "" }));
  if (isBilling(action) && !state.activated) {
    gates.push({ Gate: "SWITCH", Outcome: "REFUSED", Detail: `The account ${state.accountId} does not let IAM users and roles reach billing information.`, WhoCanChange: `The root user of account ${state.accountId}, and nobody else`, Where: "Account, IAM user and role access to Billing information, Edit" });
    later("ORGANIZATION", "ROOT_ONLY", "IDENTITY_POLICIES");
    return { ...base, Decision: "EXPLICITLY_DENIED", Message: `${sentence} because the account does not let IAM users reach billing information`, Statements };
  }
  gates.push(isBilling(action) ? { Gate: "SWITCH", Outcome: "PASSED", Detail: "IAM access to billing information is activated." } : { Gate: "SWITCH", Outcome: "NOT_APPLICABLE", Detail: "Not a billing action." });
  gates.push({ Gate: "ORGANIZATION", Outcome: "NOT_APPLICABLE", Detail: "The account stands alone." });
  gates.push({ Gate: "ROOT_ONLY", Outcome: "NOT_APPLICABLE", Detail: "The action is not reserved for the root user." });
  const deny = all.find((s) => s.Matched && s.Effect === "Deny");
  const allow = all.find((s) => s.Matched && s.Effect === "Allow");
  const WhoCanChange = "A user of this account with iam:PutUserPolicy and iam:AttachUserPolicy, or the root user";
  if (deny) {
    gates.push({ Gate: "IDENTITY_POLICIES", Outcome: "REFUSED", Detail: `Denied by statement ${deny.StatementIndex + 1} of ${deny.PolicyName}.`, WhoCanChange, Where: `Users, ${caller.name}, Permissions` });
    return { ...base, Decision: "EXPLICITLY_DENIED", Message: `${sentence} with an explicit deny in an identity-based policy`, Statements };
  }
  if (!allow) {
    gates.push({ Gate: "IDENTITY_POLICIES", Outcome: "REFUSED", Detail: `No statement allows ${action}.`, WhoCanChange, Where: `Users, ${caller.name}, Permissions` });
    return { ...base, Decision: "IMPLICITLY_DENIED", Message: `${sentence} because no identity-based policy allows the ${action} action`, Statements };
  }
  gates.push({ Gate: "IDENTITY_POLICIES", Outcome: "PASSED", Detail: `Allowed by statement ${allow.StatementIndex + 1} of ${allow.PolicyName}.` });
  return { ...base, Decision: "ALLOWED", Message: "Allowed.", Statements };
}

export function need(state, caller, action, resource) {
  const explanation = explain(state, caller, action, resource);
  if (explanation.Decision === "ALLOWED") return;
  throw Object.assign(new Error(explanation.Message), { code: "AccessDeniedException", status: 403, explanation });
}

export function failure(code, message, status = 400) {
  return Object.assign(new Error(message), { code, status });
}
