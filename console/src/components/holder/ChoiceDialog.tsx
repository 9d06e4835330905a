import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useMessages } from "../../messages";
import { Answered } from "../Answered";
import { Dialog } from "../Dialog";

interface NameChoiceProps {
  label: string;
  /** Said where there is nothing to choose. */
  empty: string;
  names: readonly string[];
  chosen: readonly string[];
  choose: (names: readonly string[]) => void;
  loading?: boolean;
}

/** A list of names of which several may be chosen. */
export function NameChoice({ label, empty, names, chosen, choose, loading = false }: NameChoiceProps) {
  const m = useMessages();
  return (
    <FormField label={label}>
      <Multiselect
        ariaLabel={label}
        expandToViewport
        filteringType="auto"
        selectedOptions={chosen.map((name) => ({ value: name, label: name }))}
        onChange={({ detail }) => choose(detail.selectedOptions.map((option) => option.value!))}
        options={names.map((name) => ({ value: name, label: name }))}
        empty={empty}
        statusType={loading ? "loading" : "finished"}
        deselectAriaLabel={(option) => `${m.states.remove} ${option.label}`}
      />
    </FormField>
  );
}

interface ChoiceDialogProps {
  title: string;
  label: string;
  empty: string;
  choices: () => Promise<string[]>;
  act: (names: readonly string[]) => Promise<void>;
  close: () => void;
  done: () => void;
}

/** Choosing some of several names and doing something with them. */
export function ChoiceDialog(props: ChoiceDialogProps) {
  const choices = useAsked(props.choices, []);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Dialog
      title={props.title}
      submit={props.title}
      submitId="choice-submit"
      ready={chosen.length > 0}
      act={() => props.act(chosen)}
      done={props.done}
      close={props.close}
    >
      <Answered asked={choices}>
        {(value) => <NameChoice label={props.label} empty={props.empty} names={value} chosen={chosen} choose={setChosen} />}
      </Answered>
    </Dialog>
  );
}
