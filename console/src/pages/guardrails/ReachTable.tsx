/** Principals by what they can ever reach, each answer with its reason. */
import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import Popover from "@cloudscape-design/components/popover";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import type { ReachAnswer } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { type Area, areas, askReach, type ReachRow } from "./reach";

const looks: Record<ReachAnswer, StatusIndicatorProps.Type> = { ALWAYS: "info", CAN: "info", NEVER: "success", UNKNOWN: "warning" };

export function ReachTable() {
  const m = useMessages();
  const reach = useAsked(askReach, []);
  return (
    <Answered asked={reach}>
      {(table) => (
        <Listing<ReachRow>
          title={m.guardrails.reachTitle}
          description={m.guardrails.reachText}
          testId="reach"
          items={table}
          keyOf={(row) => row.principal}
          find={m.guardrails.findPrincipals}
          wrapLines
          empty={<Emptiness title={m.states.none} />}
          columns={[
            {
              id: "principal",
              header: m.guardrails.principal,
              sortingField: "principal",
              isRowHeader: true,
              cell: (row) => (row.user ? <Link href={addresses.user(row.user)}>{row.user}</Link> : m.guardrails.root),
            },
            ...areas.map((area) => ({
              id: area,
              header: m.guardrails.areas[area],
              cell: (row: ReachRow) => <ReachCell row={row} area={area} />,
            })),
          ]}
        />
      )}
    </Answered>
  );
}

function ReachCell({ row, area }: { row: ReachRow; area: Area }) {
  const m = useMessages();
  const finding = row.findings[area];
  if (!finding) return <>{m.states.unknown}</>;
  return (
    <Popover
      header={m.guardrails.whyOf(row.user ?? m.guardrails.root, m.guardrails.areas[area])}
      size="large"
      dismissAriaLabel={m.states.close}
      content={<Box>{finding.Reason}</Box>}
    >
      <StatusIndicator type={looks[finding.Answer]}>{m.guardrails.answers[finding.Answer]}</StatusIndicator>
    </Popover>
  );
}
