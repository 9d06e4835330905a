/** Editing the switch: the check box of the seed page, its scope, who gains what, a guard, and Update. */
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { useState } from "react";
import { bursar } from "../../clients/bursar";
import type { BillingAccess, SwitchScope } from "../../clients/bursar-shapes";
import { Dialog } from "../../components/Dialog";
import { useMessages } from "../../messages";
import { BillingAccessPreviewPanel } from "./BillingAccessPreviewPanel";

interface DialogProps {
  access: BillingAccess;
  close: () => void;
  changed: (now: BillingAccess) => void;
}

export function BillingAccessDialog({ access, close, changed }: DialogProps) {
  const m = useMessages();
  const wasOn = access.IamUserAndRoleAccess === "ACTIVATED";
  const [on, setOn] = useState(wasOn);
  const [scope, setScope] = useState<SwitchScope>(access.Scope);
  return (
    <Dialog
      title={m.account.dialogTitle}
      size="max"
      testId="billing-access-dialog"
      submit={m.account.update}
      submitId="billing-access-update"
      ready={on !== wasOn || scope !== access.Scope}
      act={async () => changed(await bursar.PutBillingAccess({ IamUserAndRoleAccess: on ? "ACTIVATED" : "DEACTIVATED", Scope: scope }))}
      close={close}
    >
      <Checkbox
        checked={on}
        onChange={({ detail }) => setOn(detail.checked)}
        description={m.account.activateText}
        data-testid="activate-iam-access"
      >
        {m.account.activate}
      </Checkbox>
      {wasOn && !on ? <Alert type="warning">{m.account.willDeactivate}</Alert> : null}
      <FormField label={m.account.scope}>
        <RadioGroup
          ariaLabel={m.account.scope}
          value={scope}
          onChange={({ detail }) => setScope(detail.value as SwitchScope)}
          items={(["CONSOLE_AND_API", "CONSOLE"] as const).map((value) => ({
            value,
            label: m.account.scopes[value],
            description: m.account.scopeTexts[value],
          }))}
        />
      </FormField>
      {on && !wasOn ? <BillingAccessPreviewPanel /> : null}
    </Dialog>
  );
}
