/** An IAM user's own password; asked for before anything else when the administrator required it. */
import { ChangePasswordCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { addresses } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { useSession } from "../../app/session";
import { iam } from "../../clients/aws";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";

export function ChangePasswordPage({ required = false }: { required?: boolean }) {
  const m = useMessages();
  const { session, refreshSession } = useSession();
  const { tell } = useNotices();
  const doing = useDoing();
  const [before, setBefore] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const different = again !== "" && again !== next;

  if (session.PrincipalType === "Root") return <Alert type="info">{m.account.rootPassword}</Alert>;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!before || !next || next !== again) return;
    void doing.run(async () => {
      await iam.send(new ChangePasswordCommand({ OldPassword: before, NewPassword: next }));
      tell(m.account.passwordChanged);
      refreshSession();
      navigate(required ? addresses.start : addresses.account);
    });
  };
  const fields = [
    { label: m.account.oldPassword, value: before, set: setBefore, complete: "current-password", id: "old-password" },
    { label: m.account.newPassword, value: next, set: setNext, complete: "new-password", id: "new-password" },
    { label: m.account.newPasswordAgain, value: again, set: setAgain, complete: "new-password", id: "new-password-again" },
  ];
  return (
    <ContentLayout header={<Header variant="h1">{m.account.changePassword}</Header>}>
      <form onSubmit={submit}>
        <Container>
          <SpaceBetween size="l">
            {required ? <Alert type="info">{m.account.changePasswordRequired}</Alert> : null}
            <Trouble failure={doing.failure} />
            {fields.map((field) => (
              <FormField
                key={field.id}
                label={field.label}
                errorText={field.id === "new-password-again" && different ? m.account.notTheSame : undefined}
              >
                <Input
                  type="password"
                  autoComplete={field.complete}
                  value={field.value}
                  onChange={({ detail }) => field.set(detail.value)}
                  nativeInputAttributes={{ "data-testid": field.id }}
                />
              </FormField>
            ))}
            <Button variant="primary" formAction="submit" loading={doing.busy}>
              {m.account.changePassword}
            </Button>
          </SpaceBetween>
        </Container>
      </form>
    </ContentLayout>
  );
}
