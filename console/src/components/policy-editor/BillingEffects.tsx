/** "What does this allow in billing?": each page and tool, and what the document does to it. */
import Box from "@cloudscape-design/components/box";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { BillingEffect, Decision } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";

const look: Record<Decision, StatusIndicatorProps.Type> = {
  ALLOWED: "success",
  IMPLICITLY_DENIED: "stopped",
  EXPLICITLY_DENIED: "error",
};

export function BillingEffects({ effects, loading }: { effects: readonly BillingEffect[]; loading: boolean }) {
  const m = useMessages();
  return (
    <Listing<BillingEffect>
      title={m.identity.allowsInBilling}
      description={m.identity.allowsInBillingText}
      testId="billing-effects"
      items={effects}
      keyOf={(item) => `${item.Name} ${item.Action}`}
      find={m.identity.filterEffects}
      loading={loading && effects.length === 0}
      pageSize={40}
      wrapLines
      empty={<Emptiness title={m.states.none} />}
      columns={[
        { id: "name", header: m.identity.pageOrTool, sortingField: "Name", isRowHeader: true, cell: (item) => item.Name },
        { id: "effect", header: m.identity.effect, sortingField: "Effect", minWidth: 130, cell: (item) => <EffectWord decision={item.Effect} /> },
        { id: "action", header: m.identity.action, sortingField: "Action", cell: (item) => <Box variant="code">{item.Action}</Box> },
        {
          id: "legacyEffect",
          header: m.identity.legacyEffect,
          minWidth: 130,
          cell: (item) => (item.LegacyEffect ? <EffectWord decision={item.LegacyEffect} /> : m.states.unknown),
        },
        {
          id: "legacyAction",
          header: m.identity.legacyAction,
          sortingField: "LegacyAction",
          cell: (item) => (item.LegacyAction ? <Box variant="code">{item.LegacyAction}</Box> : m.states.unknown),
        },
      ]}
    />
  );
}

function EffectWord({ decision }: { decision: Decision }) {
  const m = useMessages();
  return <StatusIndicator type={look[decision] ?? "info"} wrapText={false}>{m.identity.effects[decision] ?? decision}</StatusIndicator>;
}
