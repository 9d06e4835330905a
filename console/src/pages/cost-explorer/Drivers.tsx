/** What drove the changes between two months; nothing where this server does not say. */
import type { TableProps } from "@cloudscape-design/components/table";
import { useAsked } from "../../app/asking";
import { askDrivers, type ComparisonQuestion, type Driver } from "../../clients/cost-comparison";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { compare, decimal } from "../../money/decimal";
import { money } from "../../money/format";
import { groupLabel, groupTitle } from "./labels";
import type { Report } from "./report";

export function Drivers({ report, question }: { report: Report; question: ComparisonQuestion }) {
  const m = useMessages();
  const t = m.costExplorer;
  const asked = useAsked(() => askDrivers(question), []);
  // an addition to the comparison: where it fails, the comparison stands alone
  if (!asked.value || asked.value.drivers.length === 0) return null;
  const { unit, drivers } = asked.value;
  const amount = (id: "before" | "after" | "difference", header: string): TableProps.ColumnDefinition<Driver> => ({
    id,
    header: <AmountHead>{header}</AmountHead>,
    sortingComparator: (a, b) => compare(decimal(a[id]), decimal(b[id])),
    cell: (driver) => <Amount>{money(driver[id], unit)}</Amount>,
  });
  return (
    <Listing<Driver>
      title={t.drivers}
      description={t.driversText}
      testId="drivers"
      items={drivers}
      keyOf={(driver) => [...driver.keys, driver.type, driver.name].join(" ")}
      find={t.findGroup}
      pageSize={15}
      wrapLines
      empty={<Emptiness title={t.empty} />}
      columns={[
        {
          id: "group",
          header: report.groupBy.map((group) => groupTitle(group, m)).join(" / ") || t.group,
          isRowHeader: true,
          cell: (driver) => groupLabel(report.groupBy, driver.keys, m),
        },
        { id: "driver", header: t.driver, sortingField: "name", cell: (driver) => <span className="anywhere">{driver.name || driver.type}</span> },
        amount("before", t.baselineMonth),
        amount("after", t.comparedMonth),
        amount("difference", t.difference),
      ]}
    />
  );
}
