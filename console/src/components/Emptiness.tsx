/** A collection with nothing in it: what that means, and what to do next. */
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

export function Emptiness({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: "m" }}>
      <SpaceBetween size="xs">
        <Box variant="strong" color="inherit">
          {title}
        </Box>
        {text ? (
          <Box variant="p" color="text-body-secondary">
            {text}
          </Box>
        ) : null}
        {action}
      </SpaceBetween>
    </Box>
  );
}
