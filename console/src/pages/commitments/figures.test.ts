import { expect, it } from "vitest";
import { figuresOf } from "../../clients/commitments";
import { en } from "../../messages/en";
import { commitmentsCsv, figureText } from "./figures";

it("readsFiguresFromTheInnerPartsOfAnAnswer", () => {
  expect(figuresOf({ CoverageHours: { OnDemandHours: "3", ReservedHours: "1" }, CoverageCost: { OnDemandCost: "9.50" } })).toEqual({
    OnDemandHours: "3",
    ReservedHours: "1",
    OnDemandCost: "9.50",
  });
});
it("writesFiguresForReadersAndTheServersOwnIntoTheFile", () => {
  const figures = { CoveragePercentage: "33.333333333333", OnDemandCost: "1234.5678901", TotalCost: "NaN" };
  expect(figureText(figures, "CoveragePercentage", en)).toBe("33.3333 %");
  expect(figureText(figures, "TotalCost", en)).toBe("–");
  const lines = commitmentsCsv("savingsPlansCoverage", { total: {}, periods: [{ start: "2026-10-01", figures }] }, en).split("\r\n");
  expect(lines[1]).toBe("2026-10-01,33.333333333333,,1234.5678901,NaN");
});
