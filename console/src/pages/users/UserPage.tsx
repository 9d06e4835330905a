/** One user: permissions, groups, and what it signs in with. */
import { GetUserCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { pagePaths } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, replaceQuery, usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { deleteUser } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Permissions } from "../../components/holder/Permissions";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { AccessKeys } from "./AccessKeys";
import { ConsoleSignIn } from "./ConsoleSignIn";
import { Memberships } from "./Memberships";

export default function UserPage() {
  const m = useMessages();
  const { query } = usePlace();
  const { tell } = useNotices();
  const name = query.get("name") ?? "";
  const user = useAsked(async () => (await iam.send(new GetUserCommand({ UserName: name }))).User, [name]);
  const [deleting, setDeleting] = useState(false);
  return (
    <Answered asked={user} wholePage>
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
                columns={3}
                items={[
                  { label: m.identity.arn, value: value?.Arn ?? m.states.unknown },
                  { label: m.identity.created, value: moment(value?.CreateDate) },
                  {
                    label: m.identity.lastSignIn,
                    value: value?.PasswordLastUsed ? moment(value.PasswordLastUsed) : m.states.never,
                  },
                ]}
              />
            </Container>
            <Tabs
              activeTabId={query.get("tab") ?? "permissions"}
              onChange={({ detail }) => replaceQuery(new URLSearchParams({ name, tab: detail.activeTabId }))}
              tabs={[
                { id: "permissions", label: m.identity.permissions, content: <Permissions holder={{ kind: "user", name }} /> },
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
            />
          </SpaceBetween>
          {deleting ? (
            <Confirmation
              title={m.identity.deleteTitle(name)}
              text={m.identity.deleteUserText}
              act={() => deleteUser(name)}
              cancel={() => setDeleting(false)}
              done={() => {
                tell(m.identity.deletedUser(name));
                navigate(pagePaths.Users);
              }}
            />
          ) : null}
        </ContentLayout>
      )}
    </Answered>
  );
}
