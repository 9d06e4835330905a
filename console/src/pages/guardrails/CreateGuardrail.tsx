/** A new guardrail: what nobody may ever be able to do, and who is excepted. */
import FormField from "@cloudscape-design/components/form-field";
import Multiselect, { type MultiselectProps } from "@cloudscape-design/components/multiselect";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { type Asked, useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import { listGroups, listUsers } from "../../clients/identities";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

interface CreateGuardrailProps {
  close: () => void;
  done: (name: string) => void;
}

const lines = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
const values = (options: readonly MultiselectProps.Option[]) => options.map((option) => option.value ?? "");

export function CreateGuardrail({ close, done }: CreateGuardrailProps) {
  const m = useMessages();
  const groups = useAsked(listGroups, []);
  const users = useAsked(listUsers, []);
  const [name, setName] = useState("");
  const [why, setWhy] = useState("");
  const [actions, setActions] = useState("payments:*");
  const [resources, setResources] = useState("");
  const [exceptGroups, setExceptGroups] = useState<readonly MultiselectProps.Option[]>([]);
  const [exceptUsers, setExceptUsers] = useState<readonly MultiselectProps.Option[]>([]);
  return (
    <Dialog
      title={m.guardrails.createTitle}
      submit={m.guardrails.create}
      size="large"
      testId="new-guardrail"
      submitId="put-guardrail"
      ready={name.trim() !== "" && lines(actions).length > 0}
      act={async () => {
        await bursar.PutGuardrail({
          Name: name.trim(),
          Description: why.trim(),
          Actions: lines(actions),
          ResourceArns: lines(resources),
          ExceptGroups: values(exceptGroups),
          ExceptPrincipalArns: values(exceptUsers),
        });
      }}
      done={() => done(name.trim())}
      close={close}
    >
      <SpaceBetween size="m">
        <TextField label={m.guardrails.name} constraint={m.guardrails.nameHint} value={name} set={setName} id="guardrail-name" />
        <TextField label={m.guardrails.why} description={m.guardrails.whyHint} value={why} set={setWhy} id="guardrail-why" optional />
        <FormField label={m.guardrails.actionsLabel} constraintText={m.guardrails.actionsHint}>
          <Textarea value={actions} onChange={({ detail }) => setActions(detail.value)} rows={3} spellcheck={false} />
        </FormField>
        <FormField label={m.guardrails.resources} constraintText={m.guardrails.resourcesHint}>
          <Textarea value={resources} onChange={({ detail }) => setResources(detail.value)} rows={2} spellcheck={false} />
        </FormField>
        <Choice
          label={m.guardrails.groups}
          placeholder={m.guardrails.chooseGroups}
          asked={groups}
          option={(group) => ({ value: group.GroupName ?? "", label: group.GroupName ?? "" })}
          chosen={exceptGroups}
          choose={setExceptGroups}
        />
        <Choice
          label={m.guardrails.users}
          description={m.guardrails.rootExempt}
          placeholder={m.guardrails.chooseUsers}
          asked={users}
          option={(user) => ({ value: user.Arn ?? "", label: user.UserName ?? "" })}
          chosen={exceptUsers}
          choose={setExceptUsers}
        />
      </SpaceBetween>
    </Dialog>
  );
}

interface ChoiceProps<T> {
  label: string;
  description?: string;
  placeholder: string;
  asked: Asked<readonly T[]>;
  option: (item: T) => MultiselectProps.Option;
  chosen: readonly MultiselectProps.Option[];
  choose: (options: readonly MultiselectProps.Option[]) => void;
}

function Choice<T>({ label, description, placeholder, asked, option, chosen, choose }: ChoiceProps<T>) {
  const m = useMessages();
  return (
    <FormField label={label} description={description} errorText={asked.failure?.message}>
      <Multiselect
        options={(asked.value ?? []).map(option)}
        selectedOptions={chosen}
        onChange={({ detail }) => choose(detail.selectedOptions)}
        statusType={asked.loading ? "loading" : "finished"}
        loadingText={m.states.loading}
        empty={m.states.none}
        placeholder={placeholder}
        filteringType="auto"
        deselectAriaLabel={(item) => m.guardrails.removeChoice(item.label ?? "")}
      />
    </FormField>
  );
}
