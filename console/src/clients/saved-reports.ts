/** Reports of Cost Explorer that were saved under a name. AWS's SDK has no commands for these operations of its console. */
import { callJson } from "./bursar";

export interface SavedReport {
  readonly id: string;
  readonly name: string;
  /** The query of Cost Explorer's address. */
  readonly query: string;
  /** Comes with the product, and cannot be changed. */
  readonly shipped: boolean;
}

interface WireReport {
  ReportId?: string;
  ReportName?: string;
  Query?: string;
  Default?: boolean;
}

function ask(operation: string, input: unknown): Promise<unknown> {
  return callJson(`AWSInsightsIndexService.${operation}`, "1.1", input, `ce:${operation}`);
}

export async function listReports(): Promise<SavedReport[]> {
  const { Reports = [] } = (await ask("DescribeReport", {})) as { Reports?: WireReport[] };
  return Reports.map((one) => ({ id: one.ReportId ?? "", name: one.ReportName ?? "", query: one.Query ?? "", shipped: one.Default ?? false }));
}

/** Saves a new report; answers its id. */
export async function saveReport(ReportName: string, Query: string): Promise<string> {
  return ((await ask("CreateReport", { ReportName, Query })) as { ReportId?: string }).ReportId ?? "";
}

export async function changeReport(ReportId: string, ReportName: string, Query: string): Promise<void> {
  await ask("UpdateReport", { ReportId, ReportName, Query });
}

export async function deleteReport(ReportId: string): Promise<void> {
  await ask("DeleteReport", { ReportId });
}
