/**
 * A plain editor for policy documents: a text area with line numbers, problem lines marked, and the findings
 * of the server below. Tab leaves it, as in every other field.
 */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type KeyboardEvent, useRef, useState } from "react";
import type { PolicyFinding } from "../../clients/bursar-shapes";
import { useMessages } from "../../messages";
import { FindingList } from "./FindingList";
import { countedCharacters, indentOfNewLine, lineMarks, offsetOf, positionOf, tidied } from "./text";

interface PolicyEditorProps {
  value: string;
  onChange: (value: string) => void;
  findings: readonly PolicyFinding[];
  checking: boolean;
  /** Why the document could not be checked, if it could not. */
  notChecked?: string | undefined;
  limit: number;
}

export function PolicyEditor({ value, onChange, findings, checking, notChecked, limit }: PolicyEditorProps) {
  const m = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const backdrop = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState({ line: 1, column: 1 });
  const lines = value.split("\n");
  const marks = lineMarks(findings);

  const follow = () => {
    if (!area.current) return;
    if (gutter.current) gutter.current.scrollTop = area.current.scrollTop;
    if (backdrop.current) {
      backdrop.current.scrollTop = area.current.scrollTop;
      backdrop.current.scrollLeft = area.current.scrollLeft;
    }
  };

  const goTo = (line: number, column: number) => {
    if (!area.current) return;
    const offset = offsetOf(value, line, column);
    area.current.focus();
    area.current.setSelectionRange(offset, offset);
    area.current.scrollTop = Math.max(0, (line - 6) * 20);
    setCaret({ line, column });
    follow();
  };

  const newLine = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const inserted = `\n${indentOfNewLine(value.slice(0, selectionStart))}`;
    onChange(value.slice(0, selectionStart) + inserted + value.slice(selectionEnd));
    const target = event.currentTarget;
    requestAnimationFrame(() => target.setSelectionRange(selectionStart + inserted.length, selectionStart + inserted.length));
  };

  return (
    <SpaceBetween size="s">
      <div className="policy-editor" data-testid="policy-editor">
        <div className="policy-editor-gutter" ref={gutter} aria-hidden="true">
          {lines.map((_, index) => (
            <div key={index} className={marks.has(index + 1) ? `number-${marks.get(index + 1)}` : undefined}>
              {index + 1}
            </div>
          ))}
        </div>
        <div className="policy-editor-body">
          <div className="policy-editor-marks" ref={backdrop} aria-hidden="true">
            {lines.map((_, index) => (
              <div key={index} className={marks.has(index + 1) ? `mark-${marks.get(index + 1)}` : undefined} />
            ))}
          </div>
          <textarea
            ref={area}
            value={value}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            wrap="off"
            aria-label={m.editor.label}
            aria-describedby="policy-findings"
            aria-invalid={findings.some((finding) => finding.Severity === "ERROR")}
            data-testid="policy-document"
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={newLine}
            onScroll={follow}
            onSelect={(event) => setCaret(positionOf(event.currentTarget.value, event.currentTarget.selectionStart))}
          />
        </div>
      </div>
      <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center", flexWrap: "wrap", gap: 8 }}>
        <Box color="text-body-secondary" fontSize="body-s">
          {m.editor.position(caret.line, caret.column)} · {m.editor.size(countedCharacters(value), limit)}
        </Box>
        <Button
          variant="inline-link"
          disabled={tidied(value) === undefined || tidied(value) === value}
          onClick={() => onChange(tidied(value) ?? value)}
        >
          {m.editor.tidy}
        </Button>
      </div>
      <div id="policy-findings">
        <LiveRegion>
          <FindingList findings={findings} checking={checking} empty={value.trim() === ""} notChecked={notChecked} goTo={goTo} />
        </LiveRegion>
      </div>
    </SpaceBetween>
  );
}
