/** Asking for every principal, and one row a principal out of one answer an action. */
import { bursar } from "../../clients/bursar";
import type { ReachFinding } from "../../clients/bursar-shapes";

/** What the table asks, one column each. */
export const areas = ["billing:GetBillingData", "ce:GetCostAndUsage", "budgets:ViewBudget", "payments:*"] as const;
export type Area = (typeof areas)[number];

export interface ReachRow {
  readonly principal: string;
  /** None for the root user. */
  readonly user: string | undefined;
  readonly findings: Readonly<Partial<Record<Area, ReachFinding>>>;
}

async function everybody(action: Area): Promise<ReachFinding[]> {
  const all: ReachFinding[] = [];
  let token: string | undefined;
  do {
    const page = await bursar.WhoCan({ Action: action, ...(token === undefined ? {} : { NextToken: token }) });
    all.push(...page.Principals);
    token = page.NextToken;
  } while (token !== undefined);
  return all;
}

export async function askReach(): Promise<ReachRow[]> {
  const answers = await Promise.all(areas.map(everybody));
  return rows(new Map(areas.map((area, index) => [area, answers[index] ?? []])));
}

/** In the order of the first answer that names them. */
export function rows(answers: ReadonlyMap<Area, readonly ReachFinding[]>): ReachRow[] {
  const found = new Map<string, { principal: string; user: string | undefined; findings: Partial<Record<Area, ReachFinding>> }>();
  for (const [area, findings] of answers) {
    for (const finding of findings) {
      const row = found.get(finding.PrincipalArn) ?? { principal: finding.PrincipalArn, user: finding.UserName, findings: {} };
      row.findings[area] = finding;
      found.set(finding.PrincipalArn, row);
    }
  }
  return [...found.values()];
}
