/** Choosing policies and attaching them to a user or group. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Policy } from "@aws-sdk/client-iam";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { type Holder, listPolicies } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { useMessages } from "../../messages";
import { Answered } from "../Answered";
import { Trouble } from "../Trouble";
import { PolicyChoice } from "./PolicyChoice";

interface AttachDialogProps {
  holder: Holder;
  /** ARNs already attached; they are not offered. */
  present: readonly string[];
  close: () => void;
  done: () => void;
}

export function AttachDialog({ holder, present, close, done }: AttachDialogProps) {
  const m = useMessages();
  const { tell } = useNotices();
  const policies = useAsked(() => listPolicies(), []);
  const [chosen, setChosen] = useState<Policy[]>([]);
  const doing = useDoing();
  const submit = () =>
    doing.run(async () => {
      for (const policy of chosen) {
        await attach(holder, policy.Arn!);
        tell(m.identity.attached(policy.PolicyName ?? "", holder.name));
      }
      done();
    });
  return (
    <Modal
      visible
      size="large"
      header={m.identity.attachPolicyTo(holder.name)}
      closeAriaLabel={m.states.close}
      onDismiss={close}
      data-testid="attach-dialog"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {m.states.cancel}
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              loading={doing.busy}
              onClick={() => void submit()}
              data-testid="attach-submit"
            >
              {m.states.attach}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Trouble failure={doing.failure} />
        <Answered asked={policies}>
          {(value) => (
            <PolicyChoice policies={value.filter((policy) => !present.includes(policy.Arn ?? ""))} chosen={chosen} choose={setChosen} />
          )}
        </Answered>
      </SpaceBetween>
    </Modal>
  );
}
