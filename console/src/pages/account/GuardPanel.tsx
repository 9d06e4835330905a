/** The one-click guard: Example 4 of the seed page, attached to chosen users before billing is opened. */
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { iam } from "../../clients/aws";
import { bursar } from "../../clients/bursar";
import type { PolicyTemplate } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { TemplateWarnings } from "../../components/TemplateWarnings";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";

interface GuardPanelProps {
  template: string;
  users: readonly string[];
  guarded: () => void;
}

/** The inline policy's name: a template's name with nothing IAM would refuse. */
export function guardPolicyName(template: string): string {
  return template.replace(/[^\w+=,.@-]/g, "-").slice(0, 128);
}

/** Does a policy only take away? One that also allows is no guard. */
function deniesOnly(document: string): boolean {
  try {
    const { Statement } = JSON.parse(document) as { Statement?: { Effect?: string } | { Effect?: string }[] };
    const statements = [Statement ?? []].flat();
    return statements.length > 0 && statements.every((statement) => statement.Effect === "Deny");
  } catch {
    return false;
  }
}

/** The suggested guard and its sisters: templates of the same example that allow nothing. */
export function guardChoices(templates: readonly PolicyTemplate[], suggested: string): PolicyTemplate[] {
  const family = /^example-?\d+/i.exec(suggested)?.[0].toLowerCase();
  return templates.filter(
    (template) =>
      template.PolicyDocument !== undefined &&
      deniesOnly(template.PolicyDocument) &&
      (template.Name === suggested || (family !== undefined && new RegExp(`^${family}(?!\\d)`, "i").test(template.Name))),
  );
}

export function GuardPanel(props: GuardPanelProps) {
  const m = useMessages();
  const templates = useAsked(() => bursar.ListPolicyTemplates({}), []);
  return (
    <Container
      data-testid="guard"
      header={
        <Header variant="h3" description={m.account.guardText}>
          {m.account.guardTitle}
        </Header>
      }
    >
      <Answered asked={templates}>{(value) => <Guard {...props} choices={guardChoices(value.Templates, props.template)} />}</Answered>
    </Container>
  );
}

function Guard({ template, users, guarded, choices }: GuardPanelProps & { choices: readonly PolicyTemplate[] }) {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const [name, setName] = useState(template);
  const [done, setDone] = useState<string>();
  const chosen = choices.find((choice) => choice.Name === name) ?? choices[0];
  if (!chosen) return <Alert type="info">{m.identity.noPolicies}</Alert>;

  const attach = () =>
    doing.run(async () => {
      for (const user of users) {
        await iam.send(
          new PutUserPolicyCommand({
            UserName: user,
            PolicyName: guardPolicyName(chosen.Name),
            PolicyDocument: chosen.PolicyDocument,
          }),
        );
      }
      const sentence = m.account.guarded(users.join(", "), chosen.Title);
      setDone(sentence);
      tell(sentence);
      guarded();
    });

  return (
    <SpaceBetween size="m">
      <Trouble failure={doing.failure} />
      {done ? <Alert type="success">{done}</Alert> : null}
      <FormField label={m.account.guardPolicy} stretch>
        <Select
          ariaLabel={m.account.guardPolicy}
          data-testid="guard-template"
          selectedOption={{ value: chosen.Name, label: chosen.Title, description: chosen.Intent }}
          onChange={({ detail }) => setName(detail.selectedOption.value ?? template)}
          options={choices.map((choice) => ({ value: choice.Name, label: choice.Title, description: choice.Intent }))}
        />
      </FormField>
      <TemplateWarnings template={chosen} title={m.account.guardWarnings} />
      <ExpandableSection headerText={m.account.guardView}>
        <pre className="policy-text" tabIndex={0}>
          {chosen.PolicyDocument}
        </pre>
      </ExpandableSection>
      <Button disabled={users.length === 0} loading={doing.busy} onClick={() => void attach()} data-testid="guard-attach">
        {m.account.guardAttach(users.length)}
      </Button>
    </SpaceBetween>
  );
}
