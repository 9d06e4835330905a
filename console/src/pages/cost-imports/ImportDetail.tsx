import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { CostImport } from "../../clients/bursar-shapes";
import { Amount, AmountHead } from "../../components/Amount";
import { Confirmation } from "../../components/Confirmation";
import { useMessages } from "../../messages";
import { count, money } from "../../money/format";
import { moment, monthName } from "../../time/calendar";

/** One import: its files, its totals, what was read generously, every row it refused with the reason; and the way to take it back. */
export function ImportDetail({ imported, changed }: { imported: CostImport; changed: () => void }) {
  const m = useMessages();
  const { tell } = useNotices();
  const [undoing, setUndoing] = useState(false);
  const months = imported.Months.map(monthName).join(", ");
  return (
    <Container
      data-testid="import-detail"
      header={
        <Header
          variant="h2"
          actions={
            imported.Status === "SUCCEEDED" ? (
              <Button onClick={() => setUndoing(true)} data-testid="undo-import">
                {m.billing.undoImport}
              </Button>
            ) : undefined
          }
        >
          {m.billing.importDetail}
        </Header>
      }
    >
      {undoing ? (
        <Confirmation
          title={m.billing.undoTitle}
          text={m.billing.undoText(months)}
          confirm={m.billing.undoImport}
          act={async () => {
            await bursar.UndoCostImport({ ImportId: imported.ImportId });
          }}
          cancel={() => setUndoing(false)}
          done={() => {
            setUndoing(false);
            tell(m.billing.undone(months));
            changed();
          }}
        />
      ) : null}
      <SpaceBetween size="l">
        {imported.UndoneAt ? <Alert type="info">{m.billing.undoneNote(moment(imported.UndoneAt), imported.UndoneBy ?? "")}</Alert> : null}
        {imported.Status === "UNCHANGED" ? <Alert type="info">{m.billing.unchangedNote}</Alert> : null}
        {imported.Failure ? <Alert type="error">{imported.Failure}</Alert> : null}
        <KeyValuePairs
          columns={3}
          items={[
            { label: m.billing.importId, value: imported.ImportId },
            { label: m.billing.finished, value: moment(imported.FinishedAt) },
            { label: m.billing.dataSet, value: imported.DataSet },
            ...(imported.Deliveries.length > 0
              ? [{
                  label: m.billing.deliveries,
                  value: imported.Deliveries.map((one) => (
                    <div key={`${one.Report} ${one.Month}`}>{m.billing.delivery(one.Report, monthName(one.Month), one.AssemblyId)}</div>
                  )),
                }]
              : []),
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
        {imported.Normalisations.length > 0 ? (
          <Table
            variant="embedded"
            wrapLines
            header={<Header variant="h3">{m.billing.normalisations}</Header>}
            items={imported.Normalisations}
            columnDefinitions={[
              { id: "file", header: m.billing.file, isRowHeader: true, cell: (item) => item.File },
              { id: "column", header: m.billing.column, cell: (item) => item.Column || m.billing.severalColumns },
              { id: "what", header: m.billing.what, cell: (item) => item.What },
              { id: "rows", header: <AmountHead>{m.billing.rowsConcerned}</AmountHead>, cell: (item) => <Amount>{count(item.Rows)}</Amount> },
              { id: "first", header: m.billing.firstRow, cell: (item) => (item.FirstRow === 0 ? m.billing.wholeFile : count(item.FirstRow)) },
              { id: "example", header: m.billing.example, cell: (item) => item.Example ?? "" },
            ]}
          />
        ) : null}
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
