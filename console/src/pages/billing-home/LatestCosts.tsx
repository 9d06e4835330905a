import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useSession } from "../../app/session";
import { bursar } from "../../clients/bursar";
import { ImportHint } from "../../components/ImportHint";
import { useMessages } from "../../messages";
import { monthName, monthOf } from "../../time/calendar";

/** Where recent months hold nothing: the way to the latest month that does, or, where none does, the first steps; for those who may see bills. */
export function LatestCosts() {
  const m = useMessages();
  const bill = useAsked(() => bursar.GetBill({ Month: monthOf(new Date()) }), []);
  const { session } = useSession();
  if (!bill.value) return null;
  const latest = bill.value.AvailableMonths.toSorted().at(-1);
  if (!latest) {
    return (
      <Alert type="info" header={m.billing.firstSteps} data-testid="first-steps">
        <SpaceBetween size="s">
          <ImportHint />
          {session.PrincipalType === "Root" ? <div>{m.billing.firstStepsOwner}</div> : null}
        </SpaceBetween>
      </Alert>
    );
  }
  return (
    <Alert type="info" action={<Button href={addresses.bills(latest)}>{m.billing.showMonth(monthName(latest))}</Button>}>
      {m.billing.noCostsText} {m.billing.latestMonth(monthName(latest))}
    </Alert>
  );
}
