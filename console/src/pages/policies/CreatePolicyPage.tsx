/** Creating a customer managed policy. */
import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { PolicyWriting } from "../../components/policy-editor/PolicyWriting";
import { Trouble } from "../../components/Trouble";
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
    <ContentLayout
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={pagePaths.Policies}>
                {m.states.cancel}
              </Button>
              <Button variant="primary" loading={doing.busy} onClick={create} data-testid="save-policy">
                {m.identity.createPolicy}
              </Button>
            </SpaceBetween>
          }
        >
          {m.identity.createPolicy}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} onDismiss={doing.clear} />
        <Container>
          <ColumnLayout columns={2}>
            <FormField
              label={m.identity.policyName}
              constraintText={m.identity.policyNameHint}
              errorText={tried && !name.trim() ? m.signingIn.required : undefined}
            >
              <Input value={name} onChange={({ detail }) => setName(detail.value)} nativeInputAttributes={{ "data-testid": "policy-name" }} />
            </FormField>
            <FormField
              label={
                <>
                  {m.identity.description} <i>– {m.signingIn.optional}</i>
                </>
              }
            >
              <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
            </FormField>
          </ColumnLayout>
        </Container>
        <PolicyWriting
          document={document}
          limit={6144}
          onChange={(next, template) => {
            setDocument(next);
            if (template && !name.trim()) setName(guardPolicyName(template.Name));
          }}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
