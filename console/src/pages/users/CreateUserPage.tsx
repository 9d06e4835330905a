/** Creating a user: its name, whether it signs in to the console, its groups and first policies. */
import { CreateLoginProfileCommand, CreateUserCommand, type Policy } from "@aws-sdk/client-iam";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { failureOf } from "../../clients/failure";
import { listGroups, listPolicies } from "../../clients/identities";
import { addToGroup, attach } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { FormPage } from "../../components/FormPage";
import { NameChoice } from "../../components/holder/ChoiceDialog";
import { PolicyChoice } from "../../components/holder/PolicyChoice";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { PasswordFields } from "./PasswordFields";

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

  const submit = () => {
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
        for (const GroupName of inGroups) await addToGroup(UserName, GroupName);
        for (const policy of chosen) await attach({ kind: "user", name: UserName }, policy.Arn!);
        tell(m.identity.createdUser(UserName));
      } catch (thrown) {
        tell(m.identity.createdUser(UserName));
        tell(failureOf(thrown).message, "error");
      }
      navigate(addresses.user(UserName));
    });
  };

  return (
    <FormPage
      title={m.identity.createUser}
      back={pagePaths.Users}
      submit={m.identity.createUser}
      submitId="create-user-submit"
      act={submit}
      doing={doing}
      fields={
        <Container header={<Header variant="h2">{m.identity.summary}</Header>}>
          <SpaceBetween size="l">
            <TextField label={m.identity.userName} constraint={m.identity.nameHint} id="user-name" value={name} set={setName} missing={tried} />
            <Checkbox checked={consoleAccess} onChange={({ detail }) => setConsoleAccess(detail.checked)} data-testid="console-access">
              {m.identity.consoleAccessCheck}
            </Checkbox>
            {consoleAccess ? <PasswordFields password={password} setPassword={setPassword} reset={reset} setReset={setReset} missing={tried} /> : null}
          </SpaceBetween>
        </Container>
      }
    >
      <Container header={<Header variant="h2">{m.identity.permissions}</Header>}>
        <SpaceBetween size="l">
          <NameChoice
            label={m.identity.chooseGroups}
            empty={m.identity.noGroups}
            names={(groups.value ?? []).map((group) => group.GroupName ?? "")}
            chosen={inGroups}
            choose={setInGroups}
            loading={groups.loading}
          />
          <ExpandableSection headerText={m.identity.attachNow} defaultExpanded>
            <Answered asked={policies}>{(value) => <PolicyChoice policies={value} chosen={chosen} choose={setChosen} />}</Answered>
          </ExpandableSection>
        </SpaceBetween>
      </Container>
    </FormPage>
  );
}
