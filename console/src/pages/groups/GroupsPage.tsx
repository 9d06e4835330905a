/** The groups of the account. */
import type { Group } from "@aws-sdk/client-iam";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { listGroups } from "../../clients/identities";
import { deleteGroup } from "../../clients/identity-changes";
import { IdentityList } from "../../components/holder/IdentityList";
import { useMessages } from "../../messages";

export default function GroupsPage() {
  const m = useMessages();
  return (
    <IdentityList<Group>
      asked={useAsked(listGroups, [])}
      title={m.identity.groups}
      text={m.identity.groupsText}
      testId="groups"
      nameOf={(group) => group.GroupName ?? ""}
      nameHead={m.identity.groupName}
      hrefOf={addresses.group}
      find={m.identity.findGroups}
      none={{ title: m.identity.noGroups, text: m.identity.noGroupsText }}
      create={{ label: m.identity.createGroup, href: addresses.createGroup, testId: "create-group" }}
      remove={{ text: m.identity.deleteGroupText, act: deleteGroup, done: m.identity.deletedGroup }}
    />
  );
}
