import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAsked } from "../../app/asking";
import { useMessages } from "../../messages";
import type { Report } from "./report";
import { valuesOf } from "./values";

/** Where a report would add currencies together: each of them, to be shown alone. */
export function Currencies({ report, change }: { report: Report; change: (part: Partial<Report>) => void }) {
  const m = useMessages();
  const asked = useAsked(() => valuesOf("CURRENCY", report.start, report.last, ""), [report.start, report.last]);
  const found = asked.value ?? [];
  if (found.length < 2) return null;
  return (
    <Alert
      type="info"
      data-testid="currencies"
      action={
        <SpaceBetween direction="horizontal" size="xs">
          {found.map(({ value }) => (
            <Button
              key={value}
              onClick={() =>
                change({ join: "and", filter: [...report.filter.filter((token) => token.key !== "CURRENCY"), { key: "CURRENCY", operator: "=", value }] })
              }
            >
              {m.costExplorer.inCurrency(value)}
            </Button>
          ))}
        </SpaceBetween>
      }
    >
      {m.costExplorer.currencies}
    </Alert>
  );
}
