/** Catches what breaks while drawing, so that the reader sees a sentence and not an empty page. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { Component, type ReactNode } from "react";
import { MessagesContext } from "../messages";

export class Breakwater extends Component<{ children: ReactNode }, { broken: boolean }> {
  static override contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const m = this.context;
    return (
      <Box padding="xl">
        <Alert
          type="error"
          header={m.states.failedTitle}
          action={<Button onClick={() => location.reload()}>{m.states.tryAgain}</Button>}
        >
          {m.states.unexpected}
        </Alert>
      </Box>
    );
  }
}
