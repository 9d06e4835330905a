import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import { Emptiness } from "../../components/Emptiness";
import { useMessages } from "../../messages";
import { monthOf, shortMonth } from "../../time/calendar";
import { monthRange, type Report } from "./report";

/** Nothing to draw: clear the filter, or go where costs are (for those who may see which months hold any). */
export function NoCosts({ filtered, change }: { filtered: boolean; change: (part: Partial<Report>) => void }) {
  const m = useMessages();
  const bill = useAsked(() => bursar.GetBill({ Month: monthOf(new Date()) }), []);
  const range = monthRange(bill.value?.AvailableMonths ?? []);
  return (
    <Container data-testid="no-costs">
      <Emptiness
        title={m.costExplorer.empty}
        text={m.costExplorer.emptyText}
        action={
          filtered ? (
            <Button onClick={() => change({ filter: [] })}>{m.states.clearFilter}</Button>
          ) : range ? (
            <Button variant="primary" onClick={() => change({ preset: undefined, ...range })}>
              {m.costExplorer.showAvailable(shortMonth(range.start.slice(0, 7)), shortMonth(range.last.slice(0, 7)))}
            </Button>
          ) : undefined
        }
      />
    </Container>
  );
}
