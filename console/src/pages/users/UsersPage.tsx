/** The users of the account. */
import type { User } from "@aws-sdk/client-iam";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { listUsers } from "../../clients/identities";
import { deleteUser } from "../../clients/identity-changes";
import { IdentityList } from "../../components/holder/IdentityList";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

export default function UsersPage() {
  const m = useMessages();
  return (
    <IdentityList<User>
      asked={useAsked(listUsers, [])}
      title={m.identity.users}
      text={`${m.identity.usersText} ${m.identity.rootHint}`}
      testId="users"
      nameOf={(user) => user.UserName ?? ""}
      nameHead={m.identity.userName}
      hrefOf={addresses.user}
      find={m.identity.findUsers}
      none={{ title: m.identity.noUsers, text: m.identity.noUsersText }}
      create={{ label: m.identity.createUser, href: addresses.createUser, testId: "create-user" }}
      remove={{ text: m.identity.deleteUserText, act: deleteUser, done: m.identity.deletedUser }}
      columns={[
        {
          id: "last",
          header: m.identity.lastSignIn,
          cell: (user) => (user.PasswordLastUsed ? moment(user.PasswordLastUsed) : m.states.never),
        },
      ]}
    />
  );
}
