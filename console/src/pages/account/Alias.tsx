import { CreateAccountAliasCommand, DeleteAccountAliasCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNotices } from "../../app/notices";
import { useSession } from "../../app/session";
import { iam } from "../../clients/aws";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/TextField";
import { useMessages } from "../../messages";

/** The account's alias, and the way to change it. */
export function Alias({ alias }: { alias: string | undefined }) {
  const m = useMessages();
  const { refreshSession } = useSession();
  const { tell } = useNotices();
  const [next, setNext] = useState<string>();
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <span>{alias ?? m.states.none}</span>
        <Button variant="inline-link" ariaLabel={m.account.aliasEdit} data-testid="alias-edit" onClick={() => setNext(alias ?? "")}>
          {m.states.edit}
        </Button>
      </SpaceBetween>
      {next === undefined ? null : (
        <Dialog
          title={m.account.aliasEdit}
          submit={m.states.save}
          submitId="alias-submit"
          ready={next.trim() !== (alias ?? "")}
          act={async () => {
            if (next.trim()) await iam.send(new CreateAccountAliasCommand({ AccountAlias: next.trim() }));
            else await iam.send(new DeleteAccountAliasCommand({ AccountAlias: alias }));
          }}
          done={() => {
            setNext(undefined);
            tell(m.account.aliasChanged);
            refreshSession();
          }}
          close={() => setNext(undefined)}
        >
          <TextField label={m.account.alias} constraint={m.account.aliasHint} id="alias" value={next} set={setNext} />
        </Dialog>
      )}
    </>
  );
}
