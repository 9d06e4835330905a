/** A table of everything of one kind: filter, sorting, paging, selection, and its empty states. */
import { useCollection } from "@cloudscape-design/collection-hooks";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import type { ReactNode } from "react";
import { useMessages } from "../messages";
import { count } from "../money/format";
import { Emptiness } from "./Emptiness";

interface ListingProps<T> {
  title: string;
  titleTag?: "h1" | "h2" | "h3";
  description?: ReactNode;
  items: readonly T[];
  columns: readonly TableProps.ColumnDefinition<T>[];
  keyOf: (item: T) => string;
  find?: string;
  loading?: boolean;
  empty: ReactNode;
  actions?: ReactNode;
  pageSize?: number;
  variant?: TableProps.Variant;
  selection?: "single" | "multi";
  selected?: readonly T[];
  onSelect?: (items: T[]) => void;
  sortBy?: string;
  sortDescending?: boolean;
  besideFilter?: ReactNode;
  wrapLines?: boolean;
  /** Does the first column stay while the others scroll sideways? */
  stickyFirst?: boolean;
  testId?: string;
  hideHeader?: boolean;
}

export function Listing<T>(props: ListingProps<T>) {
  const m = useMessages();
  const sorting = props.columns.find((column) => column.id === props.sortBy);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount, actions } = useCollection(props.items, {
    filtering: {
      empty: props.empty,
      noMatch: (
        <Emptiness
          title={m.states.noMatch}
          text={m.states.noMatchText}
          action={<Button onClick={() => actions.setFiltering("")}>{m.states.clearFilter}</Button>}
        />
      ),
    },
    pagination: { pageSize: props.pageSize ?? 25 },
    sorting: sorting ? { defaultState: { sortingColumn: sorting, isDescending: props.sortDescending ?? false } } : {},
  });
  const level = props.titleTag ?? "h2";
  return (
    <Table
      {...collectionProps}
      variant={props.variant ?? "container"}
      columnDefinitions={props.columns}
      items={items}
      trackBy={props.keyOf}
      loading={props.loading ?? false}
      loadingText={m.states.loading}
      enableKeyboardNavigation
      wrapLines={props.wrapLines ?? false}
      {...(props.stickyFirst ? { stickyColumns: { first: 1 } } : {})}
      data-testid={props.testId}
      ariaLabels={{
        tableLabel: props.title,
        selectionGroupLabel: props.title,
        allItemsSelectionLabel: () => props.title,
        itemSelectionLabel: (_, item) => props.keyOf(item),
      }}
      {...(props.selection
        ? {
            selectionType: props.selection,
            selectedItems: props.selected ?? [],
            onSelectionChange: ({ detail }: { detail: TableProps.SelectionChangeDetail<T> }) =>
              props.onSelect?.(detail.selectedItems),
          }
        : {})}
      header={
        props.hideHeader ? undefined : (
          <Header
            variant={level}
            counter={props.loading ? "" : `(${count(props.items.length)})`}
            description={props.description}
            actions={props.actions}
          >
            {props.title}
          </Header>
        )
      }
      filter={
        props.find && (props.items.length > 5 || props.besideFilter) ? (
          <div style={{ display: "flex", gap: 16, flexWrap: "wrap" }}>
            <div style={{ flex: "1 1 280px" }}>
              <TextFilter
                {...filterProps}
                filteringPlaceholder={props.find}
                filteringAriaLabel={props.find}
                countText={m.states.matches(filteredItemsCount ?? 0)}
              />
            </div>
            {props.besideFilter}
          </div>
        ) : undefined
      }
      pagination={paginationProps.pagesCount > 1 ? <Pagination {...paginationProps} /> : undefined}
    />
  );
}
