/** One group: its users and its policies. */
import { AddUserToGroupCommand, GetGroupCommand, RemoveUserFromGroupCommand, type User } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, replaceQuery, usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { listUsers, membersOf } from "../../clients/identities";
import { deleteGroup } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { ChoiceDialog } from "../../components/holder/ChoiceDialog";
import { Permissions } from "../../components/holder/Permissions";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

export default function GroupPage() {
  const m = useMessages();
  const { query } = usePlace();
  const { tell } = useNotices();
  const name = query.get("name") ?? "";
  const group = useAsked(async () => (await iam.send(new GetGroupCommand({ GroupName: name }))).Group, [name]);
  const [deleting, setDeleting] = useState(false);
  return (
    <Answered asked={group} wholePage>
      {(value) => (
        <ContentLayout
          header={
            <Header variant="h1" actions={<Button onClick={() => setDeleting(true)}>{m.states.remove}</Button>}>
              {name}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <Container header={<Header variant="h2">{m.identity.summary}</Header>}>
              <KeyValuePairs
                columns={2}
                items={[
                  { label: m.identity.arn, value: value?.Arn ?? m.states.unknown },
                  { label: m.identity.created, value: moment(value?.CreateDate) },
                ]}
              />
            </Container>
            <Tabs
              activeTabId={query.get("tab") ?? "members"}
              onChange={({ detail }) => replaceQuery(new URLSearchParams({ name, tab: detail.activeTabId }))}
              tabs={[
                { id: "members", label: m.identity.members, content: <Members group={name} /> },
                { id: "permissions", label: m.identity.permissions, content: <Permissions holder={{ kind: "group", name }} /> },
              ]}
            />
          </SpaceBetween>
          {deleting ? (
            <Confirmation
              title={m.identity.deleteTitle(name)}
              text={m.identity.deleteGroupText}
              act={() => deleteGroup(name)}
              cancel={() => setDeleting(false)}
              done={() => {
                tell(m.identity.deletedGroup(name));
                navigate(pagePaths.Groups);
              }}
            />
          ) : null}
        </ContentLayout>
      )}
    </Answered>
  );
}

function Members({ group }: { group: string }) {
  const m = useMessages();
  const { tell } = useNotices();
  const members = useAsked(() => membersOf(group), [group]);
  const doing = useDoing();
  const [chosen, setChosen] = useState<User[]>([]);
  const [adding, setAdding] = useState(false);
  if (members.failure) return <Trouble failure={members.failure} again={members.again} />;
  const present = members.value ?? [];
  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<User>
        title={m.identity.members}
        testId="members"
        items={present}
        loading={members.loading && !members.value}
        keyOf={(user) => user.UserName ?? ""}
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        find={m.identity.findUsers}
        empty={<Emptiness title={m.identity.noMembers} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              disabled={chosen.length === 0}
              loading={doing.busy}
              onClick={() =>
                void doing.run(async () => {
                  for (const user of chosen) {
                    await iam.send(new RemoveUserFromGroupCommand({ UserName: user.UserName, GroupName: group }));
                    tell(m.identity.removedFromGroup(user.UserName ?? "", group));
                  }
                  setChosen([]);
                  members.again();
                })
              }
            >
              {m.identity.removeUser}
            </Button>
            <Button onClick={() => setAdding(true)} data-testid="add-users">
              {m.identity.addUsers}
            </Button>
          </SpaceBetween>
        }
        columns={[
          {
            id: "name",
            header: m.identity.userName,
            sortingField: "UserName",
            isRowHeader: true,
            cell: (user) => <Link href={addresses.user(user.UserName ?? "")}>{user.UserName}</Link>,
          },
          { id: "created", header: m.identity.created, cell: (user) => moment(user.CreateDate) },
        ]}
      />
      {adding ? (
        <ChoiceDialog
          title={m.identity.addUsers}
          label={m.identity.users}
          empty={m.identity.noUsers}
          submit={m.identity.addUsers}
          choices={async () =>
            (await listUsers()).map((user) => user.UserName ?? "").filter((name) => !present.some((user) => user.UserName === name))
          }
          act={async (names) => {
            for (const UserName of names) {
              await iam.send(new AddUserToGroupCommand({ UserName, GroupName: group }));
              tell(m.identity.addedToGroup(UserName, group));
            }
          }}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            members.again();
          }}
        />
      ) : null}
    </>
  );
}
