/** The Account page: who the account is, the switch, and which policy vocabulary counts. */
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSession } from "../../app/session";
import { useMessages } from "../../messages";
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
        columns={4}
        items={[
          {
            label: m.account.id,
            value: (
              <CopyToClipboard
                variant="inline"
                copyButtonAriaLabel={m.states.copy}
                textToCopy={session.AccountId}
                copySuccessText={m.states.copied}
                copyErrorText={m.states.copyFailed}
              />
            ),
          },
          { label: m.account.name, value: session.AccountName },
          { label: m.account.alias, value: session.AccountAlias ?? m.states.none },
          {
            label: m.account.you,
            value: (
              <>
                <Box>{session.PrincipalType === "Root" ? `${m.shell.rootUser} (${session.Email ?? ""})` : m.shell.iamUser(session.UserName ?? "")}</Box>
                {session.PrincipalType === "User" ? <Link href="/account/password">{m.account.changePassword}</Link> : null}
              </>
            ),
          },
        ]}
      />
    </Container>
  );
}
