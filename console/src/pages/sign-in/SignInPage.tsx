/** Signing in, in the two ways of the seed page: as the root user, or as an IAM user. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import { type FormEvent, useEffect, useState } from "react";
import { addresses } from "../../app/addresses";
import { navigate, usePlace } from "../../app/router";
import { endedSession } from "../../app/SignedIn";
import { signIn } from "../../clients/signing-in";
import { useMessages } from "../../messages";
import { Entry } from "./Entry";

type Way = "root" | "user";
const LAST_ACCOUNT = "bursar.last-account";

/** Where to go after signing in: an address of this console only, never another site. */
export function safeNext(next: string | null): string {
  return next && next.startsWith("/") && !next.startsWith("//") && !next.includes("\\") && !next.startsWith("/signin") ? next : "/";
}

export function SignInPage() {
  const m = useMessages();
  const t = m.signingIn;
  const { query } = usePlace();
  const remembered = query.get("account") ?? localStorage.getItem(LAST_ACCOUNT) ?? "";
  const [way, setWay] = useState<Way>(remembered ? "user" : "root");
  const [email, setEmail] = useState("");
  const [account, setAccount] = useState(remembered);
  const [userName, setUserName] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [ended] = useState(endedSession.value);

  useEffect(() => {
    document.title = m.shell.title(t.title);
    endedSession.value = false;
  }, [m, t]);

  const missing = (value: string) => (tried && value.trim() === "" ? t.required : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setFailure(undefined);
    if (!password || (way === "root" ? !email.trim() : !account.trim() || !userName.trim())) return;
    setBusy(true);
    const problem = await signIn(
      way === "root" ? { email: email.trim(), password } : { account: account.trim(), userName: userName.trim(), password },
      t.unreachable,
    );
    setBusy(false);
    if (problem) {
      setFailure(problem);
      setPassword("");
      setTried(false);
      return;
    }
    if (way === "user") localStorage.setItem(LAST_ACCOUNT, account.trim());
    navigate(safeNext(query.get("next")), { replace: true });
  }

  return (
    <Entry>
      <form onSubmit={(event) => void submit(event)} data-testid="sign-in" aria-label={t.title}>
        <SpaceBetween size="l">
          {ended ? <Alert type="info">{m.shell.sessionEnded}</Alert> : null}
          <Container header={<Header variant="h1">{t.welcome}</Header>}>
            <Form
              actions={
                <Button variant="primary" formAction="submit" loading={busy} data-testid="sign-in-submit">
                  {t.submit}
                </Button>
              }
            >
              <SpaceBetween size="l">
                {failure ? (
                  <div role="alert" data-testid="sign-in-failed">
                    <Alert type="error" header={t.failed}>
                      {failure}
                    </Alert>
                  </div>
                ) : null}
                <Tiles
                  ariaLabel={t.as}
                  columns={2}
                  value={way}
                  onChange={({ detail }) => {
                    setWay(detail.value as Way);
                    setTried(false);
                    setFailure(undefined);
                  }}
                  items={[
                    { value: "root", label: t.rootUser, description: t.rootUserText },
                    { value: "user", label: t.iamUser, description: t.iamUserText },
                  ]}
                />
                {way === "root" ? (
                  <FormField label={t.email} errorText={missing(email)}>
                    <Input
                      type="email"
                      autoComplete="username"
                      value={email}
                      onChange={({ detail }) => setEmail(detail.value)}
                      nativeInputAttributes={{ "data-testid": "email" }}
                    />
                  </FormField>
                ) : (
                  <FormField label={t.account} description={t.accountHint} errorText={missing(account)}>
                    <Input
                      autoComplete="organization"
                      value={account}
                      onChange={({ detail }) => setAccount(detail.value)}
                      nativeInputAttributes={{ "data-testid": "account" }}
                    />
                  </FormField>
                )}
                {way === "user" ? (
                  <FormField label={t.userName} errorText={missing(userName)}>
                    <Input
                      autoComplete="username"
                      value={userName}
                      onChange={({ detail }) => setUserName(detail.value)}
                      nativeInputAttributes={{ "data-testid": "user-name" }}
                    />
                  </FormField>
                ) : null}
                <FormField label={t.password} errorText={missing(password)}>
                  <Input
                    type="password"
                    autoComplete="current-password"
                    value={password}
                    onChange={({ detail }) => setPassword(detail.value)}
                    nativeInputAttributes={{ "data-testid": "password" }}
                  />
                </FormField>
              </SpaceBetween>
            </Form>
          </Container>
          <Box textAlign="center" color="text-body-secondary">
            {t.noAccount} <Link href={addresses.signUp}>{t.toSignUp}</Link>
          </Box>
        </SpaceBetween>
      </form>
    </Entry>
  );
}
