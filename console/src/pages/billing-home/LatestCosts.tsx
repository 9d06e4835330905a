import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import { useMessages } from "../../messages";
import { monthName, monthOf } from "../../time/calendar";

/** Where recent months hold nothing: the way to the latest month that does, for those who may see bills. */
export function LatestCosts() {
  const m = useMessages();
  const bill = useAsked(() => bursar.GetBill({ Month: monthOf(new Date()) }), []);
  const latest = bill.value?.AvailableMonths.toSorted().at(-1);
  if (!latest) return null;
  return (
    <Alert type="info" action={<Button href={addresses.bills(latest)}>{m.billing.showMonth(monthName(latest))}</Button>}>
      {m.billing.noCostsText} {m.billing.latestMonth(monthName(latest))}
    </Alert>
  );
}
