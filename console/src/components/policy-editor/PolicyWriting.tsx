/** Writing a policy: a template to start from, the editor with findings, and what the document does in billing. */
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import type { PolicyTemplate } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";
import { TemplateWarnings } from "../TemplateWarnings";
import { useAnalysis } from "./analysis";
import { BillingEffects } from "./BillingEffects";
import { PolicyEditor } from "./PolicyEditor";

interface PolicyWritingProps {
  document: string;
  onChange: (document: string, template?: PolicyTemplate) => void;
  /** IAM's limit of characters: 2,048 for a user's inline policies, 5,120 for a group's, 6,144 for a managed policy. */
  limit: number;
}

export function PolicyWriting({ document, onChange, limit }: PolicyWritingProps) {
  const m = useMessages();
  const analysis = useAnalysis(document);
  const [template, setTemplate] = useState<PolicyTemplate>();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{m.identity.document}</Header>}>
        <SpaceBetween size="m">
          <TemplateChoice
            chosen={template}
            choose={(next) => {
              setTemplate(next);
              onChange(next.PolicyDocument ?? "", next);
            }}
          />
          {template ? (
            <SpaceBetween size="s">
              <Box color="text-body-secondary">{template.Intent}</Box>
              <TemplateWarnings template={template} />
            </SpaceBetween>
          ) : null}
          <PolicyEditor
            value={document}
            onChange={(next) => onChange(next)}
            findings={analysis.result?.Findings ?? []}
            checking={analysis.checking}
            notChecked={analysis.notChecked}
            limit={limit}
          />
        </SpaceBetween>
      </Container>
      {analysis.result ? <BillingEffects effects={analysis.result.BillingEffects} loading={analysis.checking} /> : null}
    </SpaceBetween>
  );
}

function TemplateChoice({ chosen, choose }: { chosen: PolicyTemplate | undefined; choose: (next: PolicyTemplate) => void }) {
  const m = useMessages();
  const templates = useAsked(() => bursar.ListPolicyTemplates({}), []);
  if (templates.failure) return null;
  const usable = (templates.value?.Templates ?? []).filter((template) => template.Kind === "identity" && template.PolicyDocument);
  return (
    <FormField label={m.identity.template} stretch>
      <Select
        ariaLabel={m.identity.template}
        data-testid="template"
        placeholder={m.identity.templateNone}
        filteringType="auto"
        filteringPlaceholder={m.identity.templateFind}
        filteringAriaLabel={m.identity.templateFind}
        expandToViewport
        selectedOption={chosen ? { value: chosen.Name, label: chosen.Title } : null}
        statusType={templates.loading ? "loading" : "finished"}
        loadingText={m.states.loading}
        empty={m.states.noMatch}
        onChange={({ detail }) => {
          const next = usable.find((template) => template.Name === detail.selectedOption.value);
          if (next) choose(next);
        }}
        options={usable.map((template) => ({
          value: template.Name,
          label: template.Title,
          description: template.Intent,
          tags: [template.Name],
          ...(template.DocumentedAs?.length ? { labelTag: m.identity.documentedAs(template.DocumentedAs.join(", ")) } : {}),
        }))}
      />
    </FormField>
  );
}
