import { describe, expect, it } from "vitest";
import type { ReachFinding } from "../../clients/bursar-shapes";
import { rows } from "./reach";

function finding(user: string | undefined, answer: ReachFinding["Answer"]): ReachFinding {
  return {
    PrincipalArn: user ? `arn:aws:iam::111122223333:user/${user}` : "arn:aws:iam::111122223333:root",
    AccountId: "111122223333",
    ...(user ? { UserName: user } : {}),
    Answer: answer,
    Reason: "why",
    Statements: [],
  };
}

describe("the table of who can reach what", () => {
  it("has one row a principal and keeps who is missing from an answer", () => {
    const table = rows(
      new Map([
        ["billing:GetBillingData", [finding(undefined, "ALWAYS"), finding("anna", "NEVER")]],
        ["payments:*", [finding("anna", "CAN"), finding("bert", "UNKNOWN")]],
      ]),
    );
    expect(table.map((row) => row.user)).toEqual([undefined, "anna", "bert"]);
    expect(table[1]?.findings["billing:GetBillingData"]?.Answer).toBe("NEVER");
    expect(table[1]?.findings["payments:*"]?.Answer).toBe("CAN");
    expect(table[2]?.findings["billing:GetBillingData"]).toBeUndefined();
  });
});
