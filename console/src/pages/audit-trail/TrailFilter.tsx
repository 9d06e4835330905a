/** Which events: changes unless asked otherwise, or those of one attribute, and a time range; kept in the address. */
import type { LookupAttribute } from "@aws-sdk/client-cloudtrail";
import Button from "@cloudscape-design/components/button";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type FormEvent, useState } from "react";
import { useMessages } from "../../messages";

const KINDS = ["Changes", "Reads", "All"] as const;
const ATTRIBUTES = ["EventName", "Username", "EventSource", "AccessKeyId", "EventId", "ResourceName"] as const;
type Kind = (typeof KINDS)[number];
type Attribute = (typeof ATTRIBUTES)[number];
const RANGES = ["any", "hour", "day", "week", "month", "quarter"] as const;
type Range = (typeof RANGES)[number];

export interface TrailQuestion {
  /** A kind of events, or the attribute that `value` is one of. */
  readonly show: Kind | Attribute;
  readonly value: string;
  readonly range: Range;
}

function shown(text: string | null | undefined): Kind | Attribute {
  return [...KINDS, ...ATTRIBUTES].find((one) => one === text) ?? "Changes";
}

function isKind(show: Kind | Attribute): show is Kind {
  return KINDS.some((kind) => kind === show);
}

/** The question as CloudTrail takes it. */
export function lookupAttributes({ show, value }: TrailQuestion): LookupAttribute[] {
  if (show === "All") return [];
  if (show === "Changes" || show === "Reads") return [{ AttributeKey: "ReadOnly", AttributeValue: String(show === "Reads") }];
  return value ? [{ AttributeKey: show, AttributeValue: value }] : [];
}

export function readTrailFilter(query: URLSearchParams): TrailQuestion {
  return {
    show: shown(query.get("show")),
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
      ...(next.show === "Changes" ? {} : { show: next.show }),
      ...(isKind(next.show) || !next.value ? {} : { value: next.value }),
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
        data-testid="trail-show"
        selectedOption={{ value: question.show, label: m.audit.shows[question.show] }}
        onChange={({ detail }) => {
          setValue("");
          write({ show: shown(detail.selectedOption.value), value: "" });
        }}
        options={[
          ...KINDS.map((kind) => ({ value: kind, label: m.audit.shows[kind] })),
          { label: m.audit.oneAttribute, options: ATTRIBUTES.map((attribute) => ({ value: attribute, label: m.audit.shows[attribute] })) },
        ]}
      />
      {isKind(question.show) ? null : (
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
