/** The subscriptions of the account: who is told of what monitors find, and when. */
import type { AnomalyMonitor, AnomalySubscription } from "@aws-sdk/client-cost-explorer";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { deleteSubscription, listSubscriptions, thresholdsOf } from "../../clients/anomalies";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { EditSubscription } from "./EditSubscription";

type Doing = "create" | "edit" | "delete";

export function Subscriptions({ monitors }: { monitors: readonly AnomalyMonitor[] }) {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const { tell } = useNotices();
  const asked = useAsked(listSubscriptions, []);
  const [chosen, setChosen] = useState<AnomalySubscription[]>([]);
  const [doing, setDoing] = useState<Doing>();
  if (asked.failure) return <Unserved failure={asked.failure} what={t.subscriptions.toLowerCase()} again={asked.again} />;
  const subscription = chosen[0];
  const done = (notice: string) => {
    tell(notice);
    setDoing(undefined);
    setChosen([]);
    asked.again();
  };
  const names = new Map(monitors.map((monitor) => [monitor.MonitorArn, monitor.MonitorName]));
  return (
    <>
      <Listing<AnomalySubscription>
        title={t.subscriptions}
        testId="subscriptions"
        items={asked.value ?? []}
        keyOf={(item) => item.SubscriptionName ?? ""}
        loading={asked.loading}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        sortBy="name"
        wrapLines
        empty={
          <Emptiness
            title={t.noSubscriptions}
            text={t.noSubscriptionsText}
            action={
              <Button disabled={monitors.length === 0} onClick={() => setDoing("create")}>
                {t.createSubscription}
              </Button>
            }
          />
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!subscription} onClick={() => setDoing("delete")}>
              {m.states.remove}
            </Button>
            <Button disabled={!subscription} onClick={() => setDoing("edit")}>
              {m.states.edit}
            </Button>
            <Button variant="primary" disabled={monitors.length === 0} onClick={() => setDoing("create")} data-testid="create-subscription">
              {t.createSubscription}
            </Button>
          </SpaceBetween>
        }
        columns={[
          { id: "name", header: t.subscriptionName, sortingField: "SubscriptionName", isRowHeader: true, cell: (item) => item.SubscriptionName },
          { id: "frequency", header: t.frequency, sortingField: "Frequency", cell: (item) => t.frequencies[item.Frequency ?? ""] ?? m.states.unknown },
          {
            id: "threshold",
            header: t.threshold,
            cell: (item) => {
              const { amount, percent } = thresholdsOf(item);
              return t.thresholds(amount, percent) || m.states.unknown;
            },
          },
          { id: "monitors", header: t.ofMonitors, cell: (item) => (item.MonitorArnList ?? []).map((arn) => names.get(arn) ?? arn).join(", ") },
          { id: "subscribers", header: t.subscribers, cell: (item) => (item.Subscribers ?? []).map((one) => one.Address).join(", ") },
        ]}
      />
      {doing === "create" || (doing === "edit" && subscription) ? (
        <EditSubscription
          subscription={doing === "edit" ? subscription : undefined}
          monitors={monitors}
          close={() => setDoing(undefined)}
          done={(name) => done(doing === "edit" ? t.subscriptionChanged(name) : t.subscriptionCreated(name))}
        />
      ) : null}
      {doing === "delete" && subscription ? (
        <Confirmation
          title={t.deleteSubscription(subscription.SubscriptionName ?? "")}
          text={t.deleteSubscriptionText}
          act={() => deleteSubscription(subscription.SubscriptionArn ?? "")}
          cancel={() => setDoing(undefined)}
          done={() => done(t.subscriptionDeleted(subscription.SubscriptionName ?? ""))}
        />
      ) : null}
    </>
  );
}
