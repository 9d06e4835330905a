/** The guardrails of the account: creating, checking and deleting them. */
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { bursar } from "../../clients/bursar";
import type { Guardrail, GuardrailCheck } from "../../clients/bursar-shapes";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { CreateGuardrail } from "./CreateGuardrail";

const looks: Record<GuardrailCheck["Result"], StatusIndicatorProps.Type> = { HOLDS: "success", BROKEN: "error", UNKNOWN: "warning" };

export function GuardrailList() {
  const m = useMessages();
  const { tell } = useNotices();
  const kept = useAsked(() => bursar.ListGuardrails({}), []);
  const checking = useDoing();
  const [checks, setChecks] = useState<GuardrailCheck[]>([]);
  const [chosen, setChosen] = useState<Guardrail[]>([]);
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const changed = (notice: string) => {
    tell(notice);
    setChecks([]);
    setChosen([]);
    kept.again();
  };
  const check = () =>
    void checking.run(async () => {
      const { Checks } = await bursar.CheckGuardrails({});
      setChecks(Checks);
      if (Checks.every((each) => each.Result === "HOLDS")) tell(m.guardrails.allHold(Checks.length));
    });
  return (
    <Answered asked={kept}>
      {({ Guardrails }) => (
        <SpaceBetween size="s">
          <Trouble failure={checking.failure} />
          {checks
            .filter((each) => each.Result !== "HOLDS")
            .map((each) => (
              <Alert key={each.Name} type="error" header={`${each.Name}: ${m.guardrails.results[each.Result]}`}>
                {each.Message}
              </Alert>
            ))}
          <Listing<Guardrail>
            title={m.guardrails.listTitle}
            description={m.guardrails.listText}
            testId="guardrails"
            items={Guardrails}
            keyOf={(item) => item.Name}
            find={m.guardrails.find}
            selection="single"
            selected={chosen}
            onSelect={setChosen}
            sortBy="name"
            wrapLines
            empty={
              <Emptiness
                title={m.guardrails.none}
                text={m.guardrails.noneText}
                action={<Button onClick={() => setCreating(true)}>{m.guardrails.create}</Button>}
              />
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button disabled={chosen.length === 0} onClick={() => setDeleting(chosen[0]?.Name)}>
                  {m.states.remove}
                </Button>
                <Button disabled={Guardrails.length === 0} loading={checking.busy} onClick={check} data-testid="check-guardrails">
                  {m.guardrails.check}
                </Button>
                <Button variant="primary" onClick={() => setCreating(true)} data-testid="create-guardrail">
                  {m.guardrails.create}
                </Button>
              </SpaceBetween>
            }
            columns={[
              {
                id: "name",
                header: m.guardrails.name,
                sortingField: "Name",
                isRowHeader: true,
                cell: (item) => (
                  <>
                    {item.Name}
                    {item.Description ? (
                      <Box color="text-body-secondary" fontSize="body-s">
                        {item.Description}
                      </Box>
                    ) : null}
                  </>
                ),
              },
              { id: "actions", header: m.guardrails.actions, cell: (item) => <Box variant="code">{item.Actions.join(", ")}</Box> },
              { id: "except", header: m.guardrails.except, cell: (item) => exceptions(item) || m.guardrails.exceptNobody },
              { id: "state", header: m.guardrails.state, cell: (item) => <State check={checks.find((each) => each.Name === item.Name)} /> },
              { id: "created", header: m.guardrails.created, sortingField: "CreatedAt", cell: (item) => moment(item.CreatedAt) },
            ]}
          />
          {creating ? (
            <CreateGuardrail
              close={() => setCreating(false)}
              done={(name) => {
                setCreating(false);
                changed(m.guardrails.createdNotice(name));
              }}
            />
          ) : null}
          {deleting ? (
            <Confirmation
              title={m.guardrails.deleteTitle(deleting)}
              text={m.guardrails.deleteText}
              act={async () => {
                await bursar.DeleteGuardrail({ Name: deleting });
              }}
              cancel={() => setDeleting(undefined)}
              done={() => {
                setDeleting(undefined);
                changed(m.guardrails.deleted(deleting));
              }}
            />
          ) : null}
        </SpaceBetween>
      )}
    </Answered>
  );
}

function exceptions(guardrail: Guardrail): string {
  return [...guardrail.ExceptGroups, ...guardrail.ExceptPrincipalArns.map((arn) => arn.replace(/^.*\//, ""))].join(", ");
}

function State({ check }: { check: GuardrailCheck | undefined }) {
  const m = useMessages();
  return check ? (
    <StatusIndicator type={looks[check.Result]}>{m.guardrails.results[check.Result]}</StatusIndicator>
  ) : (
    <>{m.guardrails.notChecked}</>
  );
}
