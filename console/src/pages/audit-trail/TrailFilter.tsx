/** Which events: one attribute and a time range, kept in the address. */
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages";

export const ATTRIBUTES = ["None", "EventName", "Username", "EventSource", "ReadOnly", "AccessKeyId", "EventId", "ResourceName"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
const RANGES = ["any", "hour", "day", "week", "month", "quarter"] as const;
type Range = (typeof RANGES)[number];

export interface TrailQuestion {
  readonly attribute: Attribute;
  readonly value: string;
  readonly range: Range;
}

export function readTrailFilter(query: URLSearchParams): TrailQuestion {
  return {
    attribute: ATTRIBUTES.find((one) => one === query.get("attribute")) ?? "None",
    value: query.get("value") ?? "",
    range: RANGES.find((one) => one === query.get("range")) ?? "any",
  };
}

const HOURS: Record<Exclude<Range, "any">, number> = { hour: 1, day: 24, week: 168, month: 720, quarter: 2160 };

/** When a range begins, to the minute so that asking twice asks the same. */
export function rangeStart(range: Range, now: number = Date.now()): Date | undefined {
  return range === "any" ? undefined : new Date(Math.floor(now / 60_000) * 60_000 - HOURS[range] * 3_600_000);
}

interface TrailFilterProps {
  question: TrailQuestion;
  change: (query: Record<string, string>) => void;
}

export function TrailFilter({ question, change }: TrailFilterProps) {
  const m = useMessages();
  const [value, setValue] = useState(question.value);
  const write = (part: Partial<TrailQuestion>) => {
    const next = { ...question, value, ...part };
    change({
      ...(next.attribute !== "None" ? { attribute: next.attribute, value: next.value } : {}),
      ...(next.range !== "any" ? { range: next.range } : {}),
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write({});
  };
  const rangeLabel = (range: Range) => (range === "any" ? m.audit.anyTime : m.audit.last[range]);
  return (
    <form onSubmit={submit} style={{ display: "flex", gap: 12, flexWrap: "wrap" }}>
      <Select
        ariaLabel={m.audit.filterBy}
        selectedOption={{ value: question.attribute, label: m.audit.attributes[question.attribute] }}
        onChange={({ detail }) => {
          setValue("");
          write({ attribute: ATTRIBUTES.find((one) => one === detail.selectedOption.value) ?? "None", value: "" });
        }}
        options={ATTRIBUTES.map((attribute) => ({ value: attribute, label: m.audit.attributes[attribute] }))}
      />
      {question.attribute === "None" ? null : (
        <>
          <Input
            ariaLabel={m.audit.value}
            placeholder={m.audit.value}
            value={value}
            onChange={({ detail }) => setValue(detail.value)}
          />
          <Button formAction="submit">{m.audit.apply}</Button>
        </>
      )}
      <Select
        ariaLabel={m.audit.range}
        selectedOption={{ value: question.range, label: rangeLabel(question.range) }}
        onChange={({ detail }) => write({ range: RANGES.find((one) => one === detail.selectedOption.value) ?? "any" })}
        options={RANGES.map((range) => ({ value: range, label: rangeLabel(range) }))}
      />
    </form>
  );
}
