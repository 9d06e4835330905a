/** The users of the account. */
import type { User } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { listUsers } from "../../clients/identities";
import { deleteUser } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

export default function UsersPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const users = useAsked(listUsers, []);
  const [chosen, setChosen] = useState<User[]>([]);
  const [deleting, setDeleting] = useState<string>();
  return (
    <Answered asked={users} wholePage>
      {(value) => (
        <>
          <Listing<User>
            title={m.identity.users}
            titleTag="h1"
            variant="full-page"
            description={m.identity.usersText}
            testId="users"
            items={value}
            keyOf={(user) => user.UserName ?? ""}
            find={m.identity.findUsers}
            selection="single"
            selected={chosen}
            onSelect={setChosen}
            sortBy="name"
            empty={
              <Emptiness
                title={m.identity.noUsers}
                text={m.identity.noUsersText}
                action={<Button href={addresses.createUser}>{m.identity.createUser}</Button>}
              />
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button disabled={chosen.length === 0} onClick={() => setDeleting(chosen[0]?.UserName)} data-testid="delete-user">
                  {m.states.remove}
                </Button>
                <Button variant="primary" href={addresses.createUser} data-testid="create-user">
                  {m.identity.createUser}
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
              {
                id: "arn",
                header: m.identity.arn,
                cell: (user) => <Box variant="code">{user.Arn}</Box>,
              },
              {
                id: "last",
                header: m.identity.lastSignIn,
                cell: (user) => (user.PasswordLastUsed ? moment(user.PasswordLastUsed) : m.states.never),
              },
              { id: "created", header: m.identity.created, sortingField: "CreateDate", cell: (user) => moment(user.CreateDate) },
            ]}
          />
          {deleting ? (
            <Confirmation
              title={m.identity.deleteTitle(deleting)}
              text={m.identity.deleteUserText}
              act={() => deleteUser(deleting)}
              cancel={() => setDeleting(undefined)}
              done={() => {
                tell(m.identity.deletedUser(deleting));
                setDeleting(undefined);
                setChosen([]);
                users.again();
              }}
            />
          ) : null}
        </>
      )}
    </Answered>
  );
}
