/** Which spelling of billing permissions counts: the older, today's, or both. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { useSession } from "../../app/session";
import { bursar } from "../../clients/bursar";
import type { ActionSet } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { Dialog } from "../../components/Dialog";
import { useMessages } from "../../messages";

const all: readonly ActionSet[] = ["BOTH", "LEGACY", "FINE_GRAINED"];

export function VocabularyCard() {
  const m = useMessages();
  const { session } = useSession();
  const { tell } = useNotices();
  const mode = useAsked(() => bursar.GetConsoleActionSetEnforced({}), []);
  const [editing, setEditing] = useState(false);
  return (
    <Container
      data-testid="vocabulary"
      header={
        <Header
          variant="h2"
          description={m.account.modeText}
          actions={
            session.PrincipalType === "Root" && mode.value ? (
              <Button ariaLabel={m.account.modeEdit} onClick={() => setEditing(true)}>
                {m.account.edit}
              </Button>
            ) : undefined
          }
        >
          {m.account.modeTitle}
        </Header>
      }
    >
      <Answered asked={mode}>
        {(value) => (
          <KeyValuePairs
            items={[
              {
                label: m.account.mode,
                value: (
                  <>
                    {m.account.modes[value.ActionSet]}
                    <Box color="text-body-secondary" fontSize="body-s">
                      {m.account.modeTexts[value.ActionSet]}
                    </Box>
                  </>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {editing && mode.value ? (
        <VocabularyDialog
          present={mode.value.ActionSet}
          close={() => setEditing(false)}
          changed={() => {
            setEditing(false);
            tell(m.account.modeUpdated);
            mode.again();
          }}
        />
      ) : null}
    </Container>
  );
}

function VocabularyDialog({ present, close, changed }: { present: ActionSet; close: () => void; changed: () => void }) {
  const m = useMessages();
  const [chosen, setChosen] = useState<ActionSet>(present);
  return (
    <Dialog
      title={m.account.modeTitle}
      submit={m.account.update}
      ready={chosen !== present}
      act={async () => {
        await bursar.UpdateConsoleActionSetEnforced({ ActionSet: chosen });
      }}
      done={changed}
      close={close}
    >
      <RadioGroup
        ariaLabel={m.account.mode}
        value={chosen}
        onChange={({ detail }) => setChosen(detail.value as ActionSet)}
        items={all.map((value) => ({ value, label: m.account.modes[value], description: m.account.modeTexts[value] }))}
      />
    </Dialog>
  );
}
