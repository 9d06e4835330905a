import { expect, it } from "vitest";
import type { Bill } from "../../clients/bursar-shapes";
import { en } from "../../messages/en";
import { accountRows, billCsv, filterRows, serviceRows } from "./bill-rows";

const usage = (UsageType: string, Amount: string) => ({ UsageType, Amount, Quantity: "1", Unit: "Hrs" });
const bill: Bill = {
  Month: "2026-10",
  Currency: "USD",
  Estimated: false,
  Total: "12.000000001",
  Tax: "0",
  Credits: "0",
  Services: [
    { Service: "Storage", Amount: "2", Regions: [{ Region: "", Amount: "2", UsageTypes: [usage("Bytes", "2")] }] },
    { Service: "Compute, large", Amount: "10.000000001", Regions: [{ Region: "eu-central-1", Amount: "10.000000001", UsageTypes: [usage("BoxUsage", "10.000000001")] }] },
  ],
  Accounts: [{ AccountId: "111122223333", AccountName: "Main", Amount: "12.000000001", Services: [{ Service: "Storage", Amount: "2" }] }],
  AvailableMonths: ["2026-10"],
};

it("putsTheDearestServiceFirst", () => {
  expect(serviceRows(bill, en).map((row) => row.name)).toEqual(["Compute, large", "Storage"]);
});
it("callsNoRegionGlobal", () => {
  expect(serviceRows(bill, en)[1]!.children[0]!.name).toBe("Global");
});
it("givesEveryRowItsOwnId", () => {
  const ids = serviceRows(bill, en).flatMap((row) => [row.id, ...row.children.flatMap((child) => [child.id, ...child.children.map((leaf) => leaf.id)])]);
  expect(new Set(ids).size).toBe(ids.length);
});
it("findsAUsageTypeAndKeepsTheWayToIt", () => {
  const found = filterRows(serviceRows(bill, en), "boxusage");
  expect(found).toHaveLength(1);
  expect(found[0]!.children[0]!.children[0]!.name).toBe("BoxUsage");
});
it("namesAccounts", () => {
  expect(accountRows(bill, en)[0]!.name).toBe("Main (111122223333)");
});
it("writesEveryLineAndTheTotalAsSent", () => {
  const lines = billCsv(bill, en).trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toBe('2026-10,"Compute, large",eu-central-1,BoxUsage,1,Hrs,10.000000001,USD');
  expect(lines[3]).toBe("2026-10,Total,,,,,12.000000001,USD");
});
