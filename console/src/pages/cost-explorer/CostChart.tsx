/** Costs over time as stacked bars or as lines; the nine largest groups, the rest together. */
import BarChart from "@cloudscape-design/components/bar-chart";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import LineChart from "@cloudscape-design/components/line-chart";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import type { CostAnswer } from "../../clients/cost-query";
import { useMessages } from "../../messages";
import type { Messages } from "../../messages";
import { coordinate, minus, plain, plus, ZERO } from "../../money/decimal";
import { axisAmount, money } from "../../money/format";
import { shortDay, shortMonth } from "../../time/calendar";
import { groupLabel } from "./labels";
import type { Report } from "./report";

const SHOWN = 9;

export interface Series {
  readonly title: string;
  readonly data: readonly { readonly x: string; readonly y: number }[];
}

export function periodLabel(report: Pick<Report, "granularity">, start: string): string {
  return report.granularity === "MONTHLY" ? shortMonth(start.slice(0, 7)) : shortDay(start);
}

/** The series to draw: the largest groups by name, the rest as one, so that every bar is the whole. */
export function chartSeries(report: Pick<Report, "granularity" | "groupBy">, answer: CostAnswer, m: Messages): Series[] {
  const x = (start: string) => periodLabel(report, start);
  if (answer.groups.length === 0) {
    return [{ title: m.costExplorer.total, data: answer.periods.map((p) => ({ x: x(p.start), y: coordinate(p.total) })) }];
  }
  const shown = answer.groups.length > SHOWN + 1 ? answer.groups.slice(0, SHOWN) : answer.groups;
  const series: Series[] = shown.map((group) => ({
    title: groupLabel(report.groupBy, group.keys, m),
    data: answer.periods.map((p) => ({ x: x(p.start), y: coordinate(p.groups.get(group.key) ?? ZERO) })),
  }));
  if (shown.length < answer.groups.length) {
    series.push({
      title: m.costExplorer.others,
      data: answer.periods.map((period) => {
        const named = shown.reduce((sum, group) => plus(sum, period.groups.get(group.key) ?? ZERO), ZERO);
        return { x: x(period.start), y: coordinate(minus(period.total, named)) };
      }),
    });
  }
  return series;
}

interface CostChartProps {
  report: Report;
  answer: CostAnswer;
  change: (part: Partial<Report>) => void;
  loading: boolean;
}

export function CostChart({ report, answer, change, loading }: CostChartProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const series = chartSeries(report, answer, m);
  const shared = {
    height: 340,
    hideFilter: true,
    xScaleType: "categorical" as const,
    xDomain: answer.periods.map((period) => periodLabel(report, period.start)),
    xTitle: t.xTitle,
    yTitle: answer.unit ? `${t.metrics[report.metric]} (${answer.unit})` : t.metrics[report.metric],
    ariaLabel: t.chart,
    statusType: loading ? ("loading" as const) : ("finished" as const),
    loadingText: m.states.loading,
    legendTitle: "",
    emphasizeBaselineAxis: false,
    i18nStrings: { yTickFormatter: (value: number) => axisAmount(value, answer.unit) },
    detailPopoverSize: "large" as const,
  };
  const formatter = (value: number) => axisAmount(value, answer.unit);
  return (
    <Container
      data-testid="cost-chart"
      header={
        <Header
          variant="h2"
          description={<span data-testid="cost-total" data-amount={plain(answer.total)}>{`${t.total} ${money(answer.total, answer.unit)}`}</span>}
          actions={
            <SegmentedControl
              label={t.chartType}
              selectedId={report.chart}
              onChange={({ detail }) => change({ chart: detail.selectedId === "line" ? "line" : "bar" })}
              options={[
                { id: "bar", text: t.chartTypes.bar },
                { id: "line", text: t.chartTypes.line },
              ]}
            />
          }
        >
          {t.chart}
        </Header>
      }
    >
      {report.chart === "bar" ? (
        <BarChart
          {...shared}
          stackedBars
          series={series.map((one) => ({ type: "bar", title: one.title, data: one.data, valueFormatter: formatter }))}
        />
      ) : (
        <LineChart
          {...shared}
          series={series.map((one) => ({ type: "line", title: one.title, data: one.data, valueFormatter: formatter }))}
        />
      )}
    </Container>
  );
}
