/** How far an import is that runs now: rows, pace and the time that remains. */
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import { useEffect } from "react";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import type { ImportProgress } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";
import { count } from "../../money/format";

const ASK_AGAIN_MILLIS = 2_000;

/** What is told of the progress, part by part. */
export function progressWords(now: ImportProgress, m: ReturnType<typeof useMessages>): string {
  const parts: string[] = [];
  if (now.RowsRead > 0) parts.push(m.billing.progress(count(now.RowsRead), now.RowsTotal === undefined ? undefined : count(now.RowsTotal)));
  if (now.RowsPerSecond !== undefined) parts.push(m.billing.pace(count(now.RowsPerSecond)));
  if (now.SecondsLeft) parts.push(m.billing.timeLeft(Math.floor(now.SecondsLeft / 60), String(now.SecondsLeft % 60).padStart(2, "0")));
  return parts.join(", ");
}

export function RunningImport({ importId, ended }: { importId: string; ended: () => void }) {
  const m = useMessages();
  const asked = useAsked(() => bursar.GetCostImport({ ImportId: importId }), [importId]);
  const now = asked.value;
  useEffect(() => {
    if (asked.loading || !now) return undefined;
    if (now.Status !== "RUNNING") {
      ended();
      return undefined;
    }
    const timer = setTimeout(asked.again, ASK_AGAIN_MILLIS);
    return () => clearTimeout(timer);
  }, [asked.loading, asked.again, now, ended]);
  if (!now) return null;
  return (
    <Container header={<Header variant="h2">{m.billing.runningTitle}</Header>} data-testid="running-import">
      {now.RowsTotal ? (
        <ProgressBar
          label={now.Step}
          value={Math.min(100, Math.round((100 * now.RowsRead) / now.RowsTotal))}
          additionalInfo={progressWords(now, m)}
        />
      ) : (
        <Box>{[now.Step, progressWords(now, m)].filter(Boolean).join(": ")}</Box>
      )}
    </Container>
  );
}
