/** The form of sign-in and sign-up: a title, what went wrong, the fields, one button. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { Entry } from "./Entry";

interface EntryFormProps {
  testId: string;
  title: string;
  description?: string;
  submit: string;
  busy: boolean;
  send: () => void;
  failure: { title: string; text: string } | undefined;
  before?: ReactNode;
  after: ReactNode;
  children: ReactNode;
}

export function EntryForm({ testId, title, description, submit, busy, send, failure, before, after, children }: EntryFormProps) {
  return (
    <Entry>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) send();
        }}
        data-testid={testId}
        aria-label={title}
      >
        <SpaceBetween size="l">
          {before}
          <Container
            header={
              <Header variant="h1" description={description}>
                {title}
              </Header>
            }
          >
            <Form
              actions={
                <Button variant="primary" formAction="submit" loading={busy} data-testid={`${testId}-submit`}>
                  {submit}
                </Button>
              }
            >
              <SpaceBetween size="l">
                {failure ? (
                  <div role="alert" data-testid={`${testId}-failed`}>
                    <Alert type="error" header={failure.title}>
                      {failure.text}
                    </Alert>
                  </div>
                ) : null}
                {children}
              </SpaceBetween>
            </Form>
          </Container>
          <Box textAlign="center" color="text-body-secondary">
            {after}
          </Box>
        </SpaceBetween>
      </form>
    </Entry>
  );
}
