/** Editing the switch: the check box of the seed page, its scope, who gains what, a guard, and Update. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useDoing } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import type { BillingAccess, SwitchScope } from "../../clients/bursar-shapes";
import { Trouble } from "../../components/Trouble";
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
  const doing = useDoing();
  const unchanged = on === wasOn && scope === access.Scope;

  const update = () =>
    doing.run(async () => {
      changed(await bursar.PutBillingAccess({ IamUserAndRoleAccess: on ? "ACTIVATED" : "DEACTIVATED", Scope: scope }));
    });

  return (
    <Modal
      visible
      size="max"
      header={m.account.dialogTitle}
      closeAriaLabel={m.states.close}
      onDismiss={close}
      data-testid="billing-access-dialog"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {m.states.cancel}
            </Button>
            <Button
              variant="primary"
              disabled={unchanged}
              loading={doing.busy}
              onClick={() => void update()}
              data-testid="billing-access-update"
            >
              {m.account.update}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} />
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
      </SpaceBetween>
    </Modal>
  );
}
