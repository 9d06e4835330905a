/** Two months beside each other: what each group cost in either, and how much that differs. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { TableProps } from "@cloudscape-design/components/table";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAsked } from "../../app/asking";
import { askComparison, type ComparisonAnswer, type ComparisonQuestion } from "../../clients/cost-comparison";
import { isUnserved } from "../../clients/failure";
import { Amount, AmountHead } from "../../components/Amount";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Unserved } from "../../components/Unserved";
import { csv, download } from "../../csv/csv";
import { type Messages, useMessages } from "../../messages";
import { compare, decimal } from "../../money/decimal";
import { changePercent, money, percent } from "../../money/format";
import { shortMonth } from "../../time/calendar";
import { Drivers } from "./Drivers";
import { filterExpression } from "./filter";
import { groupLabel, groupTitle } from "./labels";
import { type Comparison, groupDefinition, type Report, wireMonth } from "./report";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly whole: boolean;
}

export function comparisonRows(report: Pick<Report, "groupBy">, answer: ComparisonAnswer, m: Messages): Row[] {
  const groups = answer.groups
    .map((group, index) => ({ id: `${index}`, label: groupLabel(report.groupBy, group.keys, m), before: group.before, after: group.after, difference: group.difference, whole: false }))
    .sort((a, b) => compare(size(b), size(a)));
  return [{ id: "total", label: m.costExplorer.total, ...answer.total, whole: true }, ...(report.groupBy.length ? groups : [])];
}

function size(row: Row) {
  const value = decimal(row.difference);
  return value.units < 0n ? { ...value, units: -value.units } : value;
}

export function comparisonCsv(report: Pick<Report, "groupBy">, compared: Comparison, answer: ComparisonAnswer, m: Messages): string {
  const t = m.costExplorer;
  const heads = [report.groupBy.map((group) => groupTitle(group, m)).join(" / ") || t.total, compared.baseline, compared.month, `${t.difference}${answer.unit ? ` (${answer.unit})` : ""}`];
  return csv([heads, ...comparisonRows(report, answer, m).map((row) => [row.label, row.before, row.after, row.difference])]);
}

export function ComparisonView({ report, compared }: { report: Report; compared: Comparison }) {
  const m = useMessages();
  const t = m.costExplorer;
  const { groupBy, filter, join, ignoreCase, metric } = report;
  const question: ComparisonQuestion = {
    baseline: wireMonth(compared.baseline),
    month: wireMonth(compared.month),
    metric,
    groupBy: groupBy.map(groupDefinition),
    filter: filterExpression(report),
  };
  const about = JSON.stringify({ compared, groupBy, filter, join, ignoreCase, metric });
  const asked = useAsked(() => askComparison(question), [about]);
  if (isUnserved(asked.failure)) return <Unserved failure={asked.failure} what={t.comparisons} />;
  return (
    <Answered asked={asked}>
      {(answer) => (
        <SpaceBetween size="l">
          <ComparisonTable report={report} compared={compared} answer={answer} loading={asked.loading} />
          <Drivers key={about} report={report} question={question} />
        </SpaceBetween>
      )}
    </Answered>
  );
}

interface TableOfProps {
  report: Report;
  compared: Comparison;
  answer: ComparisonAnswer;
  loading: boolean;
}

function ComparisonTable({ report, compared, answer, loading }: TableOfProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const amount = (id: "before" | "after" | "difference", header: string): TableProps.ColumnDefinition<Row> => ({
    id,
    header: <AmountHead>{header}</AmountHead>,
    sortingComparator: (a, b) => compare(decimal(a[id]), decimal(b[id])),
    cell: (row) => <Amount bold={row.whole}>{money(row[id], answer.unit)}</Amount>,
  });
  return (
    <Listing<Row>
      title={t.comparison}
      description={
        <SpaceBetween direction="horizontal" size="xs">
          <span>{t.comparisonText(shortMonth(compared.baseline), shortMonth(compared.month))}</span>
          <span data-testid="comparison-difference" data-amount={answer.total.difference}>
            {money(answer.total.difference, answer.unit)}
          </span>
        </SpaceBetween>
      }
      items={comparisonRows(report, answer, m)}
      keyOf={(row) => row.id}
      find={t.findGroup}
      loading={loading}
      testId="comparison"
      empty={<Emptiness title={t.empty} text={t.emptyText} />}
      actions={
        <Button
          iconName="download"
          data-testid="comparison-csv"
          onClick={() => download(t.comparisonCsvName(compared.baseline, compared.month), comparisonCsv(report, compared, answer, m))}
        >
          {m.states.downloadCsv}
        </Button>
      }
      columns={[
        {
          id: "group",
          header: report.groupBy.map((group) => groupTitle(group, m)).join(" / ") || t.total,
          isRowHeader: true,
          sortingComparator: (a, b) => a.label.localeCompare(b.label),
          cell: (row) => (
            <Box variant="span" fontWeight={row.whole ? "bold" : "normal"}>
              {row.label}
            </Box>
          ),
        },
        amount("before", shortMonth(compared.baseline)),
        amount("after", shortMonth(compared.month)),
        amount("difference", t.difference),
        {
          id: "change",
          header: <AmountHead>{t.change}</AmountHead>,
          cell: (row) => {
            const change = changePercent(decimal(row.before), decimal(row.after));
            return <Amount bold={row.whole}>{change === undefined ? t.newCosts : percent(change)}</Amount>;
          },
        },
      ]}
    />
  );
}
