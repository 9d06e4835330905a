/** A collection with nothing in it: what that means, and what to do next. */
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

interface EmptinessProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** Is this all there is on the page, so that its title is the page's? */
  page?: boolean;
}

export function Emptiness({ title, text, action, page = false }: EmptinessProps) {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: "m" }}>
      <SpaceBetween size="xs">
        <Box variant={page ? "h1" : "strong"} color="inherit">
          {title}
        </Box>
        {text ? (
          <Box variant={typeof text === "string" ? "p" : "div"} color="text-body-secondary">
            {text}
          </Box>
        ) : null}
        {action}
      </SpaceBetween>
    </Box>
  );
}
