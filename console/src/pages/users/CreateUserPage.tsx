/** Creating a user: its name, whether it signs in to the console, its groups and first policies. */
import { AddUserToGroupCommand, CreateLoginProfileCommand, CreateUserCommand, type Policy } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { listGroups, listPolicies } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { PolicyChoice } from "../../components/holder/PolicyChoice";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";

export default function CreateUserPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const groups = useAsked(listGroups, []);
  const policies = useAsked(() => listPolicies(), []);
  const [name, setName] = useState("");
  const [consoleAccess, setConsoleAccess] = useState(true);
  const [password, setPassword] = useState("");
  const [reset, setReset] = useState(false);
  const [inGroups, setInGroups] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<Policy[]>([]);
  const [tried, setTried] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const UserName = name.trim();
    if (!UserName || (consoleAccess && !password)) return;
    void doing.run(async () => {
      await iam.send(new CreateUserCommand({ UserName }));
      // the user exists from here on: what fails next is shown on its own page
      try {
        if (consoleAccess) {
          await iam.send(new CreateLoginProfileCommand({ UserName, Password: password, PasswordResetRequired: reset }));
        }
        for (const GroupName of inGroups) await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
        for (const policy of chosen) await attach({ kind: "user", name: UserName }, policy.Arn!);
        tell(m.identity.createdUser(UserName));
      } catch (thrown) {
        tell(m.identity.createdUser(UserName));
        tell(thrown instanceof Error ? thrown.message : String(thrown), "error");
      }
      navigate(addresses.user(UserName));
    });
  };

  return (
    <form onSubmit={submit} data-testid="create-user-form" aria-label={m.identity.createUser}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" formAction="none" href="/iam/users">
                  {m.states.cancel}
                </Button>
                <Button variant="primary" formAction="submit" loading={doing.busy} data-testid="create-user-submit">
                  {m.identity.createUser}
                </Button>
              </SpaceBetween>
            }
          >
            {m.identity.createUser}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Trouble failure={doing.failure} />
          <Container header={<Header variant="h2">{m.identity.summary}</Header>}>
            <SpaceBetween size="l">
              <FormField
                label={m.identity.userName}
                constraintText={m.identity.nameHint}
                errorText={tried && !name.trim() ? m.signingIn.required : undefined}
              >
                <Input value={name} autoComplete="off" onChange={({ detail }) => setName(detail.value)} nativeInputAttributes={{ "data-testid": "user-name" }} />
              </FormField>
              <Checkbox checked={consoleAccess} onChange={({ detail }) => setConsoleAccess(detail.checked)} data-testid="console-access">
                {m.identity.consoleAccessCheck}
              </Checkbox>
              {consoleAccess ? (
                <SpaceBetween size="l">
                  <FormField
                    label={m.identity.password}
                    constraintText={m.identity.passwordHint}
                    errorText={tried && !password ? m.signingIn.required : undefined}
                  >
                    <Input
                      type="password"
                      autoComplete="new-password"
                      value={password}
                      onChange={({ detail }) => setPassword(detail.value)}
                      nativeInputAttributes={{ "data-testid": "password" }}
                    />
                  </FormField>
                  <Checkbox checked={reset} onChange={({ detail }) => setReset(detail.checked)} data-testid="password-reset">
                    {m.identity.resetRequired}
                  </Checkbox>
                </SpaceBetween>
              ) : null}
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">{m.identity.permissions}</Header>}>
            <SpaceBetween size="l">
              <FormField label={m.identity.chooseGroups}>
                <Multiselect
                  ariaLabel={m.identity.chooseGroups}
                  placeholder={m.identity.groups}
                  selectedOptions={inGroups.map((value) => ({ value, label: value }))}
                  onChange={({ detail }) => setInGroups(detail.selectedOptions.map((option) => option.value!))}
                  options={(groups.value ?? []).map((group) => ({ value: group.GroupName!, label: group.GroupName! }))}
                  empty={m.identity.noGroups}
                  statusType={groups.loading ? "loading" : "finished"}
                  deselectAriaLabel={(option) => `${m.states.remove} ${option.label}`}
                />
              </FormField>
              <ExpandableSection headerText={m.identity.attachNow} defaultExpanded>
                <Answered asked={policies}>{(value) => <PolicyChoice policies={value} chosen={chosen} choose={setChosen} />}</Answered>
              </ExpandableSection>
            </SpaceBetween>
          </Container>
        </SpaceBetween>
      </ContentLayout>
    </form>
  );
}
