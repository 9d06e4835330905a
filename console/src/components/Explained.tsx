/** Why an access was decided as it was: the server's sentence, what can be done, the gates, the statements. */
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { addresses } from "../app/addresses";
import type { ExplainedStatement, Explanation, Gate, GateOutcome } from "../clients/bursar-shapes";
import { useMessages } from "../messages";

const outcomeLook: Record<GateOutcome, StatusIndicatorProps.Type> = {
  PASSED: "success",
  REFUSED: "error",
  NOT_APPLICABLE: "not-started",
  NOT_REACHED: "stopped",
};

export function Explained({ explanation }: { explanation: Explanation }) {
  const m = useMessages();
  const refusing = explanation.Gates.find((gate) => gate.Outcome === "REFUSED");
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{m.access.sentence}</Header>}>
        <SpaceBetween size="m">
          <p className="refused-sentence" data-testid="refusal-sentence">
            {explanation.Message}
          </p>
          <KeyValuePairs
            columns={3}
            items={[
              { label: m.access.action, value: <Box variant="code">{explanation.Action}</Box> },
              { label: m.access.resource, value: <Box variant="code">{explanation.ResourceArn || m.states.unknown}</Box> },
              { label: m.access.decision, value: m.access.decisions[explanation.Decision] ?? explanation.Decision },
            ]}
          />
        </SpaceBetween>
      </Container>
      <Remedy gate={refusing} />
      <Container header={<Header variant="h2" description={m.access.gatesText}>{m.access.gates}</Header>}>
        <ol className="gates" data-testid="gates">
          {explanation.Gates.map((gate, index) => (
            <GateStep key={gate.Gate} gate={gate} number={index + 1} />
          ))}
        </ol>
      </Container>
      <StatementTable statements={explanation.Statements} />
    </SpaceBetween>
  );
}

function GateStep({ gate, number }: { gate: Gate; number: number }) {
  const m = useMessages();
  return (
    <li className={`gate-${gate.Outcome}`} data-testid={`gate-${gate.Gate}`}>
      <span className="gate-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          <Box variant="strong">{m.access.gateNames[gate.Gate] ?? gate.Gate}</Box>
          <StatusIndicator type={outcomeLook[gate.Outcome] ?? "info"}>
            {m.access.outcomes[gate.Outcome] ?? gate.Outcome}
          </StatusIndicator>
        </SpaceBetween>
        {gate.Detail ? <Box color="text-body-secondary">{gate.Detail}</Box> : null}
      </div>
    </li>
  );
}

function Remedy({ gate }: { gate: Gate | undefined }) {
  const m = useMessages();
  return (
    <Container header={<Header variant="h2">{m.access.whatToDo}</Header>} data-testid="remedy">
      {gate?.WhoCanChange ? (
        <KeyValuePairs
          columns={gate.Where ? 2 : 1}
          items={[
            { label: m.access.whoCanChange, value: <span data-testid="who-can-change">{gate.WhoCanChange}</span> },
            ...(gate.Where ? [{ label: m.access.where, value: <PlaceToChange where={gate.Where} /> }] : []),
          ]}
        />
      ) : (
        <span data-testid="who-can-change">{m.access.noRemedy}</span>
      )}
    </Container>
  );
}

function PlaceToChange({ where }: { where: string }) {
  return where.startsWith("/") ? <Link href={where}>{where}</Link> : <>{where}</>;
}

function StatementTable({ statements }: { statements: readonly ExplainedStatement[] }) {
  const m = useMessages();
  return (
    <Table
      variant="container"
      wrapLines
      header={<Header variant="h2">{m.access.statements}</Header>}
      items={statements}
      data-testid="statements"
      empty={<Box color="text-body-secondary">{m.access.noStatements}</Box>}
      columnDefinitions={[
        {
          id: "policy",
          header: m.access.policy,
          isRowHeader: true,
          cell: (item) =>
            item.PolicyArn ? <Link href={addresses.policy(item.PolicyArn)}>{item.PolicyName}</Link> : item.PolicyName,
        },
        { id: "via", header: m.access.via, minWidth: 160, cell: (item) => item.Via },
        {
          id: "statement",
          header: m.access.statement,
          cell: (item) => m.access.statementNumber(item.StatementIndex + 1, item.StatementId),
        },
        {
          id: "effect",
          header: m.access.effect,
          cell: (item) => <Badge color={item.Effect === "Deny" ? "red" : "green"}>{item.Effect}</Badge>,
        },
        { id: "position", header: m.access.position, cell: (item) => `${item.Line}:${item.Column}` },
        {
          id: "matched",
          header: m.access.matched,
          minWidth: 150,
          cell: (item) => (
            <StatusIndicator type={item.Matched ? "info" : "stopped"}>
              {item.Matched ? m.access.matchedYes : m.access.matchedNo}
            </StatusIndicator>
          ),
        },
        { id: "reason", header: m.access.reason, cell: (item) => item.Reason },
      ]}
    />
  );
}
