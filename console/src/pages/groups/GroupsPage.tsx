/** The groups of the account. */
import type { Group } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { listGroups } from "../../clients/identities";
import { deleteGroup } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

export default function GroupsPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const groups = useAsked(listGroups, []);
  const [chosen, setChosen] = useState<Group[]>([]);
  const [deleting, setDeleting] = useState<string>();
  return (
    <Answered asked={groups} wholePage>
      {(value) => (
        <>
          <Listing<Group>
            title={m.identity.groups}
            titleTag="h1"
            variant="full-page"
            description={m.identity.groupsText}
            testId="groups"
            items={value}
            keyOf={(group) => group.GroupName ?? ""}
            find={m.identity.findGroups}
            selection="single"
            selected={chosen}
            onSelect={setChosen}
            sortBy="name"
            empty={
              <Emptiness
                title={m.identity.noGroups}
                text={m.identity.noGroupsText}
                action={<Button href={addresses.createGroup}>{m.identity.createGroup}</Button>}
              />
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button disabled={chosen.length === 0} onClick={() => setDeleting(chosen[0]?.GroupName)}>
                  {m.states.remove}
                </Button>
                <Button variant="primary" href={addresses.createGroup} data-testid="create-group">
                  {m.identity.createGroup}
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
              { id: "arn", header: m.identity.arn, cell: (group) => <Box variant="code">{group.Arn}</Box> },
              { id: "created", header: m.identity.created, sortingField: "CreateDate", cell: (group) => moment(group.CreateDate) },
            ]}
          />
          {deleting ? (
            <Confirmation
              title={m.identity.deleteTitle(deleting)}
              text={m.identity.deleteGroupText}
              act={() => deleteGroup(deleting)}
              cancel={() => setDeleting(undefined)}
              done={() => {
                tell(m.identity.deletedGroup(deleting));
                setDeleting(undefined);
                setChosen([]);
                groups.again();
              }}
            />
          ) : null}
        </>
      )}
    </Answered>
  );
}
