/** The numbers behind the chart: a row for each group, a column for each period, totals exact. */
import Box from "@cloudscape-design/components/box";
import type { TableProps } from "@cloudscape-design/components/table";
import type { CostAnswer, CostPeriod } from "../../clients/cost-query";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { csv } from "../../csv/csv";
import { type Messages, useMessages } from "../../messages";
import { compare, type Decimal, plain, ZERO } from "../../money/decimal";
import { money } from "../../money/format";
import { groupLabel, groupTitle } from "./labels";
import type { Report } from "./report";
import { largest, periodLabel } from "./series";

/** As many periods as a table can have for columns; more of them are its rows. */
const COLUMNS_MAX = 100;

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
    label: groupLabel(report.groupBy, group.keys, m, answer.names),
    total: group.total,
    amounts: new Map(
      answer.periods.flatMap((period) => {
        const amount = period.groups.get(group.key);
        return amount ? [[period.start, amount] as const] : [];
      }),
    ),
    whole: false,
  }));
  return [total, ...groups];
}

interface CostTableProps {
  report: Report;
  answer: CostAnswer;
  loading: boolean;
}

export function CostTable(props: CostTableProps) {
  return props.answer.periods.length > COLUMNS_MAX ? <PeriodRows {...props} /> : <GroupRows {...props} />;
}

function GroupRows({ report, answer, loading }: CostTableProps) {
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

/** A row for each period, for reports with more periods than a table can have columns. */
function PeriodRows({ report, answer, loading }: CostTableProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const shown = largest(answer);
  const columns: TableProps.ColumnDefinition<CostPeriod>[] = [
    {
      id: "period",
      header: t.period,
      isRowHeader: true,
      sortingField: "start",
      cell: (period) => `${periodLabel(report, period.start)}${period.estimated ? " *" : ""}`,
    },
    {
      id: "total",
      header: <AmountHead>{t.total}</AmountHead>,
      sortingComparator: (a, b) => compare(a.total, b.total),
      cell: (period) => <Amount bold>{money(period.total, answer.unit)}</Amount>,
    },
    ...shown.map(
      (group): TableProps.ColumnDefinition<CostPeriod> => ({
        id: group.key || "–",
        header: <AmountHead>{groupLabel(report.groupBy, group.keys, m, answer.names)}</AmountHead>,
        sortingComparator: (a, b) => compare(a.groups.get(group.key) ?? ZERO, b.groups.get(group.key) ?? ZERO),
        cell: (period) => <Amount>{money(period.groups.get(group.key) ?? ZERO, answer.unit)}</Amount>,
      }),
    ),
  ];
  return (
    <Listing<CostPeriod>
      title={t.table}
      description={[shown.length < answer.groups.length ? t.longTable : "", answer.periods.some((period) => period.estimated) ? t.estimatedMark : ""].join(" ").trim()}
      items={answer.periods}
      columns={columns}
      keyOf={(period) => period.start}
      loading={loading}
      empty={<Emptiness title={t.empty} />}
      stickyFirst
      testId="cost-table"
    />
  );
}

/**
 * The table as a file: the amounts of the answer with every digit, nothing where the answer has none, and sums that
 * are exact.
 */
export function costCsv(report: Report, answer: CostAnswer, m: Messages): string {
  const heads = [
    report.groupBy.map((group) => groupTitle(group, m)).join(" / ") || m.costExplorer.total,
    ...answer.periods.map((period) => (report.granularity === "MONTHLY" ? period.start.slice(0, 7) : period.start)),
    `${m.costExplorer.total}${answer.unit ? ` (${answer.unit})` : ""}`,
  ];
  const lines = rowsOf(report, answer, m).map((row) => [
    row.label,
    ...answer.periods.map((period) => {
      const amount = row.amounts.get(period.start);
      return amount ? plain(amount) : "";
    }),
    plain(row.total),
  ]);
  return csv([heads, ...lines]);
}
