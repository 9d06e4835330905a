/** The Account page: who the account is, the switch, and which policy vocabulary counts. */
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { addresses } from "../../app/addresses";
import { useSession } from "../../app/session";
import { Copyable } from "../../components/Copyable";
import { useMessages } from "../../messages";
import { Alias } from "./Alias";
import { BillingAccessCard } from "./BillingAccessCard";
import { VocabularyCard } from "./VocabularyCard";

export function AccountPage() {
  const m = useMessages();
  return (
    <ContentLayout header={<Header variant="h1" description={m.account.description}>{m.account.title}</Header>}>
      <SpaceBetween size="l">
        <AccountDetails />
        <BillingAccessCard />
        <VocabularyCard />
      </SpaceBetween>
    </ContentLayout>
  );
}

/** Who may not open the page still learns how the switch stands and who can change it. */
export function AccountWhenRefused() {
  return <BillingAccessCard silent />;
}

function AccountDetails() {
  const m = useMessages();
  const { session } = useSession();
  return (
    <Container header={<Header variant="h2">{m.account.details}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          {
            label: m.account.id,
            value: <Copyable text={session.AccountId} />,
          },
          { label: m.account.name, value: session.AccountName },
          { label: m.account.alias, value: <Alias alias={session.AccountAlias} /> },
          {
            label: m.account.signInAddress,
            value: <Copyable text={location.origin + addresses.userSignIn(session.AccountAlias ?? session.AccountId)} />,
          },
          {
            label: m.account.you,
            value: (
              <>
                <Box>{session.PrincipalType === "Root" ? `${m.shell.rootUser} (${session.Email ?? ""})` : m.shell.iamUser(session.UserName ?? "")}</Box>
                <Link href={addresses.credentials}>{m.shell.yourCredentials}</Link>
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}
