/** The card of the switch: how it stands, since when, and Edit for the one who may. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { BillingAccess } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { BillingAccessDialog } from "./BillingAccessDialog";

/** Silent: where the card is only an extra below a refusal, its own refusal is not told twice. */
export function BillingAccessCard({ silent = false }: { silent?: boolean }) {
  const m = useMessages();
  const { tell } = useNotices();
  const access = useAsked(() => bursar.GetBillingAccess({}), []);
  const [editing, setEditing] = useState(false);
  if (silent && !access.value) return null;
  const mayChange = access.value?.MayChange === true;
  return (
    <Container
      data-testid="billing-access"
      header={
        <Header
          variant="h2"
          description={m.account.switchText}
          actions={
            mayChange ? (
              <Button ariaLabel={m.account.editLabel} data-testid="billing-access-edit" onClick={() => setEditing(true)}>
                {m.account.edit}
              </Button>
            ) : undefined
          }
        >
          {m.account.switchTitle}
        </Header>
      }
    >
      <Answered asked={access}>
        {(value) => (
          <SpaceBetween size="m">
            <Standing access={value} />
            {value.MayChange ? null : (
              <Alert type="info">
                <span data-testid="who-can-change-switch">{m.account.onlyRoot}</span>
              </Alert>
            )}
          </SpaceBetween>
        )}
      </Answered>
      {editing && access.value ? (
        <BillingAccessDialog
          access={access.value}
          close={() => setEditing(false)}
          changed={(now) => {
            setEditing(false);
            tell(now.IamUserAndRoleAccess === "ACTIVATED" ? m.account.updated : m.account.updatedOff);
            access.again();
          }}
        />
      ) : null}
    </Container>
  );
}

function Standing({ access }: { access: BillingAccess }) {
  const m = useMessages();
  const on = access.IamUserAndRoleAccess === "ACTIVATED";
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: m.account.status,
          value: (
            <span data-testid="billing-access-status">
              <StatusIndicator type={on ? "success" : "stopped"}>{on ? m.account.activated : m.account.deactivated}</StatusIndicator>
            </span>
          ),
        },
        {
          label: m.account.scope,
          value: (
            <>
              {m.account.scopes[access.Scope] ?? access.Scope}
              <Box color="text-body-secondary" fontSize="body-s">
                {m.account.scopeTexts[access.Scope]}
              </Box>
            </>
          ),
        },
        {
          label: m.account.changed,
          value: access.ChangedAt ? m.account.changedBy(moment(access.ChangedAt), access.ChangedBy ?? "–") : m.account.neverChanged,
        },
      ]}
    />
  );
}
