/** The monitors of the account: creating, renaming and deleting them. */
import type { AnomalyMonitor } from "@aws-sdk/client-cost-explorer";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNotices } from "../../app/notices";
import { deleteMonitor, renameMonitor, watching } from "../../clients/anomalies";
import { Confirmation } from "../../components/Confirmation";
import { Dialog } from "../../components/Dialog";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { dayText } from "../../time/calendar";
import { CreateMonitor } from "./CreateMonitor";

interface MonitorsProps {
  monitors: readonly AnomalyMonitor[];
  loading: boolean;
  again: () => void;
}

type Doing = "create" | "rename" | "delete";

export function Monitors({ monitors, loading, again }: MonitorsProps) {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const { tell } = useNotices();
  const [chosen, setChosen] = useState<AnomalyMonitor[]>([]);
  const [doing, setDoing] = useState<Doing>();
  const [name, setName] = useState("");
  const monitor = chosen[0];
  const done = (notice: string) => {
    tell(notice);
    setDoing(undefined);
    setChosen([]);
    again();
  };
  return (
    <>
      <Listing<AnomalyMonitor>
        title={t.monitors}
        testId="monitors"
        items={monitors}
        keyOf={(item) => item.MonitorName ?? ""}
        loading={loading}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        sortBy="name"
        empty={<Emptiness title={t.noMonitors} text={t.noMonitorsText} action={<Button onClick={() => setDoing("create")}>{t.createMonitor}</Button>} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!monitor} onClick={() => setDoing("delete")}>
              {m.states.remove}
            </Button>
            <Button
              disabled={!monitor}
              onClick={() => {
                setName(monitor?.MonitorName ?? "");
                setDoing("rename");
              }}
            >
              {t.rename}
            </Button>
            <Button variant="primary" onClick={() => setDoing("create")} data-testid="create-monitor">
              {t.createMonitor}
            </Button>
          </SpaceBetween>
        }
        columns={[
          { id: "name", header: t.monitorName, sortingField: "MonitorName", isRowHeader: true, cell: (item) => item.MonitorName },
          { id: "watches", header: t.watches, cell: (item) => t.watch[watching(item)] ?? m.states.unknown },
          { id: "created", header: t.created, sortingField: "CreationDate", cell: (item) => dayText(item.CreationDate) },
          { id: "evaluated", header: t.evaluated, sortingField: "LastEvaluatedDate", cell: (item) => dayText(item.LastEvaluatedDate) },
        ]}
      />
      {doing === "create" ? <CreateMonitor close={() => setDoing(undefined)} done={(created) => done(t.monitorCreated(created))} /> : null}
      {doing === "rename" && monitor ? (
        <Dialog
          title={t.renameTitle(monitor.MonitorName ?? "")}
          submit={t.rename}
          ready={name.trim() !== ""}
          act={() => renameMonitor(monitor.MonitorArn ?? "", name.trim())}
          close={() => setDoing(undefined)}
          done={() => done(t.monitorRenamed(name.trim()))}
        >
          <TextField label={t.monitorName} id="monitor-name" value={name} set={setName} />
        </Dialog>
      ) : null}
      {doing === "delete" && monitor ? (
        <Confirmation
          title={t.deleteMonitor(monitor.MonitorName ?? "")}
          text={t.deleteMonitorText}
          act={() => deleteMonitor(monitor.MonitorArn ?? "")}
          cancel={() => setDoing(undefined)}
          done={() => done(t.monitorDeleted(monitor.MonitorName ?? ""))}
        />
      ) : null}
    </>
  );
}
