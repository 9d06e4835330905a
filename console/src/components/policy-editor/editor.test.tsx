import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PolicyFinding } from "../../clients/bursar-shapes";
import { draw, wipe } from "../../testing/draw";
import { PolicyEditor } from "./PolicyEditor";
import { countedCharacters, indentOfNewLine, lineMarks, offsetOf, positionOf, tidied } from "./text";

const text = '{\n  "Effect": "Alow"\n}';
const finding: PolicyFinding = { Severity: "ERROR", Code: "INVALID_EFFECT", Message: "Write Allow or Deny.", Line: 2, Column: 13 };
const suggestion: PolicyFinding = { ...finding, Severity: "SUGGESTION", Message: "Add a Sid." };

afterEach(wipe);

describe("places in a document", () => {
  it("positionsAndOffsetsAreInverse", () => {
    for (const offset of [0, 1, 2, 10, text.length]) {
      const { line, column } = positionOf(text, offset);
      expect(offsetOf(text, line, column)).toBe(offset);
    }
  });
  it("aPlaceBeyondTheTextIsItsEnd", () => {
    expect(offsetOf(text, 99, 99)).toBe(text.length);
    expect(offsetOf(text, 0, 0)).toBe(0);
  });
  it("theGravestFindingMarksTheLine", () => {
    expect(lineMarks([suggestion, finding, suggestion]).get(2)).toBe("error");
  });
  it("aNewLineGoesDeeperAfterABracket", () => {
    expect(indentOfNewLine("  {")).toBe("    ");
    expect(indentOfNewLine('  "a": 1,')).toBe("  ");
  });
  it("tidiesJsonAndLeavesOtherTextAlone", () => {
    expect(tidied('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(tidied("{oops")).toBeUndefined();
    expect(countedCharacters('{ "a" : 1 }\n')).toBe(7);
  });
});

describe("the editor", () => {
  const show = (findings: PolicyFinding[], onChange = vi.fn()) => ({
    onChange,
    box: draw(<PolicyEditor value={text} onChange={onChange} findings={findings} checking={false} limit={6144} />),
  });
  it("numbersEveryLineAndMarksTheProblem", () => {
    const { box } = show([finding]);
    const numbers = [...box.querySelectorAll(".policy-editor-gutter div")];
    expect(numbers.map((one) => one.textContent)).toEqual(["1", "2", "3"]);
    expect(numbers[1]!.className).toBe("number-error");
    expect(box.querySelector("textarea")!.getAttribute("aria-invalid")).toBe("true");
  });
  it("leadsFromAFindingToItsPlace", () => {
    const { box } = show([suggestion, finding]);
    const links = [...box.querySelectorAll<HTMLElement>('[data-testid="findings"] button')];
    expect(box.querySelector('[data-testid="findings"]')!.textContent).toMatch(/^Error.*Suggestion/);
    act(() => links[0]!.click());
    const area = box.querySelector("textarea")!;
    expect(document.activeElement).toBe(area);
    expect(area.selectionStart).toBe(offsetOf(text, 2, 13));
  });
  it("saysWhenNothingIsWrong", () => {
    expect(show([]).box.querySelector('[data-testid="no-findings"]')).not.toBeNull();
  });
});
