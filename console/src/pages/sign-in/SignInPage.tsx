/** Signing in, in the two ways of the seed page: as the root user, or as an IAM user. */
import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import Tiles from "@cloudscape-design/components/tiles";
import { useEffect, useState } from "react";
import { addresses } from "../../app/addresses";
import { navigate, usePlace } from "../../app/router";
import { endedSession } from "../../app/SignedIn";
import { signIn } from "../../clients/signing-in";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { EntryForm } from "./EntryForm";

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

  async function send() {
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
    <EntryForm
      testId="sign-in"
      title={t.welcome}
      submit={t.submit}
      busy={busy}
      send={() => void send()}
      failure={failure ? { title: t.failed, text: failure } : undefined}
      before={ended ? <Alert type="info">{m.shell.sessionEnded}</Alert> : undefined}
      after={
        <>
          {t.noAccount} <Link href={addresses.signUp}>{t.toSignUp}</Link>
        </>
      }
    >
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
        <TextField label={t.email} id="email" type="email" complete="username" value={email} set={setEmail} missing={tried} />
      ) : (
        <>
          <TextField label={t.account} description={t.accountHint} id="account" complete="organization" value={account} set={setAccount} missing={tried} />
          <TextField label={t.userName} id="user-name" complete="username" value={userName} set={setUserName} missing={tried} />
        </>
      )}
      <TextField label={t.password} id="password" type="password" complete="current-password" value={password} set={setPassword} missing={tried} />
    </EntryForm>
  );
}
