/** An IAM user's own password; asked for before anything else when the administrator required it. */
import { ChangePasswordCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { addresses } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { useSession } from "../../app/session";
import { iam } from "../../clients/aws";
import { Trouble } from "../../components/Trouble";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

export function ChangePasswordPage({ required = false }: { required?: boolean }) {
  const m = useMessages();
  const { session, refreshSession } = useSession();
  const { tell } = useNotices();
  const doing = useDoing();
  const [before, setBefore] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const different = again !== "" && again !== next;

  if (session.PrincipalType === "Root") return <Alert type="info">{m.account.rootPassword}</Alert>;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!before || !next || next !== again) return;
    void doing.run(async () => {
      await iam.send(new ChangePasswordCommand({ OldPassword: before, NewPassword: next }));
      tell(m.account.passwordChanged);
      refreshSession();
      navigate(required ? addresses.start : addresses.account);
    });
  };
  return (
    <ContentLayout header={<Header variant="h1">{m.account.changePassword}</Header>}>
      <form onSubmit={submit}>
        <Container>
          <SpaceBetween size="l">
            {required ? <Alert type="info">{m.account.changePasswordRequired}</Alert> : null}
            <Trouble failure={doing.failure} />
            <TextField label={m.account.oldPassword} id="old-password" type="password" complete="current-password" value={before} set={setBefore} missing={tried} />
            <TextField
              label={m.account.newPassword}
              constraint={m.signingIn.newPasswordHint}
              id="new-password"
              type="password"
              complete="new-password"
              value={next}
              set={setNext}
              missing={tried}
            />
            <TextField
              label={m.account.newPasswordAgain}
              id="new-password-again"
              type="password"
              complete="new-password"
              value={again}
              set={setAgain}
              missing={tried}
              error={different ? m.account.notTheSame : undefined}
            />
            <Button variant="primary" formAction="submit" loading={doing.busy}>
              {m.account.changePassword}
            </Button>
          </SpaceBetween>
        </Container>
      </form>
    </ContentLayout>
  );
}
