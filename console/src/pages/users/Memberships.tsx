import { addresses } from "../../app/addresses";
import { groupsOf, listGroups } from "../../clients/identities";
import { addToGroup, removeFromGroup } from "../../clients/identity-changes";
import { NameTable } from "../../components/holder/NameTable";
import { useMessages } from "../../messages";

/** The groups a user is in. */
export function Memberships({ user }: { user: string }) {
  const m = useMessages();
  return (
    <NameTable
      title={m.identity.memberGroups}
      testId="memberships"
      head={m.identity.groupName}
      find={m.identity.findGroups}
      none={m.identity.notInGroup}
      hrefOf={addresses.group}
      present={async () => (await groupsOf(user)).map((group) => group.GroupName ?? "")}
      add={{
        title: m.identity.addToGroups,
        label: m.identity.groups,
        none: m.identity.noGroups,
        testId: "add-to-groups",
        all: async () => (await listGroups()).map((group) => group.GroupName ?? ""),
        act: (group) => addToGroup(user, group),
        done: (group) => m.identity.addedToGroup(user, group),
      }}
      remove={{ act: (group) => removeFromGroup(user, group), done: (group) => m.identity.removedFromGroup(user, group) }}
    />
  );
}
