/** A new subscription, or a changed one. */
import type { AnomalyMonitor, AnomalySubscription, Subscriber } from "@aws-sdk/client-cost-explorer";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { changeSubscription, createSubscription, type SubscriptionDraft, thresholdsOf } from "../../clients/anomalies";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

const FREQUENCIES = ["DAILY", "WEEKLY", "IMMEDIATE"] as const;
const AMOUNT = /^\d+(\.\d+)?$/;

interface EditSubscriptionProps {
  subscription: AnomalySubscription | undefined;
  monitors: readonly AnomalyMonitor[];
  close: () => void;
  done: (name: string) => void;
}

/** The addresses in a text, as subscribers: those of e-mail, and those of webhooks. */
export function subscribersIn(emails: string, webhooks: string): Subscriber[] {
  const parts = (text: string) => text.split(/[,\s]+/).filter(Boolean);
  return [
    ...parts(emails).map((Address) => ({ Address, Type: "EMAIL" as const })),
    ...parts(webhooks).map((Address) => ({ Address, Type: "SNS" as const })),
  ];
}

export function EditSubscription({ subscription, monitors, close, done }: EditSubscriptionProps) {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const before = subscription?.Subscribers ?? [];
  const addresses = (email: boolean) => before.filter((one) => (one.Type === "EMAIL") === email).map((one) => one.Address).join(", ");
  const thresholds = thresholdsOf(subscription ?? {});
  const [name, setName] = useState(subscription?.SubscriptionName ?? "");
  const [frequency, setFrequency] = useState<SubscriptionDraft["frequency"]>(FREQUENCIES.find((one) => one === subscription?.Frequency) ?? "DAILY");
  const [chosen, setChosen] = useState<readonly string[]>(subscription?.MonitorArnList ?? monitors.slice(0, 1).map((monitor) => monitor.MonitorArn ?? ""));
  const [emails, setEmails] = useState(addresses(true));
  const [webhooks, setWebhooks] = useState(addresses(false));
  const [amount, setAmount] = useState(subscription ? thresholds.amount : "100");
  const [percent, setPercent] = useState(subscription ? thresholds.percent : "40");
  const subscribers = subscribersIn(emails, webhooks);
  const valid = (text: string) => text.trim() === "" || AMOUNT.test(text.trim());
  const draft: SubscriptionDraft = { name: name.trim(), monitors: chosen, frequency, subscribers, thresholds: { amount: amount.trim(), percent: percent.trim() } };
  const option = (monitor: AnomalyMonitor) => ({ value: monitor.MonitorArn ?? "", label: monitor.MonitorName ?? "" });
  return (
    <Dialog
      title={subscription ? t.editSubscription(subscription.SubscriptionName ?? "") : t.createSubscription}
      submit={subscription ? m.states.save : t.createSubscription}
      size="large"
      ready={draft.name !== "" && chosen.length > 0 && subscribers.length > 0 && valid(amount) && valid(percent) && (amount.trim() !== "" || percent.trim() !== "")}
      act={() => (subscription ? changeSubscription(subscription.SubscriptionArn ?? "", draft) : createSubscription(draft))}
      close={close}
      done={() => done(draft.name)}
      testId="edit-subscription"
      submitId="subscription-submit"
    >
      <TextField label={t.subscriptionName} id="subscription-name" value={name} set={setName} />
      <FormField label={t.ofMonitors} stretch>
        <Multiselect
          selectedOptions={monitors.filter((monitor) => chosen.includes(monitor.MonitorArn ?? "")).map(option)}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map((one) => one.value!))}
          options={monitors.map(option)}
          placeholder={t.monitors}
          empty={t.noMonitors}
          deselectAriaLabel={(one) => `${m.states.remove} ${one.label}`}
        />
      </FormField>
      <FormField label={t.frequency}>
        <Select
          ariaLabel={t.frequency}
          selectedOption={{ value: frequency, label: t.frequencies[frequency] ?? frequency }}
          onChange={({ detail }) => setFrequency(FREQUENCIES.find((one) => one === detail.selectedOption.value) ?? "DAILY")}
          options={FREQUENCIES.map((value) => ({ value, label: t.frequencies[value] ?? value }))}
        />
      </FormField>
      <TextField label={t.emails} constraint={t.emailsHint} id="subscription-emails" value={emails} set={setEmails} />
      <TextField label={t.webhooks} constraint={t.webhooksHint} id="subscription-webhooks" value={webhooks} set={setWebhooks} optional />
      <Grid gridDefinition={[{ colspan: { default: 12, xs: 6 } }, { colspan: { default: 12, xs: 6 } }]}>
        <TextField label={t.thresholdAmount} constraint={t.thresholdHint} id="subscription-amount" value={amount} set={setAmount} />
        <TextField label={t.thresholdPercent} id="subscription-percent" value={percent} set={setPercent} />
      </Grid>
    </Dialog>
  );
}
