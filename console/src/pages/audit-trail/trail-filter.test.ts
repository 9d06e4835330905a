import { describe, expect, it } from "vitest";
import { lookupAttributes, readTrailFilter } from "./TrailFilter";

const asked = (address: string) => lookupAttributes(readTrailFilter(new URLSearchParams(address)));

describe("the filter of the audit trail", () => {
  it("showsChangesUnlessAskedOtherwise", () => {
    expect(asked("")).toEqual([{ AttributeKey: "ReadOnly", AttributeValue: "false" }]);
    expect(asked("show=nonsense")).toEqual(asked(""));
    expect(asked("show=Reads")).toEqual([{ AttributeKey: "ReadOnly", AttributeValue: "true" }]);
    expect(asked("show=All")).toEqual([]);
  });
  it("asksForOneAttributeOnceItsValueIsGiven", () => {
    expect(asked("show=EventName")).toEqual([]);
    expect(asked("show=EventName&value=CreateUser")).toEqual([{ AttributeKey: "EventName", AttributeValue: "CreateUser" }]);
  });
});
