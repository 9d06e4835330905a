/** Shows what was asked for: waiting, refused, failed, or the answer. */
import Box from "@cloudscape-design/components/box";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
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
    if (!wholePage) return <Trouble failure={asked.failure} again={asked.again} />;
    if (asked.failure.kind === "refused") return <CallRefusal failure={asked.failure} />;
    return (
      <ContentLayout header={<Header variant="h1">{m.states.failedPage}</Header>}>
        <Trouble failure={asked.failure} again={asked.again} />
      </ContentLayout>
    );
  }
  return (
    <Box padding="l" textAlign="center" color="text-body-secondary">
      <Spinner /> {m.states.loading}
    </Box>
  );
}
