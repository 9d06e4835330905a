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
import { CostFilter } from "./CostFilter";
import { groupTitle } from "./labels";
import { DIMENSIONS, METRICS, type Preset, PRESETS, type Report } from "./report";
import { tagKeys } from "./values";

interface ControlsProps {
  report: Report;
  change: (part: Partial<Report>) => void;
  loading: boolean;
}

export function ReportControls({ report, change }: ControlsProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const tags = useAsked(() => tagKeys(report.start, report.last), [report.start, report.last]);
  const groups = [
    ...DIMENSIONS.map((dimension) => ({ value: dimension as string, label: t.dimensions[dimension] })),
    ...(tags.value ?? []).map((key) => ({ value: `TAG:${key}`, label: t.tag(key) })),
  ];
  return (
    <Container data-testid="report">
      <SpaceBetween size="m">
        <Grid
          gridDefinition={[
            { colspan: { default: 12, xxs: 6, m: 3 } },
            { colspan: { default: 12, xxs: 6, m: 3 } },
            { colspan: { default: 12, xxs: 6, m: 3 } },
            { colspan: { default: 12, xxs: 6, m: 3 } },
          ]}
        >
          <FormField label={t.dateRange} stretch>
            <RangePicker report={report} change={change} />
          </FormField>
          <FormField label={t.granularity} stretch>
            <SegmentedControl
              label={t.granularity}
              selectedId={report.granularity}
              onChange={({ detail }) => change({ granularity: detail.selectedId === "DAILY" ? "DAILY" : "MONTHLY" })}
              options={[
                { id: "MONTHLY", text: t.granularities.MONTHLY },
                { id: "DAILY", text: t.granularities.DAILY },
              ]}
            />
          </FormField>
          <FormField label={t.metric} stretch>
            <Select
              ariaLabel={t.metric}
              data-testid="metric"
              selectedOption={{ value: report.metric, label: t.metrics[report.metric] }}
              onChange={({ detail }) =>
                change({ metric: METRICS.find((metric) => metric === detail.selectedOption.value) ?? "UnblendedCost" })
              }
              options={METRICS.map((metric) => ({ value: metric, label: t.metrics[metric] }))}
            />
          </FormField>
          <FormField label={t.groupBy} stretch>
            <Multiselect
              ariaLabel={t.groupBy}
              data-testid="group-by"
              placeholder={report.groupBy.length === 0 ? t.groupByNone : t.groupByHint}
              inlineTokens
              tokenLimit={2}
              selectedOptions={report.groupBy.map((group) => ({ value: group, label: groupTitle(group, m) }))}
              onChange={({ detail }) => change({ groupBy: detail.selectedOptions.map((option) => option.value!).slice(-2) })}
              options={groups}
              statusType={tags.loading ? "loading" : "finished"}
              loadingText={m.states.loading}
              deselectAriaLabel={(option) => `${m.states.remove} ${option.label}`}
            />
          </FormField>
        </Grid>
        <CostFilter report={report} change={change} tags={tags.value ?? []} />
      </SpaceBetween>
    </Container>
  );
}

function RangePicker({ report, change }: Omit<ControlsProps, "loading">) {
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
