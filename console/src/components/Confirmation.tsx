/** Asks before something is deleted, and shows why when deleting did not work. */
import Box from "@cloudscape-design/components/box";
import { useMessages } from "../messages";
import { Dialog } from "./Dialog";

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
  return (
    <Dialog title={title} submit={confirm ?? m.states.remove} act={act} done={done} close={cancel} submitId="confirm">
      <Box>{text}</Box>
    </Dialog>
  );
}
