import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import type { CostImport } from "../../clients/bursar-shapes";
import { Amount, AmountHead } from "../../components/Amount";
import { useMessages } from "../../messages";
import { count, money } from "../../money/format";
import { moment, monthName } from "../../time/calendar";

/** One import: its files, its totals, and every row it refused with the reason. */
export function ImportDetail({ imported }: { imported: CostImport }) {
  const m = useMessages();
  return (
    <Container header={<Header variant="h2">{m.billing.importDetail}</Header>} data-testid="import-detail">
      <SpaceBetween size="l">
        {imported.Failure ? <Alert type="error">{imported.Failure}</Alert> : null}
        <KeyValuePairs
          columns={3}
          items={[
            { label: m.billing.importId, value: imported.ImportId },
            { label: m.billing.finished, value: moment(imported.FinishedAt) },
            { label: m.billing.paths, value: imported.Paths.map((path) => <div key={path}>{path}</div>) },
          ]}
        />
        <Table
          variant="embedded"
          header={<Header variant="h3">{m.billing.importTotals}</Header>}
          items={imported.Totals}
          trackBy={(item) => `${item.Month} ${item.Currency}`}
          columnDefinitions={[
            { id: "month", header: m.billing.month, isRowHeader: true, cell: (item) => monthName(item.Month) },
            { id: "cost", header: <AmountHead>{m.billing.unblended}</AmountHead>, cell: (item) => <Amount>{money(item.UnblendedCost, item.Currency)}</Amount> },
            { id: "rows", header: <AmountHead>{m.billing.rows}</AmountHead>, cell: (item) => <Amount>{count(item.Rows)}</Amount> },
          ]}
        />
        {imported.Refusals.length > 0 ? (
          <Table
            variant="embedded"
            wrapLines
            header={<Header variant="h3" counter={`(${count(imported.RowsRefused)})`}>{m.billing.refusals}</Header>}
            items={imported.Refusals}
            columnDefinitions={[
              { id: "file", header: m.billing.file, isRowHeader: true, cell: (item) => item.File },
              { id: "row", header: m.billing.row, cell: (item) => count(item.Row) },
              { id: "reason", header: m.billing.reason, cell: (item) => item.Reason },
            ]}
          />
        ) : null}
      </SpaceBetween>
    </Container>
  );
}
