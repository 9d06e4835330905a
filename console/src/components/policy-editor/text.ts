/** Lines, columns and offsets of a document; both count from 1, as the server's findings do. */
import type { PolicyFinding, Severity } from "../../clients/bursar-shapes";

export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/** The offset of a position; beyond the end of a line, the line's end. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n");
  const row = Math.min(Math.max(line, 1), lines.length);
  const start = lines.slice(0, row - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return start + Math.min(Math.max(column, 1) - 1, lines[row - 1]!.length);
}

/** How a new line begins: as deep as the present one, and deeper after an opening bracket. */
export function indentOfNewLine(before: string): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)![0];
  return /[{[]\s*$/.test(line) ? `${indent}  ` : indent;
}

export type Mark = "error" | "warning" | "suggestion";

export function markOf(severity: Severity): Mark {
  switch (severity) {
    case "ERROR":
      return "error";
    case "SECURITY_WARNING":
    case "WARNING":
      return "warning";
    case "SUGGESTION":
      return "suggestion";
  }
}

const WEIGHT: Record<Mark, number> = { error: 3, warning: 2, suggestion: 1 };

/** The gravest mark of each line. */
export function lineMarks(findings: readonly PolicyFinding[]): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const finding of findings) {
    const mark = markOf(finding.Severity);
    const present = marks.get(finding.Line);
    if (!present || WEIGHT[mark] > WEIGHT[present]) marks.set(finding.Line, mark);
  }
  return marks;
}

/** The document indented by two, or nothing where it is not JSON. */
export function tidied(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

/** Characters as IAM counts a policy's size: white space outside and inside is not counted. */
export function countedCharacters(text: string): number {
  return text.replace(/\s/g, "").length;
}
