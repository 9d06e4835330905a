import PropertyFilter, { type PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { useRef, useState } from "react";
import { useMessages } from "../../messages";
import { groupTitle, keyLabel } from "./labels";
import { DIMENSIONS, type FilterToken, type Report } from "./report";
import { valuesOf } from "./values";

interface CostFilterProps {
  report: Report;
  change: (part: Partial<Report>) => void;
  tags: readonly string[];
}

/** The filter by properties; values are asked for only when a property is being typed. */
export function CostFilter({ report, change, tags }: CostFilterProps) {
  const m = useMessages();
  const [values, setValues] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [status, setStatus] = useState<"finished" | "loading" | "error">("finished");
  const asked = useRef<string>("");
  const keys = [
    ...DIMENSIONS,
    ...new Set([...tags.map((tag) => `TAG:${tag}`), ...report.filter.map((t) => t.key).filter((key) => key.startsWith("TAG:"))]),
  ];

  const load = (key: string | undefined) => {
    const question = `${key} ${report.start} ${report.last}`;
    if (!key || values[question]) return;
    asked.current = question;
    setStatus("loading");
    valuesOf(key, report.start, report.last).then(
      (found) => {
        setValues((before) => ({ ...before, [question]: found }));
        if (asked.current === question) setStatus("finished");
      },
      () => asked.current === question && setStatus("error"),
    );
  };

  const filteringProperties: PropertyFilterProps.FilteringProperty[] = keys.map((key) => ({
    key,
    operators: ["=", "!="],
    propertyLabel: groupTitle(key, m),
    groupValuesLabel: groupTitle(key, m),
    ...(key.startsWith("TAG:") ? { group: "tags" } : {}),
  }));
  const filteringOptions = keys.flatMap((key) =>
    (values[`${key} ${report.start} ${report.last}`] ?? []).map((value) => ({
      propertyKey: key,
      value,
      label: keyLabel(key, value, m),
    })),
  );
  return (
    <PropertyFilter
      data-testid="cost-filter"
      expandToViewport
      hideOperations={false}
      disableFreeTextFiltering
      filteringPlaceholder={m.costExplorer.filterPlaceholder}
      filteringAriaLabel={m.costExplorer.filterLabel}
      query={{
        operation: report.join,
        tokens: report.filter.map((token) => ({ propertyKey: token.key, operator: token.operator, value: token.value })),
      }}
      onChange={({ detail }) =>
        change({
          join: detail.operation,
          filter: detail.tokens.flatMap((token): FilterToken[] =>
            token.propertyKey
              ? [{ key: token.propertyKey, operator: token.operator === "!=" ? "!=" : "=", value: String(token.value ?? "") }]
              : [],
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
      customGroupsText={[{ group: "tags", properties: m.costExplorer.tagGroup, values: m.costExplorer.tagGroup }]}
      onLoadItems={({ detail }) => load(detail.filteringProperty?.key)}
    />
  );
}
