import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSession } from "../app/session";
import { useMessages } from "../messages";
import { Copyable } from "./Copyable";

/** How costs come into an account that has none: the operator's command, with this account's own id. */
export function ImportHint() {
  const m = useMessages();
  const { session } = useSession();
  return (
    <SpaceBetween size="xs">
      <Box color="inherit">{m.billing.importHint}</Box>
      <Box variant="code" color="inherit">
        <Copyable text={m.billing.importCommand(session.AccountId)} testId="import-command" />
      </Box>
    </SpaceBetween>
  );
}
