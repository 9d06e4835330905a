/** Charges as a table whose rows open: service, then region, then usage type. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useMemo, useState } from "react";
import { Amount, AmountHead } from "../../components/Amount";
import { Emptiness } from "../../components/Emptiness";
import { useMessages } from "../../messages";
import { money, quantity } from "../../money/format";
import { type BillRow, filterRows } from "./bill-rows";

interface ChargeTableProps {
  title: string;
  find: string;
  rows: readonly BillRow[];
  currency: string;
  loading: boolean;
  testId: string;
}

function all(rows: readonly BillRow[]): BillRow[] {
  return rows.flatMap((row) => [row, ...all(row.children)]);
}

export function ChargeTable({ title, find, rows, currency, loading, testId }: ChargeTableProps) {
  const m = useMessages();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => filterRows(rows, text), [rows, text]);
  const everything = useMemo(() => all(shown), [shown]);
  const expanded = everything.filter((row) => row.children.length > 0 && (open.has(row.id) || text.trim() !== ""));
  return (
    <Table
      data-testid={testId}
      variant="container"
      items={shown}
      trackBy="id"
      loading={loading}
      loadingText={m.states.loading}
      enableKeyboardNavigation
      stickyHeader
      wrapLines
      ariaLabels={{
        tableLabel: title,
        expandButtonLabel: (row) => row.name,
        collapseButtonLabel: (row) => row.name,
      }}
      expandableRows={{
        getItemChildren: (row) => row.children,
        isItemExpandable: (row) => row.children.length > 0,
        expandedItems: expanded,
        onExpandableItemToggle: ({ detail }) =>
          setOpen((before) => {
            const next = new Set(before);
            if (detail.expanded) next.add(detail.item.id);
            else next.delete(detail.item.id);
            return next;
          }),
      }}
      header={
        <Header
          variant="h2"
          counter={`(${rows.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={rows.length === 0} onClick={() => setOpen(new Set(rows.map((row) => row.id)))}>
                {m.billing.expandAll}
              </Button>
              <Button disabled={open.size === 0} onClick={() => setOpen(new Set())}>
                {m.billing.collapseAll}
              </Button>
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
      filter={
        <TextFilter
          filteringText={text}
          filteringPlaceholder={find}
          filteringAriaLabel={find}
          onChange={({ detail }) => setText(detail.filteringText)}
          countText={m.states.matches(shown.length)}
        />
      }
      empty={
        text ? (
          <Emptiness
            title={m.states.noMatch}
            text={m.states.noMatchText}
            action={<Button onClick={() => setText("")}>{m.states.clearFilter}</Button>}
          />
        ) : (
          <Emptiness title={m.billing.noBill} text={m.billing.noBillText} />
        )
      }
      columnDefinitions={[
        {
          id: "name",
          header: m.billing.description,
          isRowHeader: true,
          minWidth: 220,
          cell: (row) => <Box variant="span" fontWeight={row.level === "service" || row.level === "account" ? "bold" : "normal"}>{row.name}</Box>,
        },
        {
          id: "usage",
          header: <AmountHead>{m.billing.usage}</AmountHead>,
          minWidth: 160,
          cell: (row) => (row.usage ? <Amount>{quantity(row.usage.quantity, row.usage.unit)}</Amount> : null),
        },
        {
          id: "amount",
          header: <AmountHead>{m.billing.amount}</AmountHead>,
          minWidth: 120,
          cell: (row) => <Amount bold={row.children.length > 0}>{money(row.amount, currency)}</Amount>,
        },
      ]}
    />
  );
}
