import Box from "@cloudscape-design/components/box";
import type { ReactNode } from "react";

/** A number in a column of numbers: at the right edge, never broken. */
export function Amount({ children, bold = false }: { children: ReactNode; bold?: boolean }) {
  return (
    <div className="amount">
      <Box variant="span" fontWeight={bold ? "bold" : "normal"}>
        {children}
      </Box>
    </div>
  );
}

/** The head of a column of numbers. */
export function AmountHead({ children }: { children: ReactNode }) {
  return <span className="amount-head">{children}</span>;
}
