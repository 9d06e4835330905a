/** What a policy template does not do although its title might promise it. */
import Alert from "@cloudscape-design/components/alert";
import type { PolicyTemplate } from "../clients/bursar-shapes";
import { useMessages } from "../messages";

export function TemplateWarnings({ template, title }: { template: PolicyTemplate; title?: string }) {
  const m = useMessages();
  if (template.Warnings.length === 0) return null;
  return (
    <Alert type="warning" header={title ?? m.identity.templateWarnings} data-testid="template-warnings">
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {template.Warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Alert>
  );
}
