/** The members for whom it is otherwise. */
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { MemberException, MemberPermissions, Preferences } from "../../clients/bursar-shapes";
import { Confirmation } from "../../components/Confirmation";
import { Dialog } from "../../components/Dialog";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";
import { isAccount, permissionsOf, without, withException } from "./exceptions";
import { PermissionToggles } from "./PermissionToggles";

export function ExceptionList({ present, changed }: { present: Preferences; changed: () => void }) {
  const m = useMessages();
  const { tell } = useNotices();
  const [chosen, setChosen] = useState<MemberException[]>([]);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string>();
  const done = (notice: string) => {
    tell(notice);
    setChosen([]);
    setAdding(false);
    setRemoving(undefined);
    changed();
  };
  const shown = (is: boolean) => (is ? m.preferences.shown : m.preferences.hidden);
  return (
    <>
      <Listing<MemberException>
        title={m.preferences.exceptions}
        description={m.preferences.exceptionsText}
        testId="exceptions"
        items={present.Exceptions}
        keyOf={(item) => item.AccountId}
        find={m.preferences.findExceptions}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        sortBy="account"
        empty={<Emptiness title={m.preferences.noExceptions} text={m.preferences.noExceptionsText} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} onClick={() => setRemoving(chosen[0]?.AccountId)}>
              {m.states.remove}
            </Button>
            <Button onClick={() => setAdding(true)} data-testid="add-exception">
              {m.preferences.add}
            </Button>
          </SpaceBetween>
        }
        columns={[
          { id: "account", header: m.preferences.account, sortingField: "AccountId", isRowHeader: true, cell: (item) => item.AccountId },
          { id: "access", header: m.preferences.access, cell: (item) => (item.LinkedAccountAccess ? m.preferences.open : m.preferences.closed) },
          { id: "credits", header: m.preferences.refundsAndCredits, cell: (item) => shown(item.LinkedAccountRefundsAndCredits) },
          { id: "discounts", header: m.preferences.discounts, cell: (item) => shown(item.LinkedAccountDiscounts) },
        ]}
      />
      {adding ? <AddException present={present} close={() => setAdding(false)} done={(account) => done(m.preferences.added(account))} /> : null}
      {removing ? (
        <Confirmation
          title={m.preferences.removeTitle(removing)}
          text={m.preferences.removeText}
          act={async () => {
            await bursar.UpdatePreferences({ ...permissionsOf(present), Exceptions: without(present, removing) });
          }}
          cancel={() => setRemoving(undefined)}
          done={() => done(m.preferences.removed(removing))}
        />
      ) : null}
    </>
  );
}

function AddException({ present, close, done }: { present: Preferences; close: () => void; done: (account: string) => void }) {
  const m = useMessages();
  const [account, setAccount] = useState("");
  const [wanted, setWanted] = useState<MemberPermissions>(permissionsOf(present));
  return (
    <Dialog
      title={m.preferences.addTitle}
      submit={m.preferences.add}
      ready={isAccount(account)}
      act={async () => {
        const exceptions = withException(present, { AccountId: account, ...wanted });
        await bursar.UpdatePreferences({ ...permissionsOf(present), Exceptions: exceptions });
      }}
      done={() => done(account)}
      close={close}
      submitId="put-exception"
    >
      <FormField
        label={m.preferences.account}
        description={m.preferences.accountHint}
        errorText={account.length > 12 || /\D/.test(account) ? m.preferences.notTwelve : undefined}
      >
        <Input value={account} onChange={({ detail }) => setAccount(detail.value.trim())} inputMode="numeric" data-testid="exception-account" />
      </FormField>
      <PermissionToggles said={wanted} change={setWanted} />
    </Dialog>
  );
}
