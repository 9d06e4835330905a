/**
 * A page that makes or changes one thing: its fields, what else belongs to it, Cancel and the button that does it.
 * Enter in a field does it too; Enter in what else belongs to it, such as a search among policies, does not.
 */
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { FormEvent, ReactNode } from "react";
import type { Doing } from "../app/asking";
import { useMessages } from "../messages";
import { Trouble } from "./Trouble";

interface FormPageProps {
  title: string;
  description?: string;
  back: string;
  submit: string;
  submitId: string;
  act: () => void;
  doing: Doing;
  ready?: boolean;
  fields?: ReactNode;
  children?: ReactNode;
}

export function FormPage({ title, description, back, submit, submitId, act, doing, ready = true, fields, children }: FormPageProps) {
  const m = useMessages();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !doing.busy) act();
  };
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={description}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={back}>
                {m.states.cancel}
              </Button>
              <Button variant="primary" disabled={!ready} loading={doing.busy} onClick={act} data-testid={submitId}>
                {submit}
              </Button>
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} onDismiss={doing.clear} />
        {fields ? (
          <form onSubmit={send} aria-label={title}>
            {fields}
            <button type="submit" hidden tabIndex={-1} />
          </form>
        ) : null}
        {children}
      </SpaceBetween>
    </ContentLayout>
  );
}
