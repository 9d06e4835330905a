import { describe, expect, it } from "vitest";
import { en } from "../../messages/en";
import { progressWords } from "./RunningImport";

describe("the progress of an import", () => {
  it("tells rows, pace and the time that remains, as far as they are known", () => {
    const base = { ImportId: "i", Status: "RUNNING", Step: "reading a.parquet", RowsRead: 0 };
    expect(progressWords(base, en)).toBe("");
    expect(progressWords({ ...base, RowsRead: 1200 }, en)).toBe("1,200 rows");
    expect(progressWords({ ...base, RowsRead: 1200, RowsTotal: 5000, RowsPerSecond: 50, SecondsLeft: 76 }, en)).toBe(
      "1,200 of 5,000 rows, 50 rows a second, about 1:16 left",
    );
  });
});
