/** The numbers behind the chart: a row for each group, a column for each period, totals exact. */
import Box from "@cloudscape-design/components/box";
import type { TableProps } from "@cloudscape-design/components/table";
import type { CostAnswer } from "../../clients/cost-query";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { csv } from "../../csv/csv";
import { type Messages, useMessages } from "../../messages";
import { compare, type Decimal, plain, ZERO } from "../../money/decimal";
import { money } from "../../money/format";
import { periodLabel } from "./CostChart";
import { groupLabel, groupTitle } from "./labels";
import type { Report } from "./report";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly total: Decimal;
  readonly amounts: ReadonlyMap<string, Decimal>;
  readonly whole: boolean;
}

function rowsOf(report: Report, answer: CostAnswer, m: Messages): Row[] {
  const total: Row = {
    id: "total",
    label: m.costExplorer.total,
    total: answer.total,
    amounts: new Map(answer.periods.map((period) => [period.start, period.total])),
    whole: true,
  };
  const groups = answer.groups.map((group) => ({
    id: group.key || "–",
    label: groupLabel(report.groupBy, group.keys, m),
    total: group.total,
    amounts: new Map(answer.periods.map((period) => [period.start, period.groups.get(group.key) ?? ZERO])),
    whole: false,
  }));
  return [total, ...groups];
}

export function CostTable({ report, answer, loading }: { report: Report; answer: CostAnswer; loading: boolean }) {
  const m = useMessages();
  const t = m.costExplorer;
  const cell = (row: Row, amount: Decimal) => <Amount bold={row.whole}>{money(amount, answer.unit)}</Amount>;
  const columns: TableProps.ColumnDefinition<Row>[] = [
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
    { id: "total", header: <AmountHead>{t.total}</AmountHead>, sortingComparator: (a, b) => compare(a.total, b.total), cell: (row) => cell(row, row.total) },
    ...answer.periods.map(
      (period): TableProps.ColumnDefinition<Row> => ({
        id: period.start,
        header: <AmountHead>{`${periodLabel(report, period.start)}${period.estimated ? " *" : ""}`}</AmountHead>,
        sortingComparator: (a, b) => compare(a.amounts.get(period.start) ?? ZERO, b.amounts.get(period.start) ?? ZERO),
        cell: (row) => cell(row, row.amounts.get(period.start) ?? ZERO),
      }),
    ),
  ];
  return (
    <Listing<Row>
      title={t.table}
      description={answer.periods.some((period) => period.estimated) ? t.estimatedMark : undefined}
      items={rowsOf(report, answer, m)}
      columns={columns}
      keyOf={(row) => row.id}
      find={t.findGroup}
      loading={loading}
      empty={<Emptiness title={t.empty} />}
      stickyFirst
      testId="cost-table"
    />
  );
}

/** The table as a file, amounts with every digit. */
export function costCsv(report: Report, answer: CostAnswer, m: Messages): string {
  const heads = [
    report.groupBy.map((group) => groupTitle(group, m)).join(" / ") || m.costExplorer.total,
    ...answer.periods.map((period) => (report.granularity === "MONTHLY" ? period.start.slice(0, 7) : period.start)),
    `${m.costExplorer.total}${answer.unit ? ` (${answer.unit})` : ""}`,
  ];
  const lines = rowsOf(report, answer, m).map((row) => [
    row.label,
    ...answer.periods.map((period) => plain(row.amounts.get(period.start) ?? ZERO)),
    plain(row.total),
  ]);
  return csv([heads, ...lines]);
}
