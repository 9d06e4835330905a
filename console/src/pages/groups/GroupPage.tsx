/** One group: its users and its policies. */
import { GetGroupCommand } from "@aws-sdk/client-iam";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { listUsers, membersOf } from "../../clients/identities";
import { addToGroup, deleteGroup, removeFromGroup } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { IdentityPage } from "../../components/holder/IdentityPage";
import { NameTable } from "../../components/holder/NameTable";
import { Permissions } from "../../components/holder/Permissions";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

export default function GroupPage() {
  const m = useMessages();
  const { query } = usePlace();
  const name = query.get("name") ?? "";
  const group = useAsked(async () => (await iam.send(new GetGroupCommand({ GroupName: name }))).Group, [name]);
  return (
    <Answered asked={group} wholePage>
      {(value) => (
        <IdentityPage
          title={name}
          summary={[
            { label: m.identity.arn, value: value?.Arn ?? m.states.unknown },
            { label: m.identity.created, value: moment(value?.CreateDate) },
          ]}
          tabs={[
            { id: "members", label: m.identity.members, content: <Members group={name} /> },
            { id: "permissions", label: m.identity.permissions, content: <Permissions holder={{ kind: "group", name }} /> },
          ]}
          remove={{ text: m.identity.deleteGroupText, act: () => deleteGroup(name), done: m.identity.deletedGroup(name), next: pagePaths.Groups }}
        />
      )}
    </Answered>
  );
}

function Members({ group }: { group: string }) {
  const m = useMessages();
  return (
    <NameTable
      title={m.identity.members}
      testId="members"
      head={m.identity.userName}
      find={m.identity.findUsers}
      none={m.identity.noMembers}
      hrefOf={addresses.user}
      present={async () => (await membersOf(group)).map((user) => user.UserName ?? "")}
      add={{
        title: m.identity.addUsers,
        label: m.identity.users,
        none: m.identity.noUsers,
        testId: "add-users",
        all: async () => (await listUsers()).map((user) => user.UserName ?? ""),
        act: (user) => addToGroup(user, group),
        done: (user) => m.identity.addedToGroup(user, group),
      }}
      remove={{ act: (user) => removeFromGroup(user, group), done: (user) => m.identity.removedFromGroup(user, group) }}
    />
  );
}
