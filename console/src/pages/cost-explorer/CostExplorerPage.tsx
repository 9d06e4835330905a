/** Cost Explorer: a report over time as chart and table. Its address holds the whole report. */
import ContentLayout from "@cloudscape-design/components/content-layout";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { askCosts } from "../../clients/cost-query";
import { Answered } from "../../components/Answered";
import { CallRefusal } from "../../components/PageRefusal";
import { download } from "../../csv/csv";
import { useMessages } from "../../messages";
import { isZero } from "../../money/decimal";
import { CostChart } from "./CostChart";
import { CostTable, costCsv } from "./CostTable";
import { NoCosts } from "./NoCosts";
import { filterExpression, groupDefinition, readReport, type Report, reportQuery, wireEnd } from "./report";
import { ReportControls } from "./ReportControls";

export default function CostExplorerPage() {
  const m = useMessages();
  const { query } = usePlace();
  const address = query.toString();
  const report = useMemo(() => readReport(new URLSearchParams(address)), [address]);
  const { chart, ...asking } = report;
  const answer = useAsked(
    () =>
      askCosts({
        start: report.start,
        end: wireEnd(report),
        granularity: report.granularity,
        metric: report.metric,
        groupBy: report.groupBy.map(groupDefinition),
        filter: filterExpression(report),
      }),
    [JSON.stringify(asking)],
  );
  const change = (part: Partial<Report>) => replaceQuery(reportQuery({ ...report, ...part }));

  if (answer.failure?.kind === "refused") return <CallRefusal failure={answer.failure} page="CostExplorer" />;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={m.costExplorer.text}
          actions={
            <Button
              iconName="download"
              disabled={!answer.value}
              data-testid="cost-csv"
              onClick={() =>
                answer.value && download(m.costExplorer.csvName(report.start, report.last), costCsv(report, answer.value, m))
              }
            >
              {m.states.downloadCsv}
            </Button>
          }
        >
          {m.costExplorer.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ReportControls report={report} change={change} loading={answer.loading} />
        <Answered asked={answer}>
          {(value) =>
            value.groups.length === 0 && isZero(value.total) ? (
              <NoCosts filtered={report.filter.length > 0} change={change} />
            ) : (
              <SpaceBetween size="l">
                <CostChart report={{ ...report, chart }} answer={value} change={change} loading={answer.loading} />
                <CostTable report={report} answer={value} loading={answer.loading} />
              </SpaceBetween>
            )
          }
        </Answered>
      </SpaceBetween>
    </ContentLayout>
  );
}
