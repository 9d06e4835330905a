/** Which figures each report on commitments shows, and how they are written. */
import type { CommitmentAnswer, CommitmentReport, Figures } from "../../clients/commitments";
import { csv } from "../../csv/csv";
import type { Messages } from "../../messages";
import { decimal } from "../../money/decimal";
import { quantity } from "../../money/format";

export type Figure = keyof Messages["costSetup"]["commitments"]["figures"];

/** The first is the percentage that is drawn. */
export const FIGURES: Record<CommitmentReport, readonly [Figure, ...Figure[]]> = {
  reservationUtilization: ["UtilizationPercentage", "PurchasedHours", "TotalActualHours", "UnusedHours", "TotalAmortizedFee", "NetRISavings", "OnDemandCostOfRIHoursUsed"],
  reservationCoverage: ["CoverageHoursPercentage", "ReservedHours", "OnDemandHours", "TotalRunningHours", "OnDemandCost"],
  savingsPlansUtilization: ["UtilizationPercentage", "TotalCommitment", "UsedCommitment", "UnusedCommitment", "NetSavings", "OnDemandCostEquivalent"],
  savingsPlansCoverage: ["CoveragePercentage", "SpendCoveredBySavingsPlans", "OnDemandCost", "TotalCost"],
};

/** As many as a table of a usual screen has room for; the file holds all of them. */
export const COLUMNS_MAX = 6;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A figure for reading; a dash where the answer has none. */
export function figureText(figures: Figures, figure: Figure, m: Messages): string {
  const text = figures[figure];
  if (text === undefined || !NUMBER.test(text)) return m.states.unknown;
  const value = quantity(decimal(text), "");
  return figure.endsWith("Percentage") ? `${value} %` : value;
}

/** The report as a file, with the figures as the server gave them. */
export function commitmentsCsv(report: CommitmentReport, answer: CommitmentAnswer, m: Messages): string {
  const t = m.costSetup.commitments;
  const figures = FIGURES[report];
  return csv([[t.period, ...figures.map((figure) => t.figures[figure])], ...answer.periods.map((period) => [period.start, ...figures.map((figure) => period.figures[figure] ?? "")])]);
}
