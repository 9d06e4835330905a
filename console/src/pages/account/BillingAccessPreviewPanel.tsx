/** Who would gain what by activating, statement by statement, and the guard that keeps chosen users out. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { type Asked, useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import type { BillingAccessPreview, BillingGain, GrantingStatement } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { useMessages } from "../../messages";
import { GuardPanel } from "./GuardPanel";

export function BillingAccessPreviewPanel() {
  const m = useMessages();
  const preview = useAsked(() => bursar.PreviewBillingAccess({}), []);
  return (
    <div data-testid="billing-access-preview">
      <SpaceBetween size="m">
        <Header variant="h3" description={m.account.previewText}>
          {m.account.previewTitle}
        </Header>
        <Answered asked={preview}>{(value) => <Preview preview={value} asked={preview} />}</Answered>
      </SpaceBetween>
    </div>
  );
}

function Preview({ preview, asked }: { preview: BillingAccessPreview; asked: Asked<BillingAccessPreview> }) {
  const m = useMessages();
  const [chosen, setChosen] = useState<BillingGain[]>([]);
  const stillGaining = chosen.filter((gain) => preview.Gains.some((now) => now.PrincipalArn === gain.PrincipalArn));
  return (
    <SpaceBetween size="m">
      {preview.StillClosed ? <Alert type="info">{preview.StillClosed}</Alert> : null}
      {preview.Gains.length === 0 ? (
        <Alert type="success">{m.account.previewNobody}</Alert>
      ) : (
        <SpaceBetween size="l">
          <Table
            variant="embedded"
            items={preview.Gains}
            trackBy="PrincipalArn"
            selectionType="multi"
            selectedItems={stillGaining}
            onSelectionChange={({ detail }) => setChosen(detail.selectedItems)}
            wrapLines
            data-testid="gains"
            ariaLabels={{
              selectionGroupLabel: m.account.user,
              allItemsSelectionLabel: () => m.account.previewTitle,
              itemSelectionLabel: (_, item) => m.account.choose(item.UserName),
            }}
            columnDefinitions={[
              { id: "user", header: m.account.user, isRowHeader: true, width: 200, cell: (item) => item.UserName },
              { id: "actions", header: m.account.gainedActions, cell: (item) => <GainedActions gain={item} /> },
            ]}
          />
          <GuardPanel
            template={preview.GuardTemplate}
            users={stillGaining.map((gain) => gain.UserName)}
            guarded={() => {
              setChosen([]);
              asked.again();
            }}
          />
        </SpaceBetween>
      )}
      {preview.Unaffected.length > 0 ? (
        <ExpandableSection headerText={m.account.unaffected(preview.Unaffected.length)} data-testid="unaffected">
          <Table
            variant="embedded"
            items={preview.Unaffected}
            trackBy="PrincipalArn"
            wrapLines
            columnDefinitions={[
              { id: "user", header: m.account.user, isRowHeader: true, width: 200, cell: (item) => item.UserName },
              { id: "reason", header: m.account.reason, cell: (item) => item.Reason },
            ]}
          />
        </ExpandableSection>
      ) : null}
    </SpaceBetween>
  );
}

function GainedActions({ gain }: { gain: BillingGain }) {
  const m = useMessages();
  const sources = [...new Map(gain.Actions.flatMap((action) => action.Statements).map((s) => [statementKey(s), s])).values()];
  return (
    <SpaceBetween size="xxs">
      <div>
        {sources.map((source) => (
          <div key={statementKey(source)}>
            <StatementSource statement={source} />
          </div>
        ))}
      </div>
      {gain.Pages && gain.Pages.length > 0 ? (
        <Box>{m.account.opensPages(gain.Pages.map((page) => m.shell.pages[page] ?? page).join(", "))}</Box>
      ) : null}
      <ExpandableSection variant="inline" headerText={m.account.gains(gain.Actions.length)}>
        <Table
          variant="embedded"
          items={gain.Actions}
          trackBy="Action"
          wrapLines
          columnDefinitions={[
            {
              id: "action",
              header: m.access.action,
              isRowHeader: true,
              cell: (item) => (
                <>
                  <Box variant="code">{item.Action}</Box>
                  {item.LegacyAction ? (
                    <Box variant="code" color="text-body-secondary">
                      {item.LegacyAction}
                    </Box>
                  ) : null}
                </>
              ),
            },
            {
              id: "by",
              header: m.account.gainsVia,
              cell: (item) =>
                item.Statements.map((statement) => (
                  <div key={statementKey(statement)}>
                    <StatementSource statement={statement} />
                  </div>
                )),
            },
          ]}
        />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function statementKey(statement: GrantingStatement): string {
  return `${statement.PolicyArn ?? statement.PolicyName} ${statement.Via} ${statement.StatementIndex}`;
}

function StatementSource({ statement }: { statement: GrantingStatement }) {
  const m = useMessages();
  return (
    <>
      {statement.PolicyArn ? (
        <Link href={addresses.policy(statement.PolicyArn)} target="_blank">
          {statement.PolicyName}
        </Link>
      ) : (
        statement.PolicyName
      )}
      , {statement.Via},{" "}
      <Box variant="span" color="text-body-secondary">
        {m.account.statementAt(statement.StatementIndex + 1, statement.Line, statement.Column)}
      </Box>
    </>
  );
}
