/** Bills: one month's charges, by service and by account, with tax, credits and total. */
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Tabs from "@cloudscape-design/components/tabs";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { bursar } from "../../clients/bursar";
import type { Bill } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { CallRefusal } from "../../components/PageRefusal";
import { PartOfCosts } from "../../components/PartOfCosts";
import { download } from "../../csv/csv";
import { useMessages } from "../../messages";
import { decimal, minus } from "../../money/decimal";
import { money } from "../../money/format";
import { isMonth, monthName, monthOf } from "../../time/calendar";
import { accountRows, billCsv, serviceRows } from "./bill-rows";
import { ChargeTable } from "./ChargeTable";

type Tab = "services" | "accounts";

export default function BillsPage() {
  const m = useMessages();
  const { query } = usePlace();
  const asked = query.get("month");
  const month = isMonth(asked) ? asked : undefined;
  const tab: Tab = query.get("tab") === "accounts" ? "accounts" : "services";
  const bill = useAsked(() => askBill(month), [month]);

  const change = (name: string, value: string) => {
    const next = new URLSearchParams(location.search);
    next.set(name, value);
    replaceQuery(next);
  };

  if (bill.failure?.kind === "refused") return <CallRefusal failure={bill.failure} page="Bills" />;
  const shown = bill.value?.Month ?? month ?? monthOf(new Date());
  const months = [...new Set([shown, ...(bill.value?.AvailableMonths ?? [])])].sort().reverse();
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={m.billing.billsText}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Select
                ariaLabel={m.billing.period}
                data-testid="bill-month"
                selectedOption={{ value: shown, label: monthName(shown) }}
                onChange={({ detail }) => change("month", detail.selectedOption.value ?? shown)}
                options={months.map((value) => ({ value, label: monthName(value) }))}
              />
              <Button
                iconName="download"
                disabled={!bill.value}
                data-testid="bill-csv"
                onClick={() => bill.value && download(m.billing.csvName(bill.value.Month), billCsv(bill.value, m))}
              >
                {m.states.downloadCsv}
              </Button>
            </SpaceBetween>
          }
        >
          {m.billing.billsTitle}
        </Header>
      }
    >
      <Answered asked={bill}>
        {(value) => (
          <SpaceBetween size="l">
            <PartOfCosts action="bursar:GetBill" />
            <Summary bill={value} />
            <Tabs
              activeTabId={tab}
              onChange={({ detail }) => change("tab", detail.activeTabId)}
              tabs={[
                {
                  id: "services",
                  label: m.billing.byService,
                  content: (
                    <ChargeTable
                      title={m.billing.byService}
                      find={m.billing.filterCharges}
                      rows={serviceRows(value, m)}
                      currency={value.Currency}
                      loading={bill.loading}
                      testId="charges-by-service"
                    />
                  ),
                },
                {
                  id: "accounts",
                  label: m.billing.byAccount,
                  content: (
                    <ChargeTable
                      title={m.billing.byAccount}
                      find={m.billing.filterAccounts}
                      rows={accountRows(value, m)}
                      currency={value.Currency}
                      loading={bill.loading}
                      testId="charges-by-account"
                    />
                  ),
                },
              ]}
            />
          </SpaceBetween>
        )}
      </Answered>
    </ContentLayout>
  );
}

/** The month asked for; without one, this month or, when it holds nothing, the latest that does. */
async function askBill(month: string | undefined): Promise<Bill> {
  const now = monthOf(new Date());
  const bill = await bursar.GetBill({ Month: month ?? now });
  if (month || bill.AvailableMonths.includes(now)) return bill;
  const latest = bill.AvailableMonths.toSorted().at(-1);
  return latest ? bursar.GetBill({ Month: latest }) : bill;
}

function Summary({ bill }: { bill: Bill }) {
  const m = useMessages();
  const charges = minus(minus(decimal(bill.Total), decimal(bill.Tax)), decimal(bill.Credits));
  return (
    <Container
      data-testid="bill-summary"
      header={
        <Header
          variant="h2"
          description={bill.Estimated ? m.billing.estimatedText : undefined}
          info={
            <StatusIndicator type={bill.Estimated ? "pending" : "success"}>
              {bill.Estimated ? m.billing.estimated : m.billing.final}
            </StatusIndicator>
          }
        >
          {monthName(bill.Month)}
        </Header>
      }
    >
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: m.billing.total,
            value: (
              <span className="figure" data-testid="bill-total" data-amount={bill.Total}>
                {money(bill.Total, bill.Currency)}
              </span>
            ),
          },
          { label: m.billing.charges, value: <span data-testid="bill-charges">{money(charges, bill.Currency)}</span> },
          { label: m.billing.tax, value: <span data-testid="bill-tax">{money(bill.Tax, bill.Currency)}</span> },
          { label: m.billing.credits, value: <span data-testid="bill-credits">{money(bill.Credits, bill.Currency)}</span> },
        ]}
      />
    </Container>
  );
}
