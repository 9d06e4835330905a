/** Asks before something is deleted, and shows why when deleting did not work. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDoing } from "../app/asking";
import { useMessages } from "../messages";
import { Trouble } from "./Trouble";

interface ConfirmationProps {
  title: string;
  text: string;
  confirm?: string;
  act: () => Promise<void>;
  done: () => void;
  cancel: () => void;
}

export function Confirmation({ title, text, confirm, act, done, cancel }: ConfirmationProps) {
  const m = useMessages();
  const doing = useDoing();
  return (
    <Modal
      visible
      header={title}
      onDismiss={cancel}
      closeAriaLabel={m.states.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={cancel}>
              {m.states.cancel}
            </Button>
            <Button
              variant="primary"
              loading={doing.busy}
              data-testid="confirm"
              onClick={() => void doing.run(act).then((worked) => worked && done())}
            >
              {confirm ?? m.states.remove}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{text}</Box>
        <Trouble failure={doing.failure} />
      </SpaceBetween>
    </Modal>
  );
}
