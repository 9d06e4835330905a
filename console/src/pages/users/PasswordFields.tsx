import Checkbox from "@cloudscape-design/components/checkbox";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

interface PasswordFieldsProps {
  password: string;
  setPassword: (password: string) => void;
  reset: boolean;
  setReset: (reset: boolean) => void;
  missing?: boolean;
}

/** The password an administrator gives a user, and whether the user must choose another at once. */
export function PasswordFields({ password, setPassword, reset, setReset, missing = false }: PasswordFieldsProps) {
  const m = useMessages();
  return (
    <SpaceBetween size="l">
      <TextField
        label={m.identity.password}
        constraint={m.identity.passwordHint}
        id="password"
        type="password"
        complete="new-password"
        value={password}
        set={setPassword}
        missing={missing}
      />
      <Checkbox checked={reset} onChange={({ detail }) => setReset(detail.checked)} data-testid="password-reset">
        {m.identity.resetRequired}
      </Checkbox>
    </SpaceBetween>
  );
}
