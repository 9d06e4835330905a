/** Backfills of cost allocation tags: what was asked for, and asking for another. */
import type { CostAllocationTagBackfillRequest } from "@aws-sdk/client-cost-explorer";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { listBackfills, startBackfill } from "../../clients/cost-tags";
import { isUnserved } from "../../clients/failure";
import { Answered } from "../../components/Answered";
import { Dialog } from "../../components/Dialog";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { addMonths, dayText, monthName, monthOf } from "../../time/calendar";

/** How many months back a backfill may begin, as on AWS. */
const MONTHS_BACK = 12;
const looks: Record<string, StatusIndicatorProps.Type> = { SUCCEEDED: "success", FAILED: "error", PROCESSING: "in-progress" };

export function Backfills() {
  const m = useMessages();
  const t = m.costSetup.tags;
  const { tell } = useNotices();
  const asked = useAsked(listBackfills, []);
  const now = monthOf(new Date());
  const [starting, setStarting] = useState(false);
  const [month, setMonth] = useState(addMonths(now, -1));
  if (isUnserved(asked.failure)) return <Unserved failure={asked.failure} what={t.backfillsWhat} />;
  return (
    <Answered asked={asked}>
      {(backfills) => (
        <>
          <Listing<CostAllocationTagBackfillRequest>
            title={t.backfills}
            description={t.backfillsText}
            testId="backfills"
            items={backfills}
            keyOf={(item) => `${item.RequestedAt} ${item.BackfillFrom}`}
            loading={asked.loading}
            empty={<Emptiness title={t.noBackfills} />}
            actions={
              <Button onClick={() => setStarting(true)} data-testid="start-backfill">
                {t.startBackfill}
              </Button>
            }
            columns={[
              { id: "from", header: t.backfillFrom, isRowHeader: true, cell: (item) => (item.BackfillFrom ? monthName(item.BackfillFrom.slice(0, 7)) : m.states.unknown) },
              {
                id: "status",
                header: m.costSetup.status,
                cell: (item) => (
                  <StatusIndicator type={looks[item.BackfillStatus ?? ""] ?? "pending"}>{t.backfillStates[item.BackfillStatus ?? ""] ?? item.BackfillStatus ?? m.states.unknown}</StatusIndicator>
                ),
              },
              { id: "requested", header: t.requested, cell: (item) => dayText(item.RequestedAt) },
              { id: "completed", header: t.completed, cell: (item) => dayText(item.CompletedAt) },
            ]}
          />
          {starting ? (
            <Dialog
              title={t.startBackfill}
              submit={t.startBackfill}
              act={() => startBackfill(month)}
              close={() => setStarting(false)}
              done={() => {
                setStarting(false);
                tell(t.backfillStarted(monthName(month)));
                asked.again();
              }}
            >
              <FormField label={t.backfillFrom} description={t.backfillsText}>
                <Select
                  ariaLabel={t.backfillFrom}
                  selectedOption={{ value: month, label: monthName(month) }}
                  onChange={({ detail }) => setMonth(detail.selectedOption.value ?? month)}
                  options={Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(now, -back)).map((value) => ({ value, label: monthName(value) }))}
                />
              </FormField>
            </Dialog>
          ) : null}
        </>
      )}
    </Answered>
  );
}
