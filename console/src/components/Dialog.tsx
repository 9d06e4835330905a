/** A question or a small form over the page: cancel, one thing to do, and why it did not work. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal, { type ModalProps } from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useDoing } from "../app/asking";
import { useMessages } from "../messages";
import { Trouble } from "./Trouble";

interface DialogProps {
  title: string;
  /** What the button says that does it. */
  submit: string;
  act: () => Promise<void>;
  /** After it worked. */
  done?: () => void;
  close: () => void;
  /** May it be done yet? */
  ready?: boolean;
  size?: ModalProps.Size;
  testId?: string;
  submitId?: string;
  children: ReactNode;
}

export function Dialog({ title, submit, act, done, close, ready = true, size = "medium", testId, submitId, children }: DialogProps) {
  const m = useMessages();
  const doing = useDoing();
  return (
    <Modal
      visible
      size={size}
      header={title}
      closeAriaLabel={m.states.close}
      onDismiss={close}
      data-testid={testId}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {m.states.cancel}
            </Button>
            <Button
              variant="primary"
              disabled={!ready}
              loading={doing.busy}
              data-testid={submitId}
              onClick={() => void doing.run(act).then((worked) => worked && done?.())}
            >
              {submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} />
        {children}
      </SpaceBetween>
    </Modal>
  );
}
