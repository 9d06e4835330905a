/** The stand-in's IAM over awsQuery: the operations the console sends. */
import { randomBytes } from "node:crypto";
import { documents, failure, managedArn, need, principalArn } from "./stand-in-state.mjs";

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const tag = (name, value) => (value === undefined ? "" : `<${name}>${Array.isArray(value) ? value.join("") : escape(value)}</${name}>`);
const fields = (object) => Object.entries(object).map(([name, value]) => tag(name, value));
const list = (name, items) => tag(name, items.map((item) => `<member>${typeof item === "string" ? escape(item) : fields(item).join("")}</member>`));
const time = (millis) => new Date(millis).toISOString().replace(/\.\d+/, "");

function userShape(state, user) {
  return { Path: "/", UserName: user.name, UserId: `AIDA${user.name.toUpperCase().padEnd(17, "X")}`, Arn: principalArn(state, user), CreateDate: time(user.created) };
}
function groupShape(state, group) {
  return { Path: "/", GroupName: group.name, GroupId: `AGPA${group.name.toUpperCase().padEnd(17, "X")}`, Arn: `arn:aws:iam::${state.accountId}:group/${group.name}`, CreateDate: time(group.created) };
}
function policyShapes(state) {
  const attached = (arn) => [...state.users.values(), ...state.groups.values()].filter((holder) => holder.attached.has(arn)).length;
  const own = [...state.policies].map(([Arn, policy]) => ({ PolicyName: policy.name, PolicyId: `ANPA${policy.name}`, Arn, Path: "/", DefaultVersionId: policy.default, AttachmentCount: attached(Arn), IsAttachable: true, CreateDate: time(policy.created), UpdateDate: time(policy.created), Description: policy.description }));
  const managed = Object.keys(documents).map((name) => ({ PolicyName: name, PolicyId: `ANPA${name}`, Arn: managedArn(name), Path: "/", DefaultVersionId: "v1", AttachmentCount: attached(managedArn(name)), IsAttachable: true, CreateDate: "2015-02-06T18:39:46Z", UpdateDate: "2015-02-06T18:39:46Z", Description: `Managed policy ${name}.` }));
  return [...own, ...managed];
}

export function iamOperation(state, caller, query) {
  const action = query.get("Action");
  const get = (name) => query.get(name) ?? undefined;
  if (action !== "ChangePassword") need(state, caller, `iam:${action}`);
  if (!/^(Get|List)/.test(action)) state.events.unshift({ at: Date.now() / 1000, name: action, by: principalArn(state, caller) });
  const result = answer(state, action, get, caller.name ?? "root");
  return `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${result === undefined ? "" : tag(`${action}Result`, [result])}<ResponseMetadata><RequestId>stand-in</RequestId></ResponseMetadata></${action}Response>`;
}

function found(map, name, what) {
  const value = map.get(name);
  if (!value) throw failure("NoSuchEntity", `The ${what} with name ${name} cannot be found.`, 404);
  return value;
}

function holderOf(state, action, get) {
  return action.includes("Group") ? found(state.groups, get("GroupName"), "group") : found(state.users, get("UserName"), "user");
}

function answer(state, action, get, self) {
  const keyHolder = () => (get("UserName") ? found(state.users, get("UserName"), "user") : state.users.get(self) ?? state.root);
  const whole = tag("IsTruncated", "false");
  switch (action) {
    case "ListUsers":
      return list("Users", [...state.users.values()].map((user) => userShape(state, user))) + whole;
    case "GetUser":
      return tag("User", fields(userShape(state, found(state.users, get("UserName"), "user"))));
    case "CreateUser": {
      const name = get("UserName");
      if (state.users.has(name)) throw failure("EntityAlreadyExists", `User with name ${name} already exists.`, 409);
      const user = { name, created: Date.now(), attached: new Set(), inline: new Map(), groups: new Set(), keys: [], password: undefined };
      state.users.set(name, user);
      return tag("User", fields(userShape(state, user)));
    }
    case "DeleteUser":
      state.users.delete(get("UserName"));
      return undefined;
    case "CreateLoginProfile":
    case "UpdateLoginProfile":
      found(state.users, get("UserName"), "user").password = get("Password");
      return action === "CreateLoginProfile" ? tag("LoginProfile", fields({ UserName: get("UserName"), CreateDate: time(Date.now()), PasswordResetRequired: "false" })) : undefined;
    case "GetLoginProfile":
      if (!found(state.users, get("UserName"), "user").password) throw failure("NoSuchEntity", `Login Profile for User ${get("UserName")} cannot be found.`, 404);
      return tag("LoginProfile", fields({ UserName: get("UserName"), CreateDate: time(Date.now()), PasswordResetRequired: "false" }));
    case "DeleteLoginProfile":
      if (!found(state.users, get("UserName"), "user").password) throw failure("NoSuchEntity", "No login profile.", 404);
      state.users.get(get("UserName")).password = undefined;
      return undefined;
    case "CreateAccessKey": {
      const key = { id: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`, status: "Active" };
      keyHolder().keys.push(key);
      return tag("AccessKey", fields({ UserName: get("UserName"), AccessKeyId: key.id, Status: "Active", SecretAccessKey: randomBytes(30).toString("base64"), CreateDate: time(Date.now()) }));
    }
    case "ListAccessKeys":
      return list("AccessKeyMetadata", keyHolder().keys.map((key) => ({ UserName: get("UserName"), AccessKeyId: key.id, Status: key.status, CreateDate: time(Date.now()) }))) + whole;
    case "UpdateAccessKey":
      keyHolder().keys.find((key) => key.id === get("AccessKeyId")).status = get("Status");
      return undefined;
    case "DeleteAccessKey": {
      const holder = keyHolder();
      holder.keys = holder.keys.filter((key) => key.id !== get("AccessKeyId"));
      return undefined;
    }
    case "ListGroups":
      return list("Groups", [...state.groups.values()].map((group) => groupShape(state, group))) + whole;
    case "ListGroupsForUser":
      return list("Groups", [...found(state.users, get("UserName"), "user").groups].map((name) => groupShape(state, state.groups.get(name)))) + whole;
    case "GetGroup": {
      const group = found(state.groups, get("GroupName"), "group");
      const members = [...state.users.values()].filter((user) => user.groups.has(group.name));
      return tag("Group", fields(groupShape(state, group))) + list("Users", members.map((user) => userShape(state, user))) + whole;
    }
    case "CreateGroup": {
      const group = { name: get("GroupName"), created: Date.now(), attached: new Set(), inline: new Map() };
      state.groups.set(group.name, group);
      return tag("Group", fields(groupShape(state, group)));
    }
    case "DeleteGroup":
      state.groups.delete(get("GroupName"));
      return undefined;
    case "AddUserToGroup":
      found(state.users, get("UserName"), "user").groups.add(get("GroupName"));
      return undefined;
    case "RemoveUserFromGroup":
      found(state.users, get("UserName"), "user").groups.delete(get("GroupName"));
      return undefined;
    case "ListAttachedUserPolicies":
    case "ListAttachedGroupPolicies":
      return list("AttachedPolicies", [...holderOf(state, action, get).attached].map((arn) => ({ PolicyName: arn.replace(/^.*\//, ""), PolicyArn: arn }))) + whole;
    case "AttachUserPolicy":
    case "AttachGroupPolicy":
      holderOf(state, action, get).attached.add(get("PolicyArn"));
      return undefined;
    case "DetachUserPolicy":
    case "DetachGroupPolicy":
      holderOf(state, action, get).attached.delete(get("PolicyArn"));
      return undefined;
    case "ListUserPolicies":
    case "ListGroupPolicies":
      return list("PolicyNames", [...holderOf(state, action, get).inline.keys()]) + whole;
    case "PutUserPolicy":
    case "PutGroupPolicy":
      holderOf(state, action, get).inline.set(get("PolicyName"), get("PolicyDocument"));
      return undefined;
    case "GetUserPolicy":
    case "GetGroupPolicy": {
      const holder = holderOf(state, action, get);
      return fields({ UserName: get("UserName"), GroupName: get("GroupName"), PolicyName: get("PolicyName"), PolicyDocument: encodeURIComponent(found(holder.inline, get("PolicyName"), "policy")) }).join("");
    }
    case "DeleteUserPolicy":
    case "DeleteGroupPolicy":
      holderOf(state, action, get).inline.delete(get("PolicyName"));
      return undefined;
    default:
      return managedPolicies(state, action, get);
  }
}

function managedPolicies(state, action, get) {
  const whole = tag("IsTruncated", "false");
  const arn = get("PolicyArn");
  const shape = () => policyShapes(state).find((policy) => policy.Arn === arn) ?? (() => { throw failure("NoSuchEntity", `Policy ${arn} does not exist.`, 404); })();
  const own = state.policies.get(arn);
  const versions = () => own?.versions ?? [{ id: "v1", text: JSON.stringify(documents[shape().PolicyName]), created: Date.now() }];
  const versionShape = (version, text) => ({ ...(text ? { Document: encodeURIComponent(version.text) } : {}), VersionId: version.id, IsDefaultVersion: String(version.id === (own?.default ?? "v1")), CreateDate: time(version.created) });
  switch (action) {
    case "ListPolicies":
      return list("Policies", policyShapes(state)) + whole;
    case "GetPolicy":
      return tag("Policy", fields(shape()));
    case "GetPolicyVersion":
      return tag("PolicyVersion", fields(versionShape(versions().find((version) => version.id === get("VersionId")), true)));
    case "ListPolicyVersions":
      return list("Versions", versions().map((version) => versionShape(version))) + whole;
    case "CreatePolicy": {
      const created = `arn:aws:iam::${state.accountId}:policy/${get("PolicyName")}`;
      state.policies.set(created, { name: get("PolicyName"), description: get("Description"), created: Date.now(), default: "v1", versions: [{ id: "v1", text: get("PolicyDocument"), created: Date.now() }] });
      return tag("Policy", fields(policyShapes(state).find((policy) => policy.Arn === created)));
    }
    case "CreatePolicyVersion": {
      const version = { id: `v${own.versions.length + 1}`, text: get("PolicyDocument"), created: Date.now() };
      own.versions.unshift(version);
      own.default = version.id;
      return tag("PolicyVersion", fields(versionShape(version)));
    }
    case "SetDefaultPolicyVersion":
      own.default = get("VersionId");
      return undefined;
    case "DeletePolicyVersion":
      own.versions = own.versions.filter((version) => version.id !== get("VersionId"));
      return undefined;
    case "DeletePolicy":
      state.policies.delete(arn);
      return undefined;
    case "ListEntitiesForPolicy": {
      const on = (map) => [...map.values()].filter((holder) => holder.attached.has(arn));
      return list("PolicyUsers", on(state.users).map((user) => ({ UserName: user.name, UserId: user.name }))) + list("PolicyGroups", on(state.groups).map((group) => ({ GroupName: group.name, GroupId: group.name }))) + list("PolicyRoles", []) + whole;
    }
    default:
      throw failure("InvalidAction", `There is no action ${action}.`);
  }
}
