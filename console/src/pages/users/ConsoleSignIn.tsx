/** Whether a user signs in to the console, and the password the administrator gives it. */
import {
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  GetLoginProfileCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { useSession } from "../../app/session";
import { iam } from "../../clients/aws";
import { isMissing } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Copyable } from "../../components/Copyable";
import { Dialog } from "../../components/Dialog";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { PasswordFields } from "./PasswordFields";

interface Profile {
  readonly enabled: boolean;
  readonly since?: Date | undefined;
  readonly reset?: boolean | undefined;
}

async function profileOf(UserName: string): Promise<Profile> {
  try {
    const { LoginProfile } = await iam.send(new GetLoginProfileCommand({ UserName }));
    return { enabled: true, since: LoginProfile?.CreateDate, reset: LoginProfile?.PasswordResetRequired };
  } catch (thrown) {
    if (isMissing(thrown)) return { enabled: false };
    throw thrown;
  }
}

export function ConsoleSignIn({ user }: { user: string }) {
  const m = useMessages();
  const { session } = useSession();
  const { tell } = useNotices();
  const profile = useAsked(() => profileOf(user), [user]);
  const doing = useDoing();
  const [setting, setSetting] = useState(false);
  const enabled = profile.value?.enabled === true;
  return (
    <Container
      data-testid="console-sign-in"
      header={
        <Header
          variant="h2"
          actions={
            profile.value ? (
              <SpaceBetween direction="horizontal" size="xs">
                {enabled ? (
                  <Button
                    loading={doing.busy}
                    onClick={() =>
                      void doing.run(async () => {
                        await iam.send(new DeleteLoginProfileCommand({ UserName: user }));
                        tell(m.identity.consoleRemoved);
                        profile.again();
                      })
                    }
                  >
                    {m.identity.removeConsole}
                  </Button>
                ) : null}
                <Button onClick={() => setSetting(true)} data-testid="set-password">
                  {enabled ? m.identity.changePassword : m.identity.enableConsole}
                </Button>
              </SpaceBetween>
            ) : undefined
          }
        >
          {m.identity.loginProfile}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Trouble failure={doing.failure} onDismiss={doing.clear} />
        <Answered asked={profile}>
          {(value) => (
            <KeyValuePairs
              columns={4}
              items={[
                {
                  label: m.identity.consoleAccess,
                  value: (
                    <StatusIndicator type={value.enabled ? "success" : "stopped"}>
                      {value.enabled ? m.identity.enabled : m.identity.disabled}
                    </StatusIndicator>
                  ),
                },
                ...(value.enabled
                  ? [
                      { label: m.identity.resetPending, value: value.reset ? m.states.yes : m.states.no },
                      { label: m.identity.passwordSince, value: moment(value.since) },
                      { label: m.identity.signInAddress, value: <Copyable text={location.origin + addresses.userSignIn(session.AccountAlias ?? session.AccountId)} /> },
                    ]
                  : []),
              ]}
            />
          )}
        </Answered>
      </SpaceBetween>
      {setting ? (
        <PasswordDialog
          user={user}
          enabled={enabled}
          close={() => setSetting(false)}
          done={() => {
            setSetting(false);
            tell(m.identity.passwordSet);
            profile.again();
          }}
        />
      ) : null}
    </Container>
  );
}

function PasswordDialog({ user, enabled, close, done }: { user: string; enabled: boolean; close: () => void; done: () => void }) {
  const m = useMessages();
  const [password, setPassword] = useState("");
  const [reset, setReset] = useState(false);
  const save = async () => {
    const input = { UserName: user, Password: password, PasswordResetRequired: reset };
    if (enabled) await iam.send(new UpdateLoginProfileCommand(input));
    else await iam.send(new CreateLoginProfileCommand(input));
  };
  return (
    <Dialog
      title={enabled ? m.identity.changePassword : m.identity.enableConsole}
      submit={m.states.save}
      submitId="password-submit"
      ready={password !== ""}
      act={save}
      done={done}
      close={close}
    >
      <PasswordFields password={password} setPassword={setPassword} reset={reset} setReset={setReset} />
    </Dialog>
  );
}
