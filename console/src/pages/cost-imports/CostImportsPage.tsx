/** Cost imports: what was read, what was refused, and costs of accounts nobody here owns. */
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { CostImport, UnclaimedAccount } from "../../clients/bursar-shapes";
import { Amount, AmountHead } from "../../components/Amount";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { ImportHint } from "../../components/ImportHint";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { count, money } from "../../money/format";
import { moment, monthSpans, shortMonth } from "../../time/calendar";
import { ImportDetail } from "./ImportDetail";
import { RunningImport } from "./RunningImport";
import { UploadDialog } from "./UploadDialog";

/** Who imports with the operator's command, as the server names it. */
const OPERATOR = "operator.bursar";

/** The look of a status, whatever words the server uses for it. */
export function statusLook(status: string): StatusIndicatorProps.Type {
  const word = status.toUpperCase();
  if (/FAIL|REFUSED|ERROR/.test(word)) return "error";
  if (/RUN|PROGRESS|START|PENDING/.test(word)) return "in-progress";
  if (/UNDONE|UNCHANGED/.test(word)) return "info";
  return "success";
}

export function statusWord(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export default function CostImportsPage() {
  const m = useMessages();
  const imports = useAsked(() => bursar.ListCostImports({}), []);
  const { tell } = useNotices();
  const [chosen, setChosen] = useState<CostImport[]>([]);
  const [uploading, setUploading] = useState(false);
  return (
    <ContentLayout header={<Header variant="h1" description={m.billing.importsText}>{m.billing.importsTitle}</Header>}>
      <Answered asked={imports} wholePage>
        {(value) => (
          <SpaceBetween size="l">
            {uploading ? (
              <UploadDialog
                close={() => setUploading(false)}
                done={() => {
                  setUploading(false);
                  tell(m.billing.uploadBegun);
                  imports.again();
                }}
              />
            ) : null}
            {value.Imports.filter((item) => item.Status === "RUNNING").map((item) => (
              <RunningImport key={item.ImportId} importId={item.ImportId} ended={imports.again} />
            ))}
            <Listing<CostImport>
              title={m.billing.importsTitle}
              testId="imports"
              items={value.Imports}
              keyOf={(item) => item.ImportId}
              find={m.billing.filterImports}
              selection="single"
              selected={chosen}
              onSelect={setChosen}
              sortBy="started"
              sortDescending
              wrapLines
              actions={
                <Button onClick={() => setUploading(true)} data-testid="upload-files">
                  {m.billing.upload}
                </Button>
              }
              empty={<Emptiness title={m.billing.noImports} text={<ImportHint />} />}
              columns={[
                { id: "started", header: m.billing.started, sortingField: "StartedAt", isRowHeader: true, cell: (item) => moment(item.StartedAt) },
                {
                  id: "status",
                  header: m.billing.status,
                  sortingField: "Status",
                  cell: (item) => <StatusIndicator type={statusLook(item.Status)} wrapText={false}>{statusWord(item.Status)}</StatusIndicator>,
                },
                { id: "format", header: m.billing.format, sortingField: "Format", cell: (item) => item.Format },
                { id: "rows", header: <AmountHead>{m.billing.rows}</AmountHead>, sortingField: "RowsRead", cell: (item) => <Amount>{count(item.RowsRead)}</Amount> },
                {
                  id: "refused",
                  header: m.billing.refused,
                  sortingField: "RowsRefused",
                  cell: (item) => (item.RowsRefused ? <Badge color="red">{count(item.RowsRefused)}</Badge> : "0"),
                },
                { id: "months", header: m.billing.months, cell: (item) => monthSpans(item.Months).map(([first, last]) => (first === last ? shortMonth(first) : m.billing.monthSpan(shortMonth(first), shortMonth(last)))).join(", ") },
                { id: "by", header: m.billing.by, sortingField: "By", cell: (item) => (item.By === OPERATOR ? m.billing.operator : item.By) },
              ]}
            />
            {chosen[0] ? (
              <ImportDetail
                imported={chosen[0]}
                changed={() => {
                  setChosen([]);
                  imports.again();
                }}
              />
            ) : value.Imports.length > 0 ? (
              <Box color="text-body-secondary">{m.billing.chooseImport}</Box>
            ) : null}
            {value.Imports.length === 0 ? null : (
              <Listing<UnclaimedAccount>
                title={m.billing.unclaimed}
                description={m.billing.unclaimedText}
                testId="unclaimed"
                items={value.UnclaimedAccounts}
                keyOf={(item) => `${item.AccountId} ${item.Currency ?? ""}`}
                empty={<Emptiness title={m.billing.noUnclaimed} />}
                columns={[
                  { id: "account", header: m.billing.account, sortingField: "AccountId", isRowHeader: true, cell: (item) => (item.AccountName ? `${item.AccountName} (${item.AccountId})` : item.AccountId) },
                  { id: "cost", header: <AmountHead>{m.billing.unblended}</AmountHead>, cell: (item) => <Amount>{money(item.UnblendedCost, item.Currency ?? "USD")}</Amount> },
                  { id: "first", header: m.billing.firstMonth, cell: (item) => shortMonth(item.FirstMonth) },
                  { id: "last", header: m.billing.lastMonthHead, cell: (item) => shortMonth(item.LastMonth) },
                ]}
              />
            )}
          </SpaceBetween>
        )}
      </Answered>
    </ContentLayout>
  );
}
