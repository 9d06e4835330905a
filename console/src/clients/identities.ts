/** Reading users, groups and policies whole, page by page. */
import {
  type AttachedPolicy,
  GetGroupCommand,
  type Group,
  ListAttachedGroupPoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsCommand,
  ListGroupsForUserCommand,
  ListPoliciesCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  type Policy,
  type PolicyScopeType,
  type User,
} from "@aws-sdk/client-iam";
import { iam } from "./aws";
import { everyPage } from "./iam-pages";

/** What a policy can stand on: a user or a group. */
export interface Holder {
  readonly kind: "user" | "group";
  readonly name: string;
}

export function listUsers(): Promise<User[]> {
  return everyPage((Marker) => iam.send(new ListUsersCommand({ Marker })), (page) => page.Users);
}

export function listGroups(): Promise<Group[]> {
  return everyPage((Marker) => iam.send(new ListGroupsCommand({ Marker })), (page) => page.Groups);
}

export function listPolicies(Scope: PolicyScopeType = "All"): Promise<Policy[]> {
  return everyPage((Marker) => iam.send(new ListPoliciesCommand({ Scope, Marker })), (page) => page.Policies);
}

export function groupsOf(UserName: string): Promise<Group[]> {
  return everyPage((Marker) => iam.send(new ListGroupsForUserCommand({ UserName, Marker })), (page) => page.Groups);
}

export function membersOf(GroupName: string): Promise<User[]> {
  return everyPage((Marker) => iam.send(new GetGroupCommand({ GroupName, Marker })), (page) => page.Users);
}

export function attachedTo(holder: Holder): Promise<AttachedPolicy[]> {
  return everyPage(
    (Marker) =>
      holder.kind === "user"
        ? iam.send(new ListAttachedUserPoliciesCommand({ UserName: holder.name, Marker }))
        : iam.send(new ListAttachedGroupPoliciesCommand({ GroupName: holder.name, Marker })),
    (page) => page.AttachedPolicies,
  );
}

export function inlineOf(holder: Holder): Promise<string[]> {
  return everyPage(
    (Marker) =>
      holder.kind === "user"
        ? iam.send(new ListUserPoliciesCommand({ UserName: holder.name, Marker }))
        : iam.send(new ListGroupPoliciesCommand({ GroupName: holder.name, Marker })),
    (page) => page.PolicyNames,
  );
}

/** Is the policy one of the provider's own, which an account can attach but not change? */
export function isManagedByBursar(arn: string | undefined): boolean {
  return arn?.startsWith("arn:aws:iam::aws:") ?? false;
}
