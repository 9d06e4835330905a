/** A page of reports on commitments: utilization and coverage over time, each with its chart, table and file. */
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import LineChart from "@cloudscape-design/components/line-chart";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import type { ConsolePage } from "../../clients/bursar-shapes";
import { askCommitments, type CommitmentAnswer, type CommitmentQuestion, type CommitmentReport } from "../../clients/commitments";
import { Amount, AmountHead } from "../../components/Amount";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { CallRefusal } from "../../components/PageRefusal";
import { Unserved } from "../../components/Unserved";
import { isUnserved } from "../../clients/failure";
import { download } from "../../csv/csv";
import { useMessages } from "../../messages";
import { coordinate, decimal } from "../../money/decimal";
import { addDays, addMonths, dayOf, firstDay, monthOf } from "../../time/calendar";
import { periodLabel } from "../cost-explorer/series";
import { COLUMNS_MAX, commitmentsCsv, FIGURES, figureText } from "./figures";

const RANGES = [3, 6, 12] as const;

interface CommitmentsPageProps {
  page: ConsolePage;
  subject: "reservations" | "savingsPlans";
  utilization: CommitmentReport;
  coverage: CommitmentReport;
}

export function CommitmentsPage({ page, subject, utilization, coverage }: CommitmentsPageProps) {
  const m = useMessages();
  const t = m.costSetup.commitments;
  const { query } = usePlace();
  const tab = query.get("tab") === "coverage" ? "coverage" : "utilization";
  const report = tab === "coverage" ? coverage : utilization;
  const months = RANGES.find((one) => String(one) === query.get("months")) ?? 6;
  const granularity = query.get("granularity") === "DAILY" ? "DAILY" : "MONTHLY";
  const question: CommitmentQuestion = { start: firstDay(addMonths(monthOf(new Date()), 1 - months)), end: addDays(dayOf(new Date()), 1), granularity };
  const asked = useAsked(() => askExisting(report, question), [report, months, granularity]);
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(location.search);
    next.set(name, value);
    replaceQuery(next);
  };
  if (asked.failure?.kind === "refused") return <CallRefusal failure={asked.failure} page={page} />;
  return (
    <ContentLayout header={<Header variant="h1" description={t[subject].text}>{t[subject].title}</Header>}>
      <SpaceBetween size="l">
        <SpaceBetween direction="horizontal" size="l">
          <FormField label={t.range}>
            <Select
              ariaLabel={t.range}
              data-testid="months"
              selectedOption={{ value: String(months), label: t.months(months) }}
              onChange={({ detail }) => change("months", detail.selectedOption.value ?? "6")}
              options={RANGES.map((value) => ({ value: String(value), label: t.months(value) }))}
            />
          </FormField>
          <FormField label={t.granularity}>
            <SegmentedControl
              label={t.granularity}
              selectedId={granularity}
              onChange={({ detail }) => change("granularity", detail.selectedId)}
              options={(["MONTHLY", "DAILY"] as const).map((id) => ({ id, text: m.costExplorer.granularities[id] }))}
            />
          </FormField>
        </SpaceBetween>
        <Tabs
          activeTabId={tab}
          onChange={({ detail }) => change("tab", detail.activeTabId)}
          tabs={(["utilization", "coverage"] as const).map((id) => ({
            id,
            label: t[id],
            content: isUnserved(asked.failure) ? (
              <Unserved failure={asked.failure} what={t.what[report]} />
            ) : (
              <Answered asked={asked}>{(answer) => <Report report={report} question={question} answer={answer} loading={asked.loading} />}</Answered>
            ),
          }))}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}

/** The report; empty where the server says that it has no such data, which is no failure to the reader. */
async function askExisting(report: CommitmentReport, question: CommitmentQuestion): Promise<CommitmentAnswer> {
  return askCommitments(report, question).catch((thrown: unknown) => {
    const code = (thrown as { failure?: { code?: string } }).failure?.code;
    if (code === "DataUnavailableException") return { periods: [], total: {} };
    throw thrown;
  });
}

interface ReportProps {
  report: CommitmentReport;
  question: CommitmentQuestion;
  answer: CommitmentAnswer;
  loading: boolean;
}

function Report({ report, question, answer, loading }: ReportProps) {
  const m = useMessages();
  const t = m.costSetup.commitments;
  const figures = FIGURES[report];
  const drawn = answer.periods.flatMap((period) => {
    const text = period.figures[figures[0]];
    return text && Number.isFinite(Number(text)) ? [{ x: periodLabel({ granularity: question.granularity }, period.start), y: coordinate(decimal(text)) }] : [];
  });
  if (drawn.length === 0) {
    return (
      <Container data-testid="no-commitments">
        <Emptiness title={t.none} text={t.noneText} />
      </Container>
    );
  }
  const title = t.figures[figures[0]];
  return (
    <SpaceBetween size="l">
      {Object.keys(answer.total).length > 0 ? (
        <Container data-testid="commitment-total">
          <KeyValuePairs columns={4} items={figures.slice(0, 4).map((figure) => ({ label: t.figures[figure], value: figureText(answer.total, figure, m) }))} />
        </Container>
      ) : null}
      <Container header={<Header variant="h2">{title}</Header>} data-testid="commitment-chart">
        <LineChart
          ariaLabel={title}
          height={240}
          hideFilter
          hideLegend
          xScaleType="categorical"
          xTitle={t.period}
          yTitle={t.percentAxis}
          yDomain={[0, Math.max(100, ...drawn.map((point) => point.y))]}
          emphasizeBaselineAxis={false}
          i18nStrings={{ yTickFormatter: (value) => `${value} %` }}
          series={[{ type: "line", title, data: drawn, valueFormatter: (value) => `${value.toFixed(1)} %` }]}
        />
      </Container>
      <Listing<CommitmentAnswer["periods"][number]>
        title={t.byPeriod}
        testId="commitment-table"
        items={answer.periods}
        keyOf={(period) => period.start}
        loading={loading}
        empty={<Emptiness title={t.none} />}
        actions={
          <Button iconName="download" onClick={() => download(t.csvName(report, question.start), commitmentsCsv(report, answer, m))}>
            {m.states.downloadCsv}
          </Button>
        }
        columns={[
          { id: "period", header: t.period, isRowHeader: true, sortingField: "start", cell: (period) => periodLabel({ granularity: question.granularity }, period.start) },
          ...figures.slice(0, COLUMNS_MAX).map((figure) => ({
            id: figure,
            header: <AmountHead>{t.figures[figure]}</AmountHead>,
            cell: (period: CommitmentAnswer["periods"][number]) => <Amount>{figureText(period.figures, figure, m)}</Amount>,
          })),
        ]}
      />
    </SpaceBetween>
  );
}
