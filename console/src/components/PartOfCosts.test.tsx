import { expect, it } from "vitest";
import { chosenRows } from "./PartOfCosts";

it("namesTheRowsThatPoliciesChoose", () => {
  const Message = 'Allowed, for the rows of costs for which bursar:LinkedAccount StringEquals "444455556666".';
  expect(chosenRows({ Decision: "ALLOWED", Message })).toBe('bursar:LinkedAccount StringEquals "444455556666".');
});
it("saysNothingWhereAllRowsAreSeenOrNone", () => {
  expect(chosenRows({ Decision: "ALLOWED", Message: "Allowed by AdministratorAccess." })).toBeUndefined();
  expect(chosenRows({ Decision: "IMPLICITLY_DENIED", Message: "User: x is not authorized to perform: ce:GetCostAndUsage" })).toBeUndefined();
});
