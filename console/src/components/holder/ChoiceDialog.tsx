import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import Multiselect from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useMessages } from "../../messages";
import { Answered } from "../Answered";
import { Trouble } from "../Trouble";

interface ChoiceDialogProps {
  title: string;
  label: string;
  empty: string;
  submit: string;
  choices: () => Promise<string[]>;
  act: (names: readonly string[]) => Promise<void>;
  close: () => void;
  done: () => void;
}

/** Choosing some of several names and doing something with them. */
export function ChoiceDialog(props: ChoiceDialogProps) {
  const m = useMessages();
  const choices = useAsked(props.choices, []);
  const doing = useDoing();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Modal
      visible
      header={props.title}
      closeAriaLabel={m.states.close}
      onDismiss={props.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.close}>
              {m.states.cancel}
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              loading={doing.busy}
              onClick={() => void doing.run(() => props.act(chosen)).then((worked) => worked && props.done())}
              data-testid="choice-submit"
            >
              {props.submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Trouble failure={doing.failure} />
        <Answered asked={choices}>
          {(value) => (
            <FormField label={props.label}>
              <Multiselect
                ariaLabel={props.label}
                expandToViewport
                filteringType="auto"
                selectedOptions={chosen.map((name) => ({ value: name, label: name }))}
                onChange={({ detail }) => setChosen(detail.selectedOptions.map((option) => option.value!))}
                options={value.map((name) => ({ value: name, label: name }))}
                empty={props.empty}
                deselectAriaLabel={(option) => `${m.states.remove} ${option.label}`}
              />
            </FormField>
          )}
        </Answered>
      </SpaceBetween>
    </Modal>
  );
}
