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
import type { ExplainedFix, ExplainedStatement, Explanation, Gate, GateOutcome } from "../clients/bursar-shapes";
import { type Messages, useMessages } from "../messages";

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
              { label: m.access.decision, value: decisionWord(explanation, refusing, m) },
            ]}
          />
        </SpaceBetween>
      </Container>
      <Remedy gate={refusing} />
      <Fixes fixes={explanation.Fixes ?? []} />
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

/** A refusal by another gate than the policies is named by that gate: no policy denied anything then. */
function decisionWord(explanation: Explanation, refusing: Gate | undefined, m: Messages): string {
  return refusing && refusing.Gate !== "IDENTITY_POLICIES"
    ? m.access.refusedBy(m.access.gateNames[refusing.Gate] ?? refusing.Gate)
    : (m.access.decisions[explanation.Decision] ?? explanation.Decision);
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
            { label: m.access.whoCanChange, value: <span className="sentence" data-testid="who-can-change">{gate.WhoCanChange}</span> },
            ...(gate.Where ? [{ label: m.access.where, value: <PlaceToChange where={gate.Where} /> }] : []),
          ]}
        />
      ) : (
        <span data-testid="who-can-change">{m.access.noRemedy}</span>
      )}
    </Container>
  );
}

/** The changes that would let the person in, the smallest first, and whom to ask. */
function Fixes({ fixes }: { fixes: readonly ExplainedFix[] }) {
  const m = useMessages();
  if (fixes.length === 0) return null;
  return (
    <Container header={<Header variant="h2" description={m.access.fixesText}>{m.access.fixes}</Header>} data-testid="fixes">
      <ol>
        {fixes.map((fix) => (
          <li key={fix.Sentence}>
            <span className="refused-sentence">{fix.Sentence}</span>
            <Box color="text-body-secondary">{m.access.askWhom(fix.WhoCanChange)}</Box>
          </li>
        ))}
      </ol>
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
          minWidth: 190,
          cell: (item) => (
            <>
              {item.PolicyArn ? <Link href={addresses.policy(item.PolicyArn)}>{item.PolicyName}</Link> : item.PolicyName}
              <Box color="text-body-secondary" fontSize="body-s">
                {item.Via}
              </Box>
            </>
          ),
        },
        {
          id: "statement",
          header: m.access.statement,
          cell: (item) => (
            <>
              {m.access.statementNumber(item.StatementIndex + 1, item.StatementId)}
              <Box color="text-body-secondary" fontSize="body-s">
                {m.access.at(item.Line, item.Column)}
              </Box>
            </>
          ),
        },
        {
          id: "effect",
          header: m.access.effect,
          cell: (item) => <Badge color={item.Effect === "Deny" ? "red" : "green"}>{item.Effect}</Badge>,
        },
        {
          id: "matched",
          header: m.access.matched,
          minWidth: 150,
          cell: (item) => (
            <StatusIndicator type={item.Matched ? "info" : "stopped"} wrapText={false}>
              {item.Matched ? m.access.matchedYes : m.access.matchedNo}
            </StatusIndicator>
          ),
        },
        { id: "reason", header: m.access.reason, minWidth: 260, cell: (item) => item.Reason },
      ]}
    />
  );
}
