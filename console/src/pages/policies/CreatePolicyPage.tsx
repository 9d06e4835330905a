/** Creating a customer managed policy. */
import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { FormPage } from "../../components/FormPage";
import { PolicyWriting } from "../../components/policy-editor/PolicyWriting";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { guardPolicyName } from "../account/GuardPanel";

export default function CreatePolicyPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [document, setDocument] = useState("");
  const [tried, setTried] = useState(false);
  const create = () => {
    setTried(true);
    const PolicyName = name.trim();
    if (!PolicyName || !document.trim()) return;
    void doing.run(async () => {
      const answer = await iam.send(
        new CreatePolicyCommand({
          PolicyName,
          PolicyDocument: document,
          ...(description.trim() ? { Description: description.trim() } : {}),
        }),
      );
      tell(m.identity.createdPolicy(PolicyName));
      navigate(answer.Policy?.Arn ? addresses.policy(answer.Policy.Arn) : pagePaths.Policies);
    });
  };
  return (
    <FormPage
      title={m.identity.createPolicy}
      back={pagePaths.Policies}
      submit={m.identity.createPolicy}
      submitId="save-policy"
      act={create}
      doing={doing}
      ready={document.trim() !== ""}
      fields={
        <Container>
          <ColumnLayout columns={2}>
            <TextField label={m.identity.policyName} constraint={m.identity.policyNameHint} id="policy-name" value={name} set={setName} missing={tried} />
            <TextField label={m.identity.description} id="policy-description" value={description} set={setDescription} optional />
          </ColumnLayout>
        </Container>
      }
    >
      <PolicyWriting
        document={document}
        limit={6144}
        onChange={(next, template) => {
          setDocument(next);
          if (template && !name.trim()) setName(guardPolicyName(template.Name));
        }}
      />
    </FormPage>
  );
}
