/** Whether a user signs in to the console, and the password the administrator gives it. */
import {
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  GetLoginProfileCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { iam } from "../../clients/aws";
import { isMissing } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

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
              columns={3}
              items={[
                {
                  label: m.identity.consoleAccess,
                  value: (
                    <StatusIndicator type={value.enabled ? "success" : "stopped"}>
                      {value.enabled ? m.identity.enabled : m.identity.disabled}
                    </StatusIndicator>
                  ),
                },
                { label: m.identity.created, value: moment(value.since) },
                { label: m.identity.resetPending, value: value.reset ? m.states.yes : m.states.no },
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
  const doing = useDoing();
  const [password, setPassword] = useState("");
  const [reset, setReset] = useState(false);
  const save = () =>
    doing.run(async () => {
      const input = { UserName: user, Password: password, PasswordResetRequired: reset };
      if (enabled) await iam.send(new UpdateLoginProfileCommand(input));
      else await iam.send(new CreateLoginProfileCommand(input));
      done();
    });
  return (
    <Modal
      visible
      header={enabled ? m.identity.changePassword : m.identity.enableConsole}
      closeAriaLabel={m.states.close}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {m.states.cancel}
            </Button>
            <Button variant="primary" disabled={!password} loading={doing.busy} onClick={() => void save()} data-testid="password-submit">
              {m.states.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Trouble failure={doing.failure} />
        <FormField label={m.identity.password} constraintText={m.identity.passwordHint}>
          <Input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={({ detail }) => setPassword(detail.value)}
            nativeInputAttributes={{ "data-testid": "password" }}
          />
        </FormField>
        <Checkbox checked={reset} onChange={({ detail }) => setReset(detail.checked)}>
          {m.identity.resetRequired}
        </Checkbox>
      </SpaceBetween>
    </Modal>
  );
}
