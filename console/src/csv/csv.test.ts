import { expect, it } from "vitest";
import { csv, csvCell } from "./csv";

it("quotesOnlyWhatNeedsQuoting", () => {
  expect(csv([["a", 'say "hi"', "x,y", "two\nlines"]])).toBe('a,"say ""hi""","x,y","two\nlines"\r\n');
});
it("keepsNumbersAndDisarmsFormulas", () => {
  expect(csvCell("-12.34")).toBe("-12.34");
  expect(csvCell("1.5E-7")).toBe("1.5E-7");
  expect(csvCell("=1+1")).toBe("'=1+1");
  expect(csvCell('@SUM("a")')).toBe(`"'@SUM(""a"")"`);
});
