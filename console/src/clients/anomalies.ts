/** Anomaly detection: what was found, what watches, and who is told. */
import {
  type Anomaly,
  type AnomalyFeedbackType,
  type AnomalyMonitor,
  type AnomalySubscription,
  CreateAnomalyMonitorCommand,
  CreateAnomalySubscriptionCommand,
  DeleteAnomalyMonitorCommand,
  DeleteAnomalySubscriptionCommand,
  type Expression,
  GetAnomaliesCommand,
  GetAnomalyMonitorsCommand,
  GetAnomalySubscriptionsCommand,
  ProvideAnomalyFeedbackCommand,
  type Subscriber,
  UpdateAnomalyMonitorCommand,
  UpdateAnomalySubscriptionCommand,
} from "@aws-sdk/client-cost-explorer";
import { costs } from "./aws";
import { everyPage } from "./paging";

const token = (NextPageToken: string | undefined) => (NextPageToken ? { NextPageToken } : {});

export function listAnomalies(StartDate: string, EndDate: string): Promise<Anomaly[]> {
  return everyPage(
    (next) => costs.send(new GetAnomaliesCommand({ DateInterval: { StartDate, EndDate }, ...token(next) })),
    (page) => page.Anomalies,
    (page) => page.NextPageToken,
  );
}

export async function assess(AnomalyId: string, Feedback: AnomalyFeedbackType): Promise<void> {
  await costs.send(new ProvideAnomalyFeedbackCommand({ AnomalyId, Feedback }));
}

export function listMonitors(): Promise<AnomalyMonitor[]> {
  return everyPage(
    (next) => costs.send(new GetAnomalyMonitorsCommand(token(next))),
    (page) => page.AnomalyMonitors,
    (page) => page.NextPageToken,
  );
}

export type Watching = "SERVICE" | "LINKED_ACCOUNT" | "TAG" | "COST_CATEGORY" | "CUSTOM";

/** What a monitor watches. */
export function watching(monitor: AnomalyMonitor): Watching {
  return monitor.MonitorType === "CUSTOM" ? "CUSTOM" : (monitor.MonitorDimension ?? "SERVICE");
}

/** Creates a monitor; a tag, a category or a part of the costs is said by the expression. */
export async function createMonitor(MonitorName: string, what: Watching, MonitorSpecification: Expression | undefined): Promise<void> {
  const specified = MonitorSpecification ? { MonitorSpecification } : {};
  const AnomalyMonitor: AnomalyMonitor =
    what === "CUSTOM" ? { MonitorName, MonitorType: "CUSTOM", ...specified } : { MonitorName, MonitorType: "DIMENSIONAL", MonitorDimension: what, ...specified };
  await costs.send(new CreateAnomalyMonitorCommand({ AnomalyMonitor }));
}

export async function renameMonitor(MonitorArn: string, MonitorName: string): Promise<void> {
  await costs.send(new UpdateAnomalyMonitorCommand({ MonitorArn, MonitorName }));
}

export async function deleteMonitor(MonitorArn: string): Promise<void> {
  await costs.send(new DeleteAnomalyMonitorCommand({ MonitorArn }));
}

export function listSubscriptions(): Promise<AnomalySubscription[]> {
  return everyPage(
    (next) => costs.send(new GetAnomalySubscriptionsCommand(token(next))),
    (page) => page.AnomalySubscriptions,
    (page) => page.NextPageToken,
  );
}

/** From which size on a subscription tells; empty where it does not matter. */
export interface Thresholds {
  readonly amount: string;
  readonly percent: string;
}

const ABSOLUTE = "ANOMALY_TOTAL_IMPACT_ABSOLUTE";
const PERCENTAGE = "ANOMALY_TOTAL_IMPACT_PERCENTAGE";

export function thresholdExpression({ amount, percent }: Thresholds): Expression | undefined {
  const atLeast = (Key: typeof ABSOLUTE | typeof PERCENTAGE, value: string): Expression[] =>
    value ? [{ Dimensions: { Key, MatchOptions: ["GREATER_THAN_OR_EQUAL"], Values: [value] } }] : [];
  const parts = [...atLeast(ABSOLUTE, amount), ...atLeast(PERCENTAGE, percent)];
  return parts.length > 1 ? { Or: parts } : parts[0];
}

export function thresholdsOf(subscription: Pick<AnomalySubscription, "ThresholdExpression" | "Threshold">): Thresholds {
  const whole = subscription.ThresholdExpression;
  const parts = whole?.Or ?? whole?.And ?? (whole ? [whole] : []);
  const value = (key: string) => parts.find((part) => part.Dimensions?.Key === key)?.Dimensions?.Values?.[0] ?? "";
  return { amount: value(ABSOLUTE) || (subscription.Threshold === undefined ? "" : String(subscription.Threshold)), percent: value(PERCENTAGE) };
}

export interface SubscriptionDraft {
  readonly name: string;
  readonly monitors: readonly string[];
  readonly frequency: "IMMEDIATE" | "DAILY" | "WEEKLY";
  readonly subscribers: readonly Subscriber[];
  readonly thresholds: Thresholds;
}

function written(draft: SubscriptionDraft) {
  const ThresholdExpression = thresholdExpression(draft.thresholds);
  return {
    SubscriptionName: draft.name,
    MonitorArnList: [...draft.monitors],
    Frequency: draft.frequency,
    Subscribers: [...draft.subscribers],
    ...(ThresholdExpression ? { ThresholdExpression } : {}),
  };
}

export async function createSubscription(draft: SubscriptionDraft): Promise<void> {
  await costs.send(new CreateAnomalySubscriptionCommand({ AnomalySubscription: written(draft) }));
}

export async function changeSubscription(SubscriptionArn: string, draft: SubscriptionDraft): Promise<void> {
  await costs.send(new UpdateAnomalySubscriptionCommand({ SubscriptionArn, ...written(draft) }));
}

export async function deleteSubscription(SubscriptionArn: string): Promise<void> {
  await costs.send(new DeleteAnomalySubscriptionCommand({ SubscriptionArn }));
}
