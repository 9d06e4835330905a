/** The reports on reservations and Savings Plans, read into one form. Figures stay the text of the answer. */
import {
  GetReservationCoverageCommand,
  GetReservationUtilizationCommand,
  GetSavingsPlansCoverageCommand,
  GetSavingsPlansUtilizationCommand,
} from "@aws-sdk/client-cost-explorer";
import { costs } from "./aws";
import { everyPage } from "./paging";

export type CommitmentReport = "reservationUtilization" | "reservationCoverage" | "savingsPlansUtilization" | "savingsPlansCoverage";

/** A figure by its name on the wire; absent where the answer has none. */
export type Figures = Readonly<Record<string, string | undefined>>;

export interface CommitmentAnswer {
  readonly periods: readonly { readonly start: string; readonly figures: Figures }[];
  /** Over all periods; empty where the answer has no total. */
  readonly total: Figures;
}

export interface CommitmentQuestion {
  readonly start: string;
  readonly end: string;
  readonly granularity: "MONTHLY" | "DAILY";
}

/** Every text of an answer's part and of the parts inside it, by name; the names do not repeat within one report. */
export function figuresOf(...parts: readonly (object | undefined)[]): Figures {
  const figures: Record<string, string> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part ?? {})) {
      if (typeof value === "string") figures[name] = value;
      else if (typeof value === "object" && value !== null) Object.assign(figures, figuresOf(value));
    }
  }
  return figures;
}

export async function askCommitments(report: CommitmentReport, question: CommitmentQuestion): Promise<CommitmentAnswer> {
  const asked = { TimePeriod: { Start: question.start, End: question.end }, Granularity: question.granularity };
  switch (report) {
    case "reservationUtilization": {
      let total: Figures = {};
      const periods = await everyPage(
        (NextPageToken) => costs.send(new GetReservationUtilizationCommand({ ...asked, ...(NextPageToken ? { NextPageToken } : {}) })),
        (page) => {
          total = figuresOf(page.Total);
          return page.UtilizationsByTime;
        },
        (page) => page.NextPageToken,
      );
      return { total, periods: periods.map((one) => ({ start: one.TimePeriod?.Start ?? "", figures: figuresOf(one.Total) })) };
    }
    case "reservationCoverage": {
      let total: Figures = {};
      const periods = await everyPage(
        (NextPageToken) => costs.send(new GetReservationCoverageCommand({ ...asked, ...(NextPageToken ? { NextPageToken } : {}) })),
        (page) => {
          total = figuresOf(page.Total);
          return page.CoveragesByTime;
        },
        (page) => page.NextPageToken,
      );
      return { total, periods: periods.map((one) => ({ start: one.TimePeriod?.Start ?? "", figures: figuresOf(one.Total) })) };
    }
    case "savingsPlansUtilization": {
      const answer = await costs.send(new GetSavingsPlansUtilizationCommand(asked));
      return {
        total: figuresOf(answer.Total),
        periods: (answer.SavingsPlansUtilizationsByTime ?? []).map((one) => ({
          start: one.TimePeriod?.Start ?? "",
          figures: figuresOf(one.Utilization, one.Savings, one.AmortizedCommitment),
        })),
      };
    }
    case "savingsPlansCoverage": {
      const periods = await everyPage(
        (NextToken) => costs.send(new GetSavingsPlansCoverageCommand({ ...asked, ...(NextToken ? { NextToken } : {}) })),
        (page) => page.SavingsPlansCoverages,
        (page) => page.NextToken,
      );
      return { total: {}, periods: periods.map((one) => ({ start: one.TimePeriod?.Start ?? "", figures: figuresOf(one.Coverage) })) };
    }
  }
}
