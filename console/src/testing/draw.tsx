/** Draws a component for a test, and takes it away again. */
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let present: { root: Root; box: HTMLElement } | undefined;

export function draw(node: ReactNode): HTMLElement {
  wipe();
  const box = document.body.appendChild(document.createElement("div"));
  const root = createRoot(box);
  act(() => root.render(node));
  present = { root, box };
  return box;
}

export function wipe(): void {
  if (!present) return;
  const { root, box } = present;
  act(() => root.unmount());
  box.remove();
  present = undefined;
}
