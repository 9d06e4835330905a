/** A call that did not work, inside a page: the server's sentence, and why on request. */
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import type { Failure } from "../clients/failure";
import { useMessages } from "../messages";
import { FailureExplained } from "./PageRefusal";

interface TroubleProps {
  failure: Failure | undefined;
  again?: () => void;
  onDismiss?: () => void;
}

export function Trouble({ failure, again, onDismiss }: TroubleProps) {
  const m = useMessages();
  const [explaining, setExplaining] = useState(false);
  if (!failure || failure.kind === "signed-out") return null;
  const refused = failure.kind === "refused";
  return (
    <>
      <Alert
        type={refused ? "warning" : "error"}
        header={refused ? m.access.titleAction : m.states.failedTitle}
        data-testid={refused ? "refused-call" : "failed-call"}
        {...(onDismiss ? { dismissible: true, dismissAriaLabel: m.shell.dismiss, onDismiss } : {})}
        action={
          refused ? (
            <Button onClick={() => setExplaining(true)}>{m.states.whyRefused}</Button>
          ) : again ? (
            <Button onClick={again}>{m.states.tryAgain}</Button>
          ) : undefined
        }
      >
        {failure.message}
      </Alert>
      {refused && explaining ? (
        <Modal visible size="max" header={m.access.titleAction} onDismiss={() => setExplaining(false)} closeAriaLabel={m.states.close}>
          <FailureExplained failure={failure} />
        </Modal>
      ) : null}
    </>
  );
}
