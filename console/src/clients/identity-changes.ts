/** Changing users, groups and their policies. */
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachUserPolicyCommand,
  GetGroupPolicyCommand,
  GetUserPolicyCommand,
  ListAccessKeysCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
} from "@aws-sdk/client-iam";
import { iam } from "./aws";
import { CallFailed } from "./failure";
import { everyPage, policyText } from "./iam-pages";
import { attachedTo, groupsOf, type Holder, inlineOf, membersOf } from "./identities";

export async function attach(holder: Holder, PolicyArn: string): Promise<void> {
  if (holder.kind === "user") await iam.send(new AttachUserPolicyCommand({ UserName: holder.name, PolicyArn }));
  else await iam.send(new AttachGroupPolicyCommand({ GroupName: holder.name, PolicyArn }));
}

export async function detach(holder: Holder, PolicyArn: string): Promise<void> {
  if (holder.kind === "user") await iam.send(new DetachUserPolicyCommand({ UserName: holder.name, PolicyArn }));
  else await iam.send(new DetachGroupPolicyCommand({ GroupName: holder.name, PolicyArn }));
}

export async function addToGroup(UserName: string, GroupName: string): Promise<void> {
  await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
}

export async function removeFromGroup(UserName: string, GroupName: string): Promise<void> {
  await iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName }));
}

export async function readInline(holder: Holder, PolicyName: string): Promise<string> {
  const answer =
    holder.kind === "user"
      ? await iam.send(new GetUserPolicyCommand({ UserName: holder.name, PolicyName }))
      : await iam.send(new GetGroupPolicyCommand({ GroupName: holder.name, PolicyName }));
  return policyText(answer.PolicyDocument);
}

export async function putInline(holder: Holder, PolicyName: string, PolicyDocument: string): Promise<void> {
  if (holder.kind === "user") await iam.send(new PutUserPolicyCommand({ UserName: holder.name, PolicyName, PolicyDocument }));
  else await iam.send(new PutGroupPolicyCommand({ GroupName: holder.name, PolicyName, PolicyDocument }));
}

export async function deleteInline(holder: Holder, PolicyName: string): Promise<void> {
  if (holder.kind === "user") await iam.send(new DeleteUserPolicyCommand({ UserName: holder.name, PolicyName }));
  else await iam.send(new DeleteGroupPolicyCommand({ GroupName: holder.name, PolicyName }));
}

/** Is this the answer that a thing is not there? */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof CallFailed && thrown.failure.kind === "failed" && thrown.failure.code.startsWith("NoSuchEntity");
}

async function stripPolicies(holder: Holder): Promise<void> {
  for (const policy of await attachedTo(holder)) await detach(holder, policy.PolicyArn!);
  for (const policy of await inlineOf(holder)) await deleteInline(holder, policy);
}

/** Deletes a user; IAM wants everything that hangs on it gone first. */
export async function deleteUser(UserName: string): Promise<void> {
  const holder: Holder = { kind: "user", name: UserName };
  for (const group of await groupsOf(UserName)) {
    await iam.send(new RemoveUserFromGroupCommand({ UserName, GroupName: group.GroupName }));
  }
  await stripPolicies(holder);
  const keys = await everyPage((Marker) => iam.send(new ListAccessKeysCommand({ UserName, Marker })), (page) => page.AccessKeyMetadata);
  for (const key of keys) await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: key.AccessKeyId }));
  try {
    await iam.send(new DeleteLoginProfileCommand({ UserName }));
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown;
  }
  await iam.send(new DeleteUserCommand({ UserName }));
}

/** Deletes a group; its users stay. */
export async function deleteGroup(GroupName: string): Promise<void> {
  for (const user of await membersOf(GroupName)) {
    await iam.send(new RemoveUserFromGroupCommand({ UserName: user.UserName, GroupName }));
  }
  await stripPolicies({ kind: "group", name: GroupName });
  await iam.send(new DeleteGroupCommand({ GroupName }));
}
