/** What all members see: the payer turns it, a member reads it. */
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { MemberPermissions, Preferences } from "../../clients/bursar-shapes";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { differ, permissionsOf } from "./exceptions";
import { PermissionToggles } from "./PermissionToggles";

export function MemberPermissionsCard({ present, changed }: { present: Preferences; changed: () => void }) {
  const m = useMessages();
  const { tell } = useNotices();
  const saving = useDoing();
  const [wanted, setWanted] = useState<MemberPermissions>(permissionsOf(present));
  const save = () =>
    void saving
      .run(async () => {
        await bursar.UpdatePreferences(wanted);
      })
      .then((worked) => {
        if (!worked) return;
        tell(m.preferences.saved);
        changed();
      });
  const header = (
    <Header variant="h2" description={m.preferences.membersText}>
      {m.preferences.members}
    </Header>
  );
  if (present.DecidedBy) {
    return (
      <Container header={header}>
        <SpaceBetween size="m">
          <Alert type="info" header={m.preferences.decidedBy(present.DecidedBy)}>
            {m.preferences.decidedByText}
          </Alert>
          <PermissionToggles said={present} />
        </SpaceBetween>
      </Container>
    );
  }
  return (
    <Container
      header={header}
      footer={
        <Button variant="primary" disabled={!differ(present, wanted)} loading={saving.busy} onClick={save} data-testid="save-preferences">
          {m.preferences.save}
        </Button>
      }
    >
      <SpaceBetween size="m">
        <Trouble failure={saving.failure} />
        <PermissionToggles said={wanted} change={setWanted} />
      </SpaceBetween>
    </Container>
  );
}
