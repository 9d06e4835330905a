/** Shows what was asked for: waiting, refused, failed, or the answer. */
import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReactNode } from "react";
import type { Asked } from "../app/asking";
import { useMessages } from "../messages";
import { CallRefusal } from "./PageRefusal";
import { Trouble } from "./Trouble";

interface AnsweredProps<T> {
  asked: Asked<T>;
  /** Does the question carry the whole page, so that its refusal is the page's refusal? */
  wholePage?: boolean;
  children: (value: T) => ReactNode;
}

export function Answered<T>({ asked, wholePage = false, children }: AnsweredProps<T>) {
  const m = useMessages();
  if (asked.value !== undefined) return <>{children(asked.value)}</>;
  if (asked.failure) {
    return wholePage && asked.failure.kind === "refused" ? (
      <CallRefusal failure={asked.failure} />
    ) : (
      <Trouble failure={asked.failure} again={asked.again} />
    );
  }
  return (
    <Box padding="l" textAlign="center" color="text-body-secondary">
      <Spinner /> {m.states.loading}
    </Box>
  );
}
