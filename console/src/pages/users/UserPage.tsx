/** One user: permissions, groups, and what it signs in with. */
import { GetUserCommand } from "@aws-sdk/client-iam";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { pagePaths } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { deleteUser } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { IdentityPage } from "../../components/holder/IdentityPage";
import { Permissions } from "../../components/holder/Permissions";
import { ThroughGroups } from "../../components/holder/ThroughGroups";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { AccessKeys } from "./AccessKeys";
import { ConsoleSignIn } from "./ConsoleSignIn";
import { Memberships } from "./Memberships";

export default function UserPage() {
  const m = useMessages();
  const { query } = usePlace();
  const name = query.get("name") ?? "";
  const user = useAsked(async () => (await iam.send(new GetUserCommand({ UserName: name }))).User, [name]);
  return (
    <Answered asked={user} wholePage>
      {(value) => (
        <IdentityPage
          title={name}
          summary={[
            { label: m.identity.arn, value: value?.Arn ?? m.states.unknown },
            { label: m.identity.created, value: moment(value?.CreateDate) },
            { label: m.identity.lastSignIn, value: value?.PasswordLastUsed ? moment(value.PasswordLastUsed) : m.states.never },
          ]}
          tabs={[
            {
              id: "permissions",
              label: m.identity.permissions,
              content: (
                <SpaceBetween size="l">
                  <Permissions holder={{ kind: "user", name }} />
                  <ThroughGroups user={name} />
                </SpaceBetween>
              ),
            },
            { id: "groups", label: m.identity.memberGroups, content: <Memberships user={name} /> },
            {
              id: "credentials",
              label: m.identity.credentials,
              content: (
                <SpaceBetween size="l">
                  <ConsoleSignIn user={name} />
                  <AccessKeys user={name} />
                </SpaceBetween>
              ),
            },
          ]}
          remove={{ text: m.identity.deleteUserText, act: () => deleteUser(name), done: m.identity.deletedUser(name), next: pagePaths.Users }}
        />
      )}
    </Answered>
  );
}
