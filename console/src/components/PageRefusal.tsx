/** A page that may not be opened: the whole explanation in its place, never a blank. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReactNode } from "react";
import { useAsked } from "../app/asking";
import { useSession } from "../app/session";
import { bursar } from "../clients/bursar";
import type { ConsolePage, ExplainAccessInput, Explanation } from "../clients/bursar-shapes";
import type { Failure } from "../clients/failure";
import { useMessages } from "../messages";
import { Explained } from "./Explained";

export function PageRefusal({ page, children }: { page: ConsolePage; children?: ReactNode }) {
  const m = useMessages();
  const { pages } = useSession();
  const sentence = pages.find((access) => access.Page === page)?.Message;
  return (
    <RefusalLayout title={m.access.title(m.shell.pages[page])}>
      {children}
      <AskedExplanation question={{ Page: page }} sentence={sentence} />
    </RefusalLayout>
  );
}

/** A refused call that takes the place of a page. */
export function CallRefusal({ failure, page }: { failure: Extract<Failure, { kind: "refused" }>; page?: ConsolePage }) {
  const m = useMessages();
  return (
    <RefusalLayout title={page ? m.access.title(m.shell.pages[page]) : m.access.titleAction}>
      <FailureExplained failure={failure} />
    </RefusalLayout>
  );
}

/** The explanation that came with a refusal, or the one the server gives when asked. */
export function FailureExplained({ failure }: { failure: Extract<Failure, { kind: "refused" }> }) {
  if (failure.explanation) return <Explained explanation={withSentence(failure.explanation, failure.message)} />;
  if (!failure.action) return <Sentence text={failure.message} />;
  return (
    <AskedExplanation
      question={{ Action: failure.action, ...(failure.resourceArn ? { ResourceArn: failure.resourceArn } : {}) }}
      sentence={failure.message}
    />
  );
}

function RefusalLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div data-testid="refusal">
      <ContentLayout header={<Header variant="h1">{title}</Header>}>
        <SpaceBetween size="l">{children}</SpaceBetween>
      </ContentLayout>
    </div>
  );
}

function AskedExplanation({ question, sentence }: { question: ExplainAccessInput; sentence: string | undefined }) {
  const m = useMessages();
  const asked = useAsked(() => bursar.ExplainAccess(question), [JSON.stringify(question)]);
  if (asked.value) return <Explained explanation={withSentence(asked.value, sentence)} />;
  return (
    <SpaceBetween size="m">
      {sentence ? <Sentence text={sentence} /> : null}
      {asked.loading ? (
        <Box color="text-body-secondary">
          <Spinner /> {m.access.explaining}
        </Box>
      ) : (
        <Alert type="info">{asked.failure?.message ?? m.access.notExplained}</Alert>
      )}
    </SpaceBetween>
  );
}

function Sentence({ text }: { text: string }) {
  return (
    <Alert type="error">
      <span className="refused-sentence" data-testid="refusal-sentence">
        {text}
      </span>
    </Alert>
  );
}

function withSentence(explanation: Explanation, sentence: string | undefined): Explanation {
  return explanation.Message || !sentence ? explanation : { ...explanation, Message: sentence };
}
