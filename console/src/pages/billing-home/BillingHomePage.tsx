/** Billing home: what the account costs at a glance. Each widget asks for itself, and fails for itself. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useSession, mayOpen } from "../../app/session";
import { askCosts, type CostAnswer } from "../../clients/cost-query";
import { Answered } from "../../components/Answered";
import { PartOfCosts } from "../../components/PartOfCosts";
import { useMessages } from "../../messages";
import { isZero, ZERO } from "../../money/decimal";
import { changePercent, money, percent } from "../../money/format";
import { addDays, addMonths, dayOf, firstDay, monthName, monthOf } from "../../time/calendar";
import { CostTrend } from "./CostTrend";
import { LatestCosts } from "./LatestCosts";
import { TopServices } from "./TopServices";

const METRIC = "UnblendedCost";

export default function BillingHomePage() {
  const m = useMessages();
  const { pages } = useSession();
  const today = new Date();
  const month = monthOf(today);
  const end = addDays(dayOf(today), 1);
  const months = useAsked(
    () =>
      askCosts({ start: firstDay(addMonths(month, -5)), end, granularity: "MONTHLY", metric: METRIC, groupBy: [] }),
    [month, end],
  );
  const services = useAsked(
    () =>
      askCosts({
        start: firstDay(addMonths(month, -1)),
        end,
        granularity: "MONTHLY",
        metric: METRIC,
        groupBy: [{ Type: "DIMENSION", Key: "SERVICE" }],
      }),
    [month, end],
  );
  const nothing = months.value !== undefined && months.value.periods.every((period) => isZero(period.total));
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={m.billing.homeText}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {mayOpen(pages, "CostExplorer") ? <Button href={addresses.costExplorer()}>{m.billing.toExplorer}</Button> : null}
              {mayOpen(pages, "Bills") ? (
                <Button variant="primary" href={addresses.bills()}>
                  {m.billing.toBills}
                </Button>
              ) : null}
            </SpaceBetween>
          }
        >
          {m.billing.homeTitle}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <PartOfCosts action="ce:GetCostAndUsage" />
        {nothing ? <LatestCosts /> : null}
        <ColumnLayout columns={3} minColumnWidth={200}>
          <Container header={<Header variant="h2" description={monthName(month)}>{m.billing.monthToDate}</Header>} data-testid="month-to-date" fitHeight>
            <Answered asked={months}>{(answer) => <Figure amount={totalOf(answer, month)} unit={answer.unit} />}</Answered>
          </Container>
          <Container
            header={<Header variant="h2" description={monthName(addMonths(month, -1))}>{m.billing.lastMonth}</Header>}
            data-testid="last-month"
            fitHeight
          >
            <Answered asked={months}>
              {(answer) => (
                <>
                  <Figure amount={totalOf(answer, addMonths(month, -1))} unit={answer.unit} />
                  <Change answer={answer} month={addMonths(month, -1)} />
                </>
              )}
            </Answered>
          </Container>
          <Container
            header={<Header variant="h2" description={monthName(addMonths(month, -2))}>{m.billing.monthBefore}</Header>}
            data-testid="month-before"
            fitHeight
          >
            <Answered asked={months}>
              {(answer) => (
                <>
                  <Figure amount={totalOf(answer, addMonths(month, -2))} unit={answer.unit} />
                  <Change answer={answer} month={addMonths(month, -2)} />
                </>
              )}
            </Answered>
          </Container>
        </ColumnLayout>
        <ColumnLayout columns={2} minColumnWidth={400}>
          <Container fitHeight header={<Header variant="h2" description={m.billing.trendText}>{m.billing.trend}</Header>} data-testid="trend">
            <Answered asked={months}>{(answer) => <CostTrend answer={answer} />}</Answered>
          </Container>
          <TopServices asked={services} month={month} />
        </ColumnLayout>
      </SpaceBetween>
    </ContentLayout>
  );
}

function totalOf(answer: CostAnswer, month: string) {
  return answer.periods.find((period) => period.start.startsWith(month))?.total ?? ZERO;
}

/** The change against the month before, where that one has costs. */
function Change({ answer, month }: { answer: CostAnswer; month: string }) {
  const m = useMessages();
  const before = addMonths(month, -1);
  const change = changePercent(totalOf(answer, before), totalOf(answer, month));
  return change === undefined ? null : (
    <Box color="text-body-secondary">{m.billing.changeAgainst(percent(change), monthName(before))}</Box>
  );
}

function Figure({ amount, unit }: { amount: Parameters<typeof money>[0]; unit: string }) {
  return <div className="figure">{money(amount, unit || "USD")}</div>;
}
