import { describe, expect, it } from "vitest";
import { monthSpans } from "./calendar";

describe("months", () => {
  it("areTakenTogetherWhereTheyFollowEachOther", () => {
    expect(monthSpans(["2026-01", "2025-12", "2026-04", "2025-11"])).toEqual([["2025-11", "2026-01"], ["2026-04", "2026-04"]]);
    expect(monthSpans([])).toEqual([]);
  });
});
