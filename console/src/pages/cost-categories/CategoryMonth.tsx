/** What the values of a cost category cost in a month, before and after its split charges. */
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import type { Split, SplitValue } from "../../clients/bursar-shapes";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Unserved } from "../../components/Unserved";
import { csv, download } from "../../csv/csv";
import { type Messages, useMessages } from "../../messages";
import { compare, decimal } from "../../money/decimal";
import { money } from "../../money/format";
import { addMonths, monthName, monthOf } from "../../time/calendar";

const MONTHS_BACK = 24;
const AMOUNTS = ["Cost", "Given", "Received", "Total"] as const;

function heads(m: Messages): Record<(typeof AMOUNTS)[number], string> {
  const t = m.costSetup.category;
  return { Cost: t.own, Given: t.given, Received: t.received, Total: t.afterSplit };
}

/** The month as a file, with the server's own figures. */
export function splitCsv(split: Split, m: Messages): string {
  const named = heads(m);
  return csv([
    [m.costSetup.value, ...AMOUNTS.map((id) => `${named[id]} (${split.Currency})`)],
    ...split.Values.map((value) => [value.Value || m.costSetup.category.noValue, ...AMOUNTS.map((id) => value[id])]),
  ]);
}

export function CategoryMonth({ arn }: { arn: string }) {
  const m = useMessages();
  const t = m.costSetup.category;
  const now = monthOf(new Date());
  const [month, setMonth] = useState(addMonths(now, -1));
  const asked = useAsked(() => bursar.GetCostCategorySplit({ CostCategoryArn: arn, Month: month }), [arn, month]);
  if (asked.failure) return <Unserved failure={asked.failure} what={t.monthWhat} again={asked.again} />;
  const split = asked.value;
  const named = heads(m);
  return (
    <Listing<SplitValue>
      title={t.monthCosts}
      description={t.monthCostsText}
      testId="category-month"
      items={split?.Values ?? []}
      keyOf={(value) => value.Value || t.noValue}
      loading={asked.loading}
      empty={<Emptiness title={t.noMonthCosts} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Select
            ariaLabel={t.month}
            selectedOption={{ value: month, label: monthName(month) }}
            onChange={({ detail }) => setMonth(detail.selectedOption.value ?? month)}
            options={Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(now, -back)).map((value) => ({ value, label: monthName(value) }))}
          />
          <Button iconName="download" disabled={!split} onClick={() => split && download(t.monthCsvName(split.Name, split.Month), splitCsv(split, m))}>
            {m.states.downloadCsv}
          </Button>
        </SpaceBetween>
      }
      columns={[
        { id: "value", header: m.costSetup.value, sortingField: "Value", isRowHeader: true, cell: (value) => value.Value || t.noValue },
        ...AMOUNTS.map(
          (id): TableProps.ColumnDefinition<SplitValue> => ({
            id,
            header: <AmountHead>{named[id]}</AmountHead>,
            sortingComparator: (a, b) => compare(decimal(a[id]), decimal(b[id])),
            cell: (value) => <Amount bold={id === "Total"}>{money(value[id], split?.Currency ?? "USD")}</Amount>,
          }),
        ),
      ]}
    />
  );
}
