import { afterEach, expect, it } from "vitest";
import type { Explanation } from "../clients/bursar-shapes";
import { draw, wipe } from "../testing/draw";
import { Explained } from "./Explained";

const explanation: Explanation = {
  Decision: "EXPLICITLY_DENIED",
  Message: "User: arn:aws:iam::1:user/ada is not authorized to perform: billing:GetBillingData",
  PrincipalArn: "arn:aws:iam::1:user/ada",
  Action: "billing:GetBillingData",
  ResourceArn: "*",
  Gates: [
    { Gate: "AUTHENTICATION", Outcome: "PASSED", Detail: "Signed in." },
    { Gate: "SWITCH", Outcome: "REFUSED", Detail: "Billing is closed to IAM users.", WhoCanChange: "The root user", Where: "/account" },
    { Gate: "IDENTITY_POLICIES", Outcome: "NOT_REACHED", Detail: "" },
  ],
  Statements: [
    { PolicyName: "AdministratorAccess", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess", Via: "attached to user", StatementIndex: 1, Effect: "Allow", Line: 4, Column: 5, Matched: true, Reason: "Names everything." },
  ],
};
const text = (box: HTMLElement, id: string) => box.querySelector(`[data-testid="${id}"]`)?.textContent ?? "";

afterEach(wipe);

it("putsTheServersSentenceFirst", () => {
  const box = draw(<Explained explanation={explanation} />);
  expect(text(box, "refusal-sentence")).toBe(explanation.Message);
  expect(box.textContent!.indexOf(explanation.Message)).toBeLessThan(box.textContent!.indexOf("Billing is closed"));
});
it("showsTheGatesInOrderWithTheirOutcome", () => {
  const box = draw(<Explained explanation={explanation} />);
  expect([...box.querySelectorAll("ol.gates li")].map((gate) => gate.getAttribute("data-testid"))).toEqual([
    "gate-AUTHENTICATION",
    "gate-SWITCH",
    "gate-IDENTITY_POLICIES",
  ]);
  expect(text(box, "gate-SWITCH")).toContain("Refused here");
  expect(text(box, "gate-IDENTITY_POLICIES")).toContain("Not reached");
});
it("saysWhoCanChangeItAndLinksThere", () => {
  const box = draw(<Explained explanation={explanation} />);
  expect(text(box, "who-can-change")).toBe("The root user");
  expect(box.querySelector('[data-testid="remedy"] a')?.getAttribute("href")).toBe("/account");
});
it("showsTheStatementsWithTheirPlace", () => {
  const box = draw(<Explained explanation={explanation} />);
  expect(text(box, "statements")).toContain("line 4, column 5");
  expect(text(box, "statements")).toContain("Names everything.");
});
it("saysWhatWouldLetThePersonInAndWhomToAsk", () => {
  const fixes = [{ Sentence: "Add to policy Team the statement {}.", WhoCanChange: "whoever may change the policies of ada", Where: "Users page" }];
  const box = draw(<Explained explanation={{ ...explanation, Fixes: fixes }} />);
  expect(text(box, "fixes")).toContain("Add to policy Team the statement {}.");
  expect(text(box, "fixes")).toContain("Ask whoever may change the policies of ada.");
  wipe();
  expect(draw(<Explained explanation={explanation} />).querySelector('[data-testid="fixes"]')).toBeNull();
});
it("saysSomethingUsefulWhenNobodyIsNamed", () => {
  const box = draw(<Explained explanation={{ ...explanation, Gates: [], Statements: [] }} />);
  expect(text(box, "who-can-change")).toContain("administrator");
  expect(text(box, "statements")).toContain("No policy statement applies");
});
