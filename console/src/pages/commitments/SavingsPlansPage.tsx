import { CommitmentsPage } from "./CommitmentsPage";

/** How Savings Plans are used, and what they cover. */
export default function SavingsPlansPage() {
  return <CommitmentsPage page="SavingsPlans" subject="savingsPlans" utilization="savingsPlansUtilization" coverage="savingsPlansCoverage" />;
}
