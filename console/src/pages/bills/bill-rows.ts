/** A bill as rows of a tree: service, region, usage type; and as a flat file. */
import type { Bill } from "../../clients/bursar-shapes";
import { csv } from "../../csv/csv";
import type { Messages } from "../../messages";
import { compare, decimal } from "../../money/decimal";

export interface BillRow {
  readonly id: string;
  readonly name: string;
  readonly usage?: { readonly quantity: string; readonly unit: string };
  readonly amount: string;
  readonly level: "service" | "region" | "usage-type" | "account";
  readonly children: readonly BillRow[];
}

function dearestFirst<T extends { Amount: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => compare(decimal(b.Amount), decimal(a.Amount)));
}

export function serviceRows(bill: Bill, m: Messages): BillRow[] {
  return dearestFirst(bill.Services).map((service, s) => ({
    id: `s${s} ${service.Service}`,
    name: service.Service || m.billing.noService,
    amount: service.Amount,
    level: "service",
    children: dearestFirst(service.Regions).map((region, r) => ({
      id: `s${s} ${service.Service} r${r} ${region.Region}`,
      name: region.Region || m.billing.noRegion,
      amount: region.Amount,
      level: "region",
      children: dearestFirst(region.UsageTypes).map((usage, u) => ({
        id: `s${s} ${service.Service} r${r} ${region.Region} u${u} ${usage.UsageType}`,
        name: usage.UsageType || m.billing.noUsageType,
        usage: { quantity: usage.Quantity, unit: usage.Unit },
        amount: usage.Amount,
        level: "usage-type",
        children: [],
      })),
    })),
  }));
}

export function accountRows(bill: Bill, m: Messages): BillRow[] {
  return dearestFirst(bill.Accounts).map((account) => ({
    id: account.AccountId,
    name: account.AccountName ? `${account.AccountName} (${account.AccountId})` : account.AccountId,
    amount: account.Amount,
    level: "account",
    children: dearestFirst(account.Services).map((service) => ({
      id: `${account.AccountId} ${service.Service}`,
      name: service.Service || m.billing.noService,
      amount: service.Amount,
      level: "service",
      children: [],
    })),
  }));
}

/** Keeps a row when it, something above it or something below it matches. */
export function filterRows(rows: readonly BillRow[], text: string): BillRow[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [...rows];
  return rows.flatMap((row) => {
    if (row.name.toLowerCase().includes(wanted)) return [row];
    const children = filterRows(row.children, text);
    return children.length > 0 ? [{ ...row, children }] : [];
  });
}

/** The bill line by line, amounts with every digit the server sent. */
export function billCsv(bill: Bill, m: Messages): string {
  const lines = bill.Services.flatMap((service) =>
    service.Regions.flatMap((region) =>
      region.UsageTypes.map((usage) => [
        bill.Month,
        service.Service,
        region.Region,
        usage.UsageType,
        usage.Quantity,
        usage.Unit,
        usage.Amount,
        bill.Currency,
      ]),
    ),
  );
  const total = [bill.Month, m.billing.total, "", "", "", "", bill.Total, bill.Currency];
  return csv([m.billing.csvHeads, ...lines, total]);
}
