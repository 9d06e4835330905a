/** Creating an account: its owner is the root user. After it the owner is signed in. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useEffect, useState } from "react";
import { addresses } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { navigate } from "../../app/router";
import { bursar } from "../../clients/bursar";
import { signIn } from "../../clients/signing-in";
import { useMessages } from "../../messages";
import { Entry } from "../sign-in/Entry";

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

  const missing = (value: string) => (tried && value.trim() === "" ? t.required : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
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
                <span data-testid="account-id">{created.accountId}</span>{" "}
                <CopyToClipboard
                  variant="icon"
                  copyButtonAriaLabel={m.states.copy}
                  textToCopy={created.accountId}
                  copySuccessText={m.states.copied}
                  copyErrorText={m.states.copyFailed}
                />
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
    <Entry>
      <form onSubmit={submit} data-testid="sign-up" aria-label={t.signUpTitle}>
        <SpaceBetween size="l">
          <Container header={<Header variant="h1" description={t.signUpLead}>{t.signUpTitle}</Header>}>
            <Form
              actions={
                <Button variant="primary" formAction="submit" loading={doing.busy} data-testid="sign-up-submit">
                  {t.createAccount}
                </Button>
              }
            >
              <SpaceBetween size="l">
                {doing.failure ? (
                  <div role="alert" data-testid="sign-up-failed">
                    <Alert type="error" header={t.signUpFailed}>
                      {doing.failure.message}
                    </Alert>
                  </div>
                ) : null}
                <FormField label={t.accountName} description={t.accountNameHint} errorText={missing(accountName)}>
                  <Input
                    value={accountName}
                    onChange={({ detail }) => setAccountName(detail.value)}
                    nativeInputAttributes={{ "data-testid": "account-name" }}
                  />
                </FormField>
                <FormField label={t.email} errorText={missing(email)}>
                  <Input
                    type="email"
                    autoComplete="username"
                    value={email}
                    onChange={({ detail }) => setEmail(detail.value)}
                    nativeInputAttributes={{ "data-testid": "email" }}
                  />
                </FormField>
                <FormField label={t.newPassword} description={t.newPasswordHint} errorText={missing(password)}>
                  <Input
                    type="password"
                    autoComplete="new-password"
                    value={password}
                    onChange={({ detail }) => setPassword(detail.value)}
                    nativeInputAttributes={{ "data-testid": "password" }}
                  />
                </FormField>
                <FormField
                  label={
                    <>
                      {t.setupCode} <i>– {t.optional}</i>
                    </>
                  }
                  description={t.setupCodeHint}
                >
                  <Input
                    autoComplete="off"
                    value={setupCode}
                    onChange={({ detail }) => setSetupCode(detail.value)}
                    nativeInputAttributes={{ "data-testid": "setup-code" }}
                  />
                </FormField>
              </SpaceBetween>
            </Form>
          </Container>
          <Box textAlign="center" color="text-body-secondary">
            {t.haveAccount} <Link href={addresses.signIn()}>{t.toSignIn}</Link>
          </Box>
        </SpaceBetween>
      </form>
    </Entry>
  );
}
