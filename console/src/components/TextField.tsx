/** A labelled line of text in a form, with its hint and what is wrong with it. */
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import { useMessages } from "../messages";

interface TextFieldProps {
  label: string;
  value: string;
  set: (value: string) => void;
  /** Names the input for tests. */
  id: string;
  type?: InputProps.Type;
  /** What a browser's or password store's memory may fill in; nothing unless said. */
  complete?: string;
  description?: string | undefined;
  constraint?: string | undefined;
  optional?: boolean;
  /** Has the form been sent with this field empty? */
  missing?: boolean;
  error?: string | undefined;
  readOnly?: boolean;
}

export function TextField(props: TextFieldProps) {
  const m = useMessages();
  return (
    <FormField
      label={
        props.optional ? (
          <>
            {props.label} <i>– {m.signingIn.optional}</i>
          </>
        ) : (
          props.label
        )
      }
      description={props.description}
      constraintText={props.constraint}
      errorText={props.missing && props.value.trim() === "" ? m.signingIn.required : props.error}
    >
      <Input
        type={props.type ?? "text"}
        autoComplete={props.complete ?? "off"}
        value={props.value}
        readOnly={props.readOnly ?? false}
        onChange={({ detail }) => props.set(detail.value)}
        nativeInputAttributes={{ "data-testid": props.id }}
      />
    </FormField>
  );
}
