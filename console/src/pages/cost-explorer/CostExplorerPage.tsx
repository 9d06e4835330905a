/** Cost Explorer: a report over time as chart and table. Its address holds the whole report. */
import ContentLayout from "@cloudscape-design/components/content-layout";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { askForecast } from "../../clients/cost-forecast";
import { askCosts, type CostAnswer } from "../../clients/cost-query";
import { Answered } from "../../components/Answered";
import { CallRefusal } from "../../components/PageRefusal";
import { PartOfCosts } from "../../components/PartOfCosts";
import { download } from "../../csv/csv";
import { useMessages } from "../../messages";
import { isZero } from "../../money/decimal";
import { dayOf } from "../../time/calendar";
import { ComparisonView } from "./ComparisonView";
import { CostChart } from "./CostChart";
import { CostTable, costCsv } from "./CostTable";
import { Currencies } from "./Currencies";
import { filterExpression } from "./filter";
import { ForecastTable } from "./ForecastTable";
import { NoCosts } from "./NoCosts";
import { forecastEnd, groupDefinition, readReport, type Report, reportQuery, wirePeriod } from "./report";
import { ReportControls } from "./ReportControls";
import { keepingSaved, SavedReports } from "./SavedReports";

export default function CostExplorerPage() {
  const m = useMessages();
  const { query } = usePlace();
  const address = query.toString();
  const report = useMemo(() => readReport(new URLSearchParams(address)), [address]);
  const { chart: _, forecast: __, ...asking } = report;
  const answer = useAsked(() => askReport(report), [JSON.stringify(asking)]);
  const change = (part: Partial<Report>) => replaceQuery(keepingSaved(query, reportQuery({ ...report, ...part })));

  if (answer.failure?.kind === "refused") return <CallRefusal failure={answer.failure} page="CostExplorer" />;
  const mixed = answer.failure?.kind === "failed" && /CURRENCY/.test(answer.failure.message);
  const found = answer.value;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={m.costExplorer.text}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <SavedReports address={address} report={report} />
              {report.compare ? null : (
                <Button
                  iconName="download"
                  disabled={!found}
                  data-testid="cost-csv"
                  onClick={() => found && download(m.costExplorer.csvName(report.start, report.last), costCsv(report, found, m))}
                >
                  {m.states.downloadCsv}
                </Button>
              )}
            </SpaceBetween>
          }
        >
          {m.costExplorer.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <PartOfCosts action="ce:GetCostAndUsage" />
        <ReportControls report={report} change={change} />
        {mixed ? <Currencies report={report} change={change} /> : null}
        {report.compare ? (
          <ComparisonView report={report} compared={report.compare} />
        ) : (
          <Answered asked={answer}>
            {(value) =>
              !value ? null : value.groups.length === 0 && isZero(value.total) ? (
                <NoCosts filtered={report.filter.length > 0} change={change} />
              ) : (
                <OverTime report={report} answer={value} change={change} loading={answer.loading} />
              )
            }
          </Answered>
        )}
      </SpaceBetween>
    </ContentLayout>
  );
}

/** What costs were, over time; nothing while months are compared instead. */
async function askReport(report: Report): Promise<CostAnswer | null> {
  if (report.compare) return null;
  return askCosts({
    ...wirePeriod(report),
    granularity: report.granularity,
    metric: report.metric,
    groupBy: report.groupBy.map(groupDefinition),
    filter: filterExpression(report),
  });
}

interface OverTimeProps {
  report: Report;
  answer: CostAnswer;
  change: (part: Partial<Report>) => void;
  loading: boolean;
}

function OverTime({ report, answer, change, loading }: OverTimeProps) {
  const { granularity, metric, filter, join, ignoreCase } = report;
  const months = report.forecast;
  const today = dayOf(new Date());
  const forecast = useAsked(
    async () =>
      months === 0
        ? undefined
        : askForecast({ start: today, end: forecastEnd(granularity, months, today), granularity, metric, filter: filterExpression(report) }),
    [months, JSON.stringify({ granularity, metric, filter, join, ignoreCase })],
  );
  return (
    <SpaceBetween size="l">
      <CostChart report={report} answer={answer} forecast={months === 0 ? undefined : forecast.value} change={change} loading={loading} />
      {months === 0 ? null : <ForecastTable report={report} asked={forecast} />}
      <CostTable report={report} answer={answer} loading={loading} />
    </SpaceBetween>
  );
}
