/** Anomaly detection: what was found, what watches, and who is told. */
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs from "@cloudscape-design/components/tabs";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { listMonitors } from "../../clients/anomalies";
import { isUnserved } from "../../clients/failure";
import { Answered } from "../../components/Answered";
import { CallRefusal } from "../../components/PageRefusal";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { FoundAnomalies } from "./FoundAnomalies";
import { Monitors } from "./Monitors";
import { Subscriptions } from "./Subscriptions";

const TABS = ["anomalies", "monitors", "subscriptions"] as const;

export default function AnomaliesPage() {
  const m = useMessages();
  const t = m.costSetup.anomaly;
  const { query } = usePlace();
  const monitors = useAsked(listMonitors, []);
  const tab = TABS.find((one) => one === query.get("tab")) ?? "anomalies";
  if (monitors.failure?.kind === "refused") return <CallRefusal failure={monitors.failure} page="AnomalyDetection" />;
  return (
    <ContentLayout header={<Header variant="h1" description={t.text}>{t.title}</Header>}>
      {isUnserved(monitors.failure) ? (
        <Unserved failure={monitors.failure} what={t.what} />
      ) : (
        <Tabs
          activeTabId={tab}
          onChange={({ detail }) => {
            const next = new URLSearchParams(location.search);
            next.set("tab", detail.activeTabId);
            replaceQuery(next);
          }}
          tabs={[
            { id: "anomalies", label: t.anomalies, content: <FoundAnomalies /> },
            {
              id: "monitors",
              label: t.monitors,
              content: <Answered asked={monitors}>{(value) => <Monitors monitors={value} loading={monitors.loading} again={monitors.again} />}</Answered>,
            },
            { id: "subscriptions", label: t.subscriptions, content: <Answered asked={monitors}>{(value) => <Subscriptions monitors={value} />}</Answered> },
          ]}
        />
      )}
    </ContentLayout>
  );
}
