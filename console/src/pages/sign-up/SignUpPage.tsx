/** Creating an account: its owner is the root user. After it the owner is signed in. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useState } from "react";
import { addresses } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { navigate } from "../../app/router";
import { bursar } from "../../clients/bursar";
import { signIn } from "../../clients/signing-in";
import { Copyable } from "../../components/Copyable";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { Entry } from "../sign-in/Entry";
import { EntryForm } from "../sign-in/EntryForm";

export function SignUpPage() {
  const m = useMessages();
  const t = m.signingIn;
  const [email, setEmail] = useState("");
  const [accountName, setAccountName] = useState("");
  const [password, setPassword] = useState("");
  const [setupCode, setSetupCode] = useState("");
  const [tried, setTried] = useState(false);
  const [created, setCreated] = useState<{ accountId: string; signedIn: boolean }>();
  const doing = useDoing();

  useEffect(() => {
    document.title = m.shell.title(t.signUpTitle);
  }, [m, t]);

  function send() {
    setTried(true);
    if (!email.trim() || !accountName.trim() || !password) return;
    void doing.run(async () => {
      const answer = await bursar.SignUp({
        Email: email.trim(),
        Password: password,
        AccountName: accountName.trim(),
        ...(setupCode.trim() ? { SetupCode: setupCode.trim() } : {}),
      });
      const problem = await signIn({ email: email.trim(), password }, t.unreachable);
      setCreated({ accountId: answer.AccountId, signedIn: problem === undefined });
    });
  }

  if (created) {
    return (
      <Entry>
        <Container header={<Header variant="h1">{t.created}</Header>} data-testid="signed-up">
          <SpaceBetween size="l">
            <Box>{t.createdText}</Box>
            <div>
              <Box variant="awsui-key-label">{t.accountId}</Box>
              <Box fontSize="heading-xl" fontWeight="bold">
                <Copyable text={created.accountId} testId="account-id" />
              </Box>
            </div>
            <Button
              variant="primary"
              data-testid="continue"
              onClick={() => navigate(created.signedIn ? addresses.start : addresses.signIn())}
            >
              {t.continue}
            </Button>
          </SpaceBetween>
        </Container>
      </Entry>
    );
  }

  return (
    <EntryForm
      testId="sign-up"
      title={t.signUpTitle}
      description={t.signUpLead}
      submit={t.createAccount}
      busy={doing.busy}
      send={send}
      failure={doing.failure ? { title: t.signUpFailed, text: doing.failure.message } : undefined}
      after={
        <>
          {t.haveAccount} <Link href={addresses.signIn()}>{t.toSignIn}</Link>
        </>
      }
    >
      <TextField label={t.accountName} description={t.accountNameHint} id="account-name" value={accountName} set={setAccountName} missing={tried} />
      <TextField label={t.email} id="email" type="email" complete="username" value={email} set={setEmail} missing={tried} />
      <TextField
        label={t.newPassword}
        description={t.newPasswordHint}
        id="password"
        type="password"
        complete="new-password"
        value={password}
        set={setPassword}
        missing={tried}
      />
      <TextField label={t.setupCode} description={t.setupCodeHint} id="setup-code" value={setupCode} set={setSetupCode} optional />
    </EntryForm>
  );
}
