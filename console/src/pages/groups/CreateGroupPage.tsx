/** Creating a group, with first policies if wanted. */
import { CreateGroupCommand, type Policy } from "@aws-sdk/client-iam";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { failureOf } from "../../clients/failure";
import { listPolicies } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { FormPage } from "../../components/FormPage";
import { PolicyChoice } from "../../components/holder/PolicyChoice";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

export default function CreateGroupPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const policies = useAsked(() => listPolicies(), []);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Policy[]>([]);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const GroupName = name.trim();
    if (!GroupName) return;
    void doing.run(async () => {
      await iam.send(new CreateGroupCommand({ GroupName }));
      tell(m.identity.createdGroup(GroupName));
      // the group exists from here on: what fails next is told on its own page
      try {
        for (const policy of chosen) await attach({ kind: "group", name: GroupName }, policy.Arn!);
      } catch (thrown) {
        tell(failureOf(thrown).message, "error");
      }
      navigate(addresses.group(GroupName));
    });
  };
  return (
    <FormPage
      title={m.identity.createGroup}
      back={pagePaths.Groups}
      submit={m.identity.createGroup}
      submitId="create-group-submit"
      act={submit}
      doing={doing}
      fields={
        <Container>
          <TextField label={m.identity.groupName} constraint={m.identity.groupNameHint} id="group-name" value={name} set={setName} missing={tried} />
        </Container>
      }
    >
      <Container header={<Header variant="h2">{m.identity.attachNow}</Header>}>
        <Answered asked={policies}>{(value) => <PolicyChoice policies={value} chosen={chosen} choose={setChosen} />}</Answered>
      </Container>
    </FormPage>
  );
}
