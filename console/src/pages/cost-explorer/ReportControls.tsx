/** What the report asks: range, granularity, metric, grouping, filter. */
import Container from "@cloudscape-design/components/container";
import DateRangePicker, { type DateRangePickerProps } from "@cloudscape-design/components/date-range-picker";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Multiselect from "@cloudscape-design/components/multiselect";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAsked } from "../../app/asking";
import { useMessages } from "../../messages";
import { addMonths, monthName, monthOf } from "../../time/calendar";
import { CostFilter } from "./CostFilter";
import { groupTitle } from "./labels";
import { DIMENSIONS } from "./dimensions";
import { among, type Comparison, FORECASTS, forecastsOf, GRANULARITIES, METRICS, type Preset, PRESETS, type Report } from "./report";
import { categoryNames, tagKeys } from "./values";

interface ControlsProps {
  report: Report;
  change: (part: Partial<Report>) => void;
}

const FIELDS = [1, 2, 3, 4].map(() => ({ colspan: { default: 12, xxs: 6, m: 3 } }));

export function ReportControls({ report, change }: ControlsProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const tags = useAsked(() => tagKeys(report.start, report.last), [report.start, report.last]);
  const categories = useAsked(() => categoryNames(report.start, report.last), [report.start, report.last]);
  const compared = report.compare;
  return (
    <Container data-testid="report">
      <SpaceBetween size="m">
        <SegmentedControl
          label={t.view}
          selectedId={compared ? "compare" : "time"}
          onChange={({ detail }) => change({ compare: detail.selectedId === "compare" ? usualComparison() : undefined })}
          options={[
            { id: "time", text: t.views.time },
            { id: "compare", text: t.views.compare },
          ]}
        />
        <Grid gridDefinition={FIELDS}>
          {compared ? (
            <MonthField label={t.baselineMonth} month={compared.baseline} choose={(baseline) => change({ compare: { ...compared, baseline } })} testId="baseline-month" />
          ) : (
            <FormField label={t.dateRange} stretch>
              <RangePicker report={report} change={change} />
            </FormField>
          )}
          {compared ? (
            <MonthField
              label={t.comparedMonth}
              month={compared.month}
              choose={(month) => change({ compare: { ...compared, month } })}
              error={compared.baseline === compared.month ? t.sameMonth : undefined}
              testId="compared-month"
            />
          ) : (
            <FormField label={t.granularity} stretch>
              <SegmentedControl
                label={t.granularity}
                selectedId={report.granularity}
                onChange={({ detail }) => change({ granularity: among(GRANULARITIES, detail.selectedId) ?? "MONTHLY" })}
                options={GRANULARITIES.map((id) => ({ id, text: t.granularities[id] }))}
              />
            </FormField>
          )}
          <FormField label={t.metric} stretch>
            <Select
              ariaLabel={t.metric}
              data-testid="metric"
              selectedOption={{ value: report.metric, label: t.metrics[report.metric] }}
              onChange={({ detail }) => change({ metric: among(METRICS, detail.selectedOption.value) ?? "UnblendedCost" })}
              options={METRICS.map((metric) => ({ value: metric, label: t.metrics[metric] }))}
            />
          </FormField>
          <FormField label={t.groupBy} stretch>
            <GroupField report={report} change={change} tags={tags.value ?? []} categories={categories.value ?? []} loading={tags.loading} />
          </FormField>
        </Grid>
        <Grid gridDefinition={[{ colspan: { default: 12, s: 9 } }, { colspan: { default: 12, s: 3 } }]}>
          <FormField label={t.filters} stretch>
            <CostFilter report={report} change={change} tags={tags.value ?? []} categories={categories.value ?? []} />
          </FormField>
          {compared || report.granularity === "HOURLY" ? (
            <span />
          ) : (
            <FormField label={t.forecast} stretch>
              <Select
                ariaLabel={t.forecast}
                data-testid="forecast-months"
                selectedOption={{ value: String(report.forecast), label: t.forecastMonths[report.forecast] }}
                onChange={({ detail }) => change({ forecast: among(FORECASTS, Number(detail.selectedOption.value)) ?? 0 })}
                options={forecastsOf(report.granularity).map((months) => ({ value: String(months), label: t.forecastMonths[months] }))}
              />
            </FormField>
          )}
        </Grid>
      </SpaceBetween>
    </Container>
  );
}

interface GroupFieldProps extends ControlsProps {
  tags: readonly string[];
  categories: readonly string[];
  loading: boolean;
}

function GroupField({ report, change, tags, categories, loading }: GroupFieldProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const options = (keys: readonly string[]) => keys.map((value) => ({ value, label: groupTitle(value, m) }));
  return (
    <Multiselect
      ariaLabel={t.groupBy}
      data-testid="group-by"
      placeholder={report.groupBy.length === 0 ? t.groupByNone : t.groupByHint}
      inlineTokens
      tokenLimit={2}
      filteringType="auto"
      filteringPlaceholder={t.findKey}
      filteringAriaLabel={t.findKey}
      selectedOptions={options(report.groupBy)}
      onChange={({ detail }) => change({ groupBy: detail.selectedOptions.map((option) => option.value!).slice(-2) })}
      options={[
        { label: t.dimensionGroup, options: options(DIMENSIONS) },
        ...(categories.length ? [{ label: t.categoryGroup, options: options(categories.map((name) => `CATEGORY:${name}`)) }] : []),
        ...(tags.length ? [{ label: t.tagGroup, options: options(tags.map((key) => `TAG:${key}`)) }] : []),
      ]}
      empty={m.states.noMatch}
      noMatch={m.states.noMatch}
      statusType={loading ? "loading" : "finished"}
      loadingText={m.states.loading}
      deselectAriaLabel={(option) => `${m.states.remove} ${option.label}`}
    />
  );
}

/** The month before last, and the last one: the two that are over. */
function usualComparison(): Comparison {
  const now = monthOf(new Date());
  return { baseline: addMonths(now, -2), month: addMonths(now, -1) };
}

/** How many months back two months can be compared, as on AWS. */
const MONTHS_BACK = 38;

function MonthField({ label, month, choose, error, testId }: { label: string; month: string; choose: (month: string) => void; error?: string | undefined; testId: string }) {
  const now = monthOf(new Date());
  const months = [...new Set([month, ...Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(now, -back))])].sort().reverse();
  return (
    <FormField label={label} stretch errorText={error}>
      <Select
        ariaLabel={label}
        data-testid={testId}
        selectedOption={{ value: month, label: monthName(month) }}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? month)}
        options={months.map((value) => ({ value, label: monthName(value) }))}
      />
    </FormField>
  );
}

function RangePicker({ report, change }: ControlsProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const relative: DateRangePickerProps.RelativeOption[] = PRESETS.map((preset) => ({
    key: preset,
    type: "relative",
    unit: "day",
    amount: 1,
  }));
  const value: DateRangePickerProps.Value = report.preset
    ? { type: "relative", key: report.preset, unit: "day", amount: 1 }
    : { type: "absolute", startDate: report.start, endDate: report.last };
  const words = (range: { key?: string | undefined }) => t.presets[(range.key ?? "last-6m") as Preset] ?? t.dateRange;
  return (
    <DateRangePicker
      value={value}
      dateOnly
      data-testid="date-range"
      showClearButton={false}
      expandToViewport
      relativeOptions={relative}
      placeholder={t.dateRange}
      rangeSelectorMode="default"
      customRelativeRangeUnits={[]}
      i18nStrings={{
        ariaLabel: t.dateRange,
        formatRelativeRange: words,
        relativeRangeSelectionHeading: t.relativeTitle,
        customRelativeRangeOptionLabel: "",
        customRelativeRangeOptionDescription: "",
      }}
      isValidRange={(range) =>
        range === null || (range.type === "absolute" && (!range.startDate || !range.endDate || range.startDate > range.endDate))
          ? { valid: false, errorMessage: t.invalidRange }
          : { valid: true }
      }
      onChange={({ detail }) => {
        const next = detail.value;
        if (!next) return;
        if (next.type === "relative") change({ preset: PRESETS.find((preset) => preset === next.key) ?? "last-6m" });
        else change({ preset: undefined, start: next.startDate.slice(0, 10), last: next.endDate.slice(0, 10) });
      }}
    />
  );
}
