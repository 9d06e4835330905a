import { describe, expect, it } from "vitest";
import { compare, decimal, minus, plain, plus, sum } from "./decimal";
import { axisAmount, changePercent, money, quantity } from "./format";

describe("amounts are exact", () => {
  it("sumsTenthsWithoutError", () => {
    expect(plain(plus(decimal("0.1"), decimal("0.2")))).toBe("0.3");
  });
  it("keepsEveryDigitOfALongSum", () => {
    expect(plain(sum(["12.3400", "-0.00000000001", "1e3"].map(decimal)))).toBe("1012.33999999999");
  });
  it("readsExponentsBothWays", () => {
    expect(plain(decimal("1.5E-7"))).toBe("0.00000015");
    expect(plain(decimal("2e2"))).toBe("200");
  });
  it("comparesAcrossScales", () => {
    expect(compare(decimal("1.10"), decimal("1.1"))).toBe(0);
    expect(compare(decimal("-2"), decimal("1"))).toBeLessThan(0);
    expect(plain(minus(decimal("1"), decimal("1.25")))).toBe("-0.25");
  });
  it("refusesWhatIsNoAmount", () => {
    for (const text of ["", "abc", "1,5", "--1", "."]) expect(() => decimal(text)).toThrow(/not a decimal amount/);
  });
});

describe("amounts are shown for people", () => {
  it("showsCurrencyWithTwoPlaces", () => {
    expect(money("1234.5", "USD")).toBe("$1,234.50");
    expect(money("-50.000000", "EUR")).toBe("-€50.00");
  });
  it("doesNotRoundATinyCostToNothing", () => {
    expect(money("0.000321", "USD")).toBe("$0.000321");
  });
  it("roundsExactlyWhatBinaryNumbersWouldNot", () => {
    expect(money("9007199254740993.005", "USD")).toBe("$9,007,199,254,740,993.01");
  });
  it("showsUsageWithItsUnit", () => {
    expect(quantity("720.5", "Hrs")).toBe("720.5 Hrs");
    expect(quantity("12", "N/A")).toBe("12");
    expect(money("12", "")).toBe("12");
  });
  it("shortensAxisLabels", () => {
    expect(axisAmount(15_000, "USD")).toBe("$15K");
    expect(axisAmount(0.5, "USD")).toBe("$0.5");
  });
  it("saysNoChangeWithoutABase", () => {
    expect(changePercent(decimal("0"), decimal("5"))).toBeUndefined();
    expect(changePercent(decimal("100"), decimal("112"))).toBeCloseTo(12);
  });
});
