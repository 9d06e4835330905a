/** What the person signed in signs in and signs calls with: password and access keys. */
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { addresses } from "../../app/addresses";
import { useSession } from "../../app/session";
import { useMessages } from "../../messages";
import { AccessKeys } from "../users/AccessKeys";

export default function CredentialsPage() {
  const m = useMessages();
  const { session } = useSession();
  const root = session.PrincipalType === "Root";
  return (
    <ContentLayout header={<Header variant="h1" description={m.account.credentialsText}>{m.account.credentials}</Header>}>
      <SpaceBetween size="l">
        {root ? (
          <Alert type="warning">{m.account.rootKeys}</Alert>
        ) : (
          <Container
            header={
              <Header variant="h2" actions={<Button href={addresses.password}>{m.account.changePassword}</Button>}>
                {m.identity.loginProfile}
              </Header>
            }
          >
            {m.account.signInWith(session.UserName ?? "", session.AccountAlias ?? session.AccountId)}
          </Container>
        )}
        <AccessKeys />
      </SpaceBetween>
    </ContentLayout>
  );
}
