/** The anomalies of the last weeks, their likely causes, and what the reader thinks of them. */
import type { Anomaly, AnomalyFeedbackType } from "@aws-sdk/client-cost-explorer";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { assess, listAnomalies } from "../../clients/anomalies";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { Unserved } from "../../components/Unserved";
import { type Messages, useMessages } from "../../messages";
import { decimal } from "../../money/decimal";
import { percent, quantity } from "../../money/format";
import { addDays, dayOf, dayText } from "../../time/calendar";

const RANGES = [30, 60, 90] as const;
const FEEDBACKS = ["YES", "NO", "PLANNED_ACTIVITY"] as const satisfies readonly AnomalyFeedbackType[];

/** An amount that comes as a number of the wire; the unit is the data's own. */
function amountText(value: number | undefined, m: Messages): string {
  return value === undefined ? m.states.unknown : quantity(decimal(value.toFixed(2)), "");
}

function impactText(anomaly: Anomaly, m: Messages): string {
  const amount = amountText(anomaly.Impact?.TotalImpact, m);
  const share = anomaly.Impact?.TotalImpactPercentage;
  return share === undefined ? amount : m.costSetup.anomaly.impactText(amount, percent(share));
}

function causes(anomaly: Anomaly): string {
  return (anomaly.RootCauses ?? [])
    .map((cause) => [cause.Service, cause.LinkedAccountName ?? cause.LinkedAccount, cause.Region, cause.UsageType].filter(Boolean).join(", "))
    .join("; ");
}

export function FoundAnomalies() {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const { tell } = useNotices();
  const [days, setDays] = useState<number>(RANGES[2]);
  const [chosen, setChosen] = useState<Anomaly[]>([]);
  const today = dayOf(new Date());
  const asked = useAsked(() => listAnomalies(addDays(today, -days), today), [days]);
  const doing = useDoing();
  if (asked.failure) return <Unserved failure={asked.failure} what={t.what} again={asked.again} />;
  const keep = (feedback: AnomalyFeedbackType) =>
    void doing.run(async () => {
      await assess(chosen[0]?.AnomalyId ?? "", feedback);
      tell(t.assessed);
      setChosen([]);
      asked.again();
    });
  return (
    <SpaceBetween size="s">
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <FormField label={t.range}>
        <Select
          ariaLabel={t.range}
          selectedOption={{ value: String(days), label: t.days(days) }}
          onChange={({ detail }) => setDays(Number(detail.selectedOption.value))}
          options={RANGES.map((value) => ({ value: String(value), label: t.days(value) }))}
        />
      </FormField>
      <Listing<Anomaly>
        title={t.anomalies}
        testId="anomalies"
        items={asked.value ?? []}
        keyOf={(item) => `${item.AnomalyStartDate?.slice(0, 10)} ${item.DimensionValue ?? item.AnomalyId}`}
        find={t.findAnomalies}
        loading={asked.loading}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        sortBy="started"
        sortDescending
        wrapLines
        empty={<Emptiness title={t.noAnomalies} text={t.noAnomaliesText} />}
        actions={
          <ButtonDropdown
            disabled={!chosen[0]}
            loading={doing.busy}
            items={FEEDBACKS.map((id) => ({ id, text: t.feedbacks[id] ?? id }))}
            onItemClick={({ detail }) => keep(FEEDBACKS.find((id) => id === detail.id) ?? "YES")}
          >
            {t.assess}
          </ButtonDropdown>
        }
        columns={[
          {
            id: "started",
            header: t.lasted,
            sortingField: "AnomalyStartDate",
            isRowHeader: true,
            cell: (item) => (item.AnomalyEndDate ? t.lastedText(dayText(item.AnomalyStartDate), dayText(item.AnomalyEndDate)) : t.ongoing(dayText(item.AnomalyStartDate))),
          },
          { id: "where", header: t.where, sortingField: "DimensionValue", cell: (item) => item.DimensionValue || m.states.unknown },
          {
            id: "impact",
            header: <AmountHead>{t.impact}</AmountHead>,
            sortingComparator: (a, b) => (a.Impact?.TotalImpact ?? 0) - (b.Impact?.TotalImpact ?? 0),
            cell: (item) => <Amount>{impactText(item, m)}</Amount>,
          },
          { id: "actual", header: <AmountHead>{t.actual}</AmountHead>, cell: (item) => <Amount>{amountText(item.Impact?.TotalActualSpend, m)}</Amount> },
          { id: "expected", header: <AmountHead>{t.expected}</AmountHead>, cell: (item) => <Amount>{amountText(item.Impact?.TotalExpectedSpend, m)}</Amount> },
          { id: "causes", header: t.causes, cell: (item) => <span className="anywhere">{causes(item) || m.states.unknown}</span> },
          { id: "feedback", header: t.feedback, cell: (item) => (item.Feedback ? (t.feedbacks[item.Feedback] ?? item.Feedback) : m.states.unknown) },
        ]}
      />
    </SpaceBetween>
  );
}
