import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { PolicyFinding, Severity } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";

const look: Record<Severity, StatusIndicatorProps.Type> = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "info",
};
const order: readonly Severity[] = ["ERROR", "SECURITY_WARNING", "WARNING", "SUGGESTION"];

interface FindingListProps {
  findings: readonly PolicyFinding[];
  checking: boolean;
  empty: boolean;
  notChecked?: string | undefined;
  goTo: (line: number, column: number) => void;
}

/** What the server found in a document, gravest first; each finding leads to its place. */
export function FindingList({ findings, checking, empty, notChecked, goTo }: FindingListProps) {
  const m = useMessages();
  if (empty) return <Box color="text-body-secondary">{m.editor.empty}</Box>;
  if (notChecked) {
    return (
      <Alert type="info" header={m.editor.notChecked}>
        {notChecked}
      </Alert>
    );
  }
  if (checking && findings.length === 0) return <StatusIndicator type="loading">{m.editor.checking}</StatusIndicator>;
  if (findings.length === 0) {
    return (
      <span data-testid="no-findings">
        <StatusIndicator type="success">{m.editor.noFindings}</StatusIndicator>
      </span>
    );
  }
  const sorted = findings.toSorted((a, b) => order.indexOf(a.Severity) - order.indexOf(b.Severity) || a.Line - b.Line);
  return (
    <div data-testid="findings">
      <SpaceBetween size="xxs">
        {sorted.map((finding, index) => (
          <div key={index} style={{ display: "flex", gap: 12, alignItems: "baseline", flexWrap: "wrap" }}>
            <StatusIndicator type={look[finding.Severity] ?? "info"}>{m.editor.severities[finding.Severity]}</StatusIndicator>
            <Button variant="inline-link" onClick={() => goTo(finding.Line, finding.Column)}>
              {m.editor.goTo(finding.Line, finding.Column)}
            </Button>
            <span style={{ flex: "1 1 320px" }}>{finding.Message}</span>
          </div>
        ))}
      </SpaceBetween>
    </div>
  );
}
