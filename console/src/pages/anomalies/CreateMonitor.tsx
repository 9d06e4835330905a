/** A new monitor: its name, and what it watches. */
import type { Expression } from "@aws-sdk/client-cost-explorer";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { createMonitor, type Watching } from "../../clients/anomalies";
import { ConditionsField } from "../../components/ConditionsField";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";
import { filterExpression, type FilterToken } from "../cost-explorer/filter";

const WATCHING: readonly Watching[] = ["SERVICE", "LINKED_ACCOUNT", "TAG", "COST_CATEGORY", "CUSTOM"];

export function CreateMonitor({ close, done }: { close: () => void; done: (name: string) => void }) {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const [name, setName] = useState("");
  const [what, setWhat] = useState<Watching>("SERVICE");
  const [key, setKey] = useState("");
  const [part, setPart] = useState<{ filter: readonly FilterToken[]; join: "and" | "or"; ignoreCase: boolean }>({ filter: [], join: "and", ignoreCase: false });
  const keyed = what === "TAG" || what === "COST_CATEGORY";
  const specification = specified(what, key.trim(), filterExpression(part));
  const ready = name.trim() !== "" && (!keyed || key.trim() !== "") && (what !== "CUSTOM" || specification !== undefined);
  return (
    <Dialog
      title={t.createMonitor}
      submit={t.createMonitor}
      size="large"
      ready={ready}
      act={() => createMonitor(name.trim(), what, specification)}
      close={close}
      done={() => done(name.trim())}
      testId="new-monitor"
      submitId="new-monitor-submit"
    >
      <TextField label={t.monitorName} id="monitor-name" value={name} set={setName} />
      <FormField label={t.watches}>
        <Select
          ariaLabel={t.watches}
          selectedOption={{ value: what, label: t.watch[what] ?? what }}
          onChange={({ detail }) => setWhat(WATCHING.find((one) => one === detail.selectedOption.value) ?? "SERVICE")}
          options={WATCHING.map((value) => ({ value, label: t.watch[value] ?? value }))}
        />
      </FormField>
      {keyed ? <TextField label={what === "TAG" ? t.tagKey : t.categoryName} id="monitor-key" value={key} set={setKey} /> : null}
      {what === "CUSTOM" ? (
        <FormField label={t.part} stretch>
          <ConditionsField conditions={part} change={(changed) => setPart({ ...part, ...changed })} />
        </FormField>
      ) : null}
    </Dialog>
  );
}

function specified(what: Watching, Key: string, part: Expression | undefined): Expression | undefined {
  switch (what) {
    case "TAG":
      return { Tags: { Key } };
    case "COST_CATEGORY":
      return { CostCategories: { Key } };
    case "CUSTOM":
      return part;
    case "SERVICE":
    case "LINKED_ACCOUNT":
      return undefined;
  }
}
