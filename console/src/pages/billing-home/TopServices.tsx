import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import type { Asked } from "../../app/asking";
import type { CostAnswer } from "../../clients/cost-query";
import { Amount, AmountHead } from "../../components/Amount";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { useMessages } from "../../messages";
import { compare, isZero, ZERO } from "../../money/decimal";
import { money } from "../../money/format";
import { addMonths, monthName } from "../../time/calendar";

/** The services that cost most this month, beside last month; last month leads while this one has no costs yet. */
export function TopServices({ asked, month }: { asked: Asked<CostAnswer>; month: string }) {
  const m = useMessages();
  return (
    <Container
      fitHeight
      header={<Header variant="h2" description={m.billing.topServicesText(monthName(month))}>{m.billing.topServices}</Header>}
      data-testid="top-services"
    >
      <Answered asked={asked}>{(answer) => <ServiceTable answer={answer} month={month} />}</Answered>
    </Container>
  );
}

function ServiceTable({ answer, month }: { answer: CostAnswer; month: string }) {
  const m = useMessages();
  const unit = answer.unit || "USD";
  const now = answer.periods.find((period) => period.start.startsWith(month));
  const before = answer.periods.find((period) => period.start.startsWith(addMonths(month, -1)));
  const leading = now && !isZero(now.total) ? now : before;
  const rows = answer.groups
    .map((group) => ({
      service: group.keys[0] || m.billing.noService,
      now: now?.groups.get(group.key) ?? ZERO,
      before: before?.groups.get(group.key) ?? ZERO,
      leading: leading?.groups.get(group.key) ?? ZERO,
    }))
    .sort((a, b) => compare(b.leading, a.leading))
    .slice(0, 6);
  return (
    <Table
      variant="borderless"
      wrapLines
      items={rows}
      trackBy="service"
      empty={<Emptiness title={m.billing.noCosts} text={m.billing.noCostsText} />}
      columnDefinitions={[
        { id: "service", header: m.billing.service, isRowHeader: true, cell: (row) => row.service },
        { id: "now", header: <AmountHead>{m.billing.current}</AmountHead>, minWidth: 120, cell: (row) => <Amount>{money(row.now, unit)}</Amount> },
        { id: "before", header: <AmountHead>{m.billing.previous}</AmountHead>, minWidth: 120, cell: (row) => <Amount>{money(row.before, unit)}</Amount> },
      ]}
    />
  );
}
