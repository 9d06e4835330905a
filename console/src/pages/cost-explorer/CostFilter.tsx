import Checkbox from "@cloudscape-design/components/checkbox";
import PropertyFilter, { type PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRef, useState } from "react";
import { useMessages } from "../../messages";
import { type Dimension, DIMENSIONS } from "./dimensions";
import { FIELD_OPERATORS, type FilterToken, fromField, toField } from "./filter";
import { groupTitle, keyLabel } from "./labels";
import type { Report } from "./report";
import { type FoundValue, valuesOf } from "./values";

export type Filtered = Pick<Report, "filter" | "join" | "ignoreCase" | "start" | "last">;

interface CostFilterProps {
  report: Filtered;
  change: (part: Partial<Pick<Report, "filter" | "join" | "ignoreCase">>) => void;
  tags: readonly string[];
  categories: readonly string[];
  /** What may be filtered on besides tags and categories; every dimension unless said. */
  dimensions?: readonly Dimension[];
}

const section = (key: string) => (key.startsWith("TAG:") ? "tags" : key.startsWith("CATEGORY:") ? "categories" : undefined);

/** The filter by properties; values are asked for while a property is being typed. */
export function CostFilter({ report, change, tags, categories, dimensions = DIMENSIONS }: CostFilterProps) {
  const m = useMessages();
  const t = m.costExplorer;
  const [values, setValues] = useState<Readonly<Record<string, readonly FoundValue[]>>>({});
  const [status, setStatus] = useState<"finished" | "loading" | "error">("finished");
  const answered = useRef(new Set<string>());
  const latest = useRef("");
  const keys = [
    ...new Set([
      ...dimensions,
      ...categories.map((name) => `CATEGORY:${name}`),
      ...tags.map((tag) => `TAG:${tag}`),
      ...report.filter.map((token) => token.key),
    ]),
  ];
  const place = (key: string) => `${key} ${report.start} ${report.last}`;

  const load = (key: string | undefined, text: string) => {
    if (!key) return;
    const question = `${place(key)} ${text}`;
    latest.current = question;
    if (answered.current.has(question)) return setStatus("finished");
    setStatus("loading");
    valuesOf(key, report.start, report.last, text).then(
      (found) => {
        answered.current.add(question);
        setValues((before) => {
          const known = new Map((before[place(key)] ?? []).map((one) => [one.value, one]));
          for (const one of found) known.set(one.value, one);
          return { ...before, [place(key)]: [...known.values()] };
        });
        if (latest.current === question) setStatus("finished");
      },
      () => latest.current === question && setStatus("error"),
    );
  };

  const filteringProperties: PropertyFilterProps.FilteringProperty[] = keys.map((key) => {
    const group = section(key);
    return {
      key,
      operators: [...FIELD_OPERATORS],
      propertyLabel: groupTitle(key, m),
      groupValuesLabel: groupTitle(key, m),
      ...(group ? { group } : {}),
    };
  });
  const filteringOptions = keys.flatMap((key) =>
    (values[place(key)] ?? []).map(({ value, name }) => ({
      propertyKey: key,
      value,
      label: name && name !== value ? `${name} (${value})` : keyLabel(key, value, m),
    })),
  );
  return (
    <SpaceBetween size="xs">
      <PropertyFilter
        data-testid="cost-filter"
        expandToViewport
        hideOperations={false}
        disableFreeTextFiltering
        filteringPlaceholder={t.filterPlaceholder}
        filteringAriaLabel={t.filterLabel}
        filteringConstraintText={t.filterHint}
        query={{ operation: report.join, tokens: report.filter.map((token) => ({ propertyKey: token.key, ...toField(token) })) }}
        onChange={({ detail }) =>
          change({
            join: detail.operation,
            filter: detail.tokens.flatMap((token): FilterToken[] =>
              token.propertyKey ? [fromField(token.propertyKey, token.operator, String(token.value ?? ""))] : [],
            ),
          })
        }
        filteringProperties={filteringProperties}
        filteringOptions={filteringOptions}
        filteringStatusType={status}
        filteringLoadingText={m.states.loading}
        filteringErrorText={m.states.failedTitle}
        filteringRecoveryText={m.states.tryAgain}
        filteringEmpty={m.states.noMatch}
        customGroupsText={[
          { group: "tags", properties: t.tagGroup, values: t.tagGroup },
          { group: "categories", properties: t.categoryGroup, values: t.categoryGroup },
        ]}
        onLoadItems={({ detail }) => load(detail.filteringProperty?.key, detail.filteringText)}
      />
      {report.filter.length > 0 ? (
        <Checkbox checked={report.ignoreCase} onChange={({ detail }) => change({ ignoreCase: detail.checked })}>
          {t.ignoreCase}
        </Checkbox>
      ) : null}
    </SpaceBetween>
  );
}
