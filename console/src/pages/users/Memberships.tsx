import { AddUserToGroupCommand, type Group, RemoveUserFromGroupCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { iam } from "../../clients/aws";
import { groupsOf, listGroups } from "../../clients/identities";
import { ChoiceDialog } from "../../components/holder/ChoiceDialog";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";

/** The groups a user is in. */
export function Memberships({ user }: { user: string }) {
  const m = useMessages();
  const { tell } = useNotices();
  const groups = useAsked(() => groupsOf(user), [user]);
  const doing = useDoing();
  const [chosen, setChosen] = useState<Group[]>([]);
  const [adding, setAdding] = useState(false);
  if (groups.failure) return <Trouble failure={groups.failure} again={groups.again} />;
  const present = groups.value ?? [];
  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<Group>
        title={m.identity.memberGroups}
        testId="memberships"
        items={present}
        loading={groups.loading && !groups.value}
        keyOf={(group) => group.GroupName ?? ""}
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        empty={<Emptiness title={m.identity.notInGroup} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              disabled={chosen.length === 0}
              loading={doing.busy}
              onClick={() =>
                void doing.run(async () => {
                  for (const group of chosen) {
                    await iam.send(new RemoveUserFromGroupCommand({ UserName: user, GroupName: group.GroupName }));
                    tell(m.identity.removedFromGroup(user, group.GroupName ?? ""));
                  }
                  setChosen([]);
                  groups.again();
                })
              }
            >
              {m.identity.removeFromGroup}
            </Button>
            <Button onClick={() => setAdding(true)} data-testid="add-to-groups">
              {m.identity.addToGroups}
            </Button>
          </SpaceBetween>
        }
        columns={[
          {
            id: "name",
            header: m.identity.groupName,
            sortingField: "GroupName",
            isRowHeader: true,
            cell: (group) => <Link href={addresses.group(group.GroupName ?? "")}>{group.GroupName}</Link>,
          },
          { id: "arn", header: m.identity.arn, cell: (group) => group.Arn },
        ]}
      />
      {adding ? (
        <ChoiceDialog
          title={m.identity.addToGroups}
          label={m.identity.groups}
          empty={m.identity.noGroups}
          submit={m.identity.addToGroups}
          choices={async () =>
            (await listGroups())
              .map((group) => group.GroupName ?? "")
              .filter((name) => !present.some((group) => group.GroupName === name))
          }
          act={async (names) => {
            for (const GroupName of names) {
              await iam.send(new AddUserToGroupCommand({ UserName: user, GroupName }));
              tell(m.identity.addedToGroup(user, GroupName));
            }
          }}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            groups.again();
          }}
        />
      ) : null}
    </>
  );
}
