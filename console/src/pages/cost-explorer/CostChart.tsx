/** Costs over time as bars, stacked bars or lines, and the forecast beside them. */
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import MixedLineBarChart, { type MixedLineBarChartProps } from "@cloudscape-design/components/mixed-line-bar-chart";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { type Forecast, INTERVAL_PERCENT } from "../../clients/cost-forecast";
import type { CostAnswer } from "../../clients/cost-query";
import { useMessages } from "../../messages";
import { plain } from "../../money/decimal";
import { axisAmount, count, money } from "../../money/format";
import { among, CHARTS, type Report } from "./report";
import { chartSeries, forecastSeries, periodLabel } from "./series";

/** Periods of which each still gets a line of its own on a screen. */
const DRAWN_MAX = 750;
const FORECAST_COLOR = "#8c8c94";

interface CostChartProps {
  report: Report;
  answer: CostAnswer;
  forecast: Forecast | undefined;
  change: (part: Partial<Report>) => void;
  loading: boolean;
}

export function CostChart({ report, answer, forecast, change, loading }: CostChartProps) {
  const m = useMessages();
  const t = m.costExplorer;
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
              onChange={({ detail }) => change({ chart: among(CHARTS, detail.selectedId) ?? "stack" })}
              options={CHARTS.map((id) => ({ id, text: t.chartTypes[id] }))}
            />
          }
        >
          {t.chart}
        </Header>
      }
    >
      {answer.periods.length > DRAWN_MAX ? (
        <Alert type="info">{t.tooMany(count(answer.periods.length))}</Alert>
      ) : (
        <Drawing report={report} answer={answer} forecast={forecast} loading={loading} />
      )}
    </Container>
  );
}

function Drawing({ report, answer, forecast, loading }: Omit<CostChartProps, "change">) {
  const m = useMessages();
  const t = m.costExplorer;
  const formatter = (value: number) => axisAmount(value, answer.unit);
  const type = report.chart === "line" ? ("line" as const) : ("bar" as const);
  const series: MixedLineBarChartProps.ChartSeries<string>[] = chartSeries(report, answer, m).map((one) => ({
    type,
    title: one.title,
    data: one.data,
    valueFormatter: formatter,
  }));
  if (forecast) {
    const { mean, lower, upper } = forecastSeries(report, answer, forecast, m, `${INTERVAL_PERCENT} %`);
    series.push({ type, title: mean.title, data: mean.data, color: FORECAST_COLOR, valueFormatter: formatter });
    for (const bound of [lower, upper]) {
      if (bound.data.length > 0) series.push({ type: "line", title: bound.title, data: bound.data, color: FORECAST_COLOR, valueFormatter: formatter });
    }
  }
  const periods = [...answer.periods, ...(forecast?.periods ?? [])].map((period) => periodLabel(report, period.start));
  return (
    <MixedLineBarChart
      height={340}
      hideFilter
      xScaleType="categorical"
      xDomain={[...new Set(periods)]}
      xTitle={t.xTitle}
      yTitle={answer.unit ? `${t.metrics[report.metric]} (${answer.unit})` : t.metrics[report.metric]}
      ariaLabel={t.chart}
      statusType={loading ? "loading" : "finished"}
      loadingText={m.states.loading}
      legendTitle=""
      emphasizeBaselineAxis={false}
      stackedBars={report.chart === "stack"}
      detailPopoverSize="large"
      i18nStrings={{ yTickFormatter: formatter }}
      series={series}
    />
  );
}
