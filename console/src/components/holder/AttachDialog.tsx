/** Choosing policies and attaching them to a user or group. */
import type { Policy } from "@aws-sdk/client-iam";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { type Holder, listPolicies } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { useMessages } from "../../messages";
import { Answered } from "../Answered";
import { Dialog } from "../Dialog";
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
  return (
    <Dialog
      title={m.identity.attachPolicyTo(holder.name)}
      size="large"
      submit={m.states.attach}
      submitId="attach-submit"
      testId="attach-dialog"
      ready={chosen.length > 0}
      act={async () => {
        for (const policy of chosen) {
          await attach(holder, policy.Arn!);
          tell(m.identity.attached(policy.PolicyName ?? "", holder.name));
        }
      }}
      done={done}
      close={close}
    >
      <Answered asked={policies}>
        {(value) => (
          <PolicyChoice policies={value.filter((policy) => !present.includes(policy.Arn ?? ""))} chosen={chosen} choose={setChosen} />
        )}
      </Answered>
    </Dialog>
  );
}
