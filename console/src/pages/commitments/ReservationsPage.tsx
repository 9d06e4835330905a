import { CommitmentsPage } from "./CommitmentsPage";

/** How reservations are used, and what they cover. */
export default function ReservationsPage() {
  return <CommitmentsPage page="Reservations" subject="reservations" utilization="reservationUtilization" coverage="reservationCoverage" />;
}
