/** The audit trail: events, newest first, with their records. */
import { type Event, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { trail } from "../../clients/aws";
import { CallRefusal } from "../../components/PageRefusal";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { recordOf } from "./record";
import { lookupAttributes, rangeStart, readTrailFilter, TrailFilter, type TrailQuestion } from "./TrailFilter";

interface TrailPage {
  readonly events: readonly Event[];
  readonly next: string | undefined;
}

async function lookUp(question: TrailQuestion, token?: string): Promise<TrailPage> {
  const start = rangeStart(question.range);
  const attributes = lookupAttributes(question);
  const answer = await trail.send(
    new LookupEventsCommand({
      MaxResults: 50,
      ...(attributes.length ? { LookupAttributes: attributes } : {}),
      ...(start ? { StartTime: start } : {}),
      ...(token ? { NextToken: token } : {}),
    }),
  );
  return { events: answer.Events ?? [], next: answer.NextToken };
}

export default function AuditTrailPage() {
  const m = useMessages();
  const { query } = usePlace();
  const question = readTrailFilter(query);
  const first = useAsked(() => lookUp(question), [JSON.stringify(question)]);
  const [more, setMore] = useState<TrailPage>();
  const [chosen, setChosen] = useState<Event>();
  const doing = useDoing();

  useEffect(() => {
    setMore(undefined);
    setChosen(undefined);
  }, [first.value]);

  if (first.failure?.kind === "refused") return <CallRefusal failure={first.failure} page="AuditTrail" />;
  const events = [...(first.value?.events ?? []), ...(more?.events ?? [])];
  const next = more ? more.next : first.value?.next;
  return (
    <SpaceBetween size="l">
      <Trouble failure={first.failure ?? doing.failure} again={first.again} />
      <Listing<Event>
        title={m.audit.title}
        titleTag="h1"
        description={m.audit.text}
        testId="events"
        items={events}
        loading={first.loading}
        keyOf={(event) => event.EventId ?? ""}
        pageSize={50}
        actions={
          <Button iconName="refresh" ariaLabel={m.states.refresh} onClick={first.again} />
        }
        empty={<Emptiness title={m.audit.empty} text={m.audit.emptyText} />}
        find={m.audit.find}
        besideFilter={
          <TrailFilter question={question} change={(changed) => replaceQuery(new URLSearchParams(changed))} />
        }
        columns={[
          { id: "time", header: m.audit.time, isRowHeader: true, cell: (event) => moment(event.EventTime) },
          {
            id: "event",
            header: m.audit.event,
            cell: (event) => (
              <Button variant="inline-link" wrapText={false} ariaLabel={m.audit.open(event.EventName ?? "")} onClick={() => setChosen(event)}>
                {event.EventName}
              </Button>
            ),
          },
          { id: "user", header: m.audit.user, cell: (event) => event.Username ?? m.states.unknown },
          { id: "source", header: m.audit.source, cell: (event) => event.EventSource },
          { id: "outcome", header: m.audit.outcome, cell: (event) => <Outcome event={event} /> },
          { id: "address", header: m.audit.address, cell: (event) => recordOf(event).sourceAddress ?? m.states.unknown },
        ]}
      />
      {next ? (
        <Button
          loading={doing.busy}
          onClick={() =>
            void doing.run(async () => {
              const page = await lookUp(question, next);
              setMore({ events: [...(more?.events ?? []), ...page.events], next: page.next });
            })
          }
        >
          {m.audit.more}
        </Button>
      ) : null}
      {chosen ? <EventRecord event={chosen} close={() => setChosen(undefined)} /> : null}
    </SpaceBetween>
  );
}

function Outcome({ event }: { event: Event }) {
  const m = useMessages();
  const { errorCode } = recordOf(event);
  return errorCode ? (
    <StatusIndicator type="error" wrapText={false}>{m.audit.refused(errorCode)}</StatusIndicator>
  ) : (
    <StatusIndicator type="success">{m.audit.succeeded}</StatusIndicator>
  );
}

function EventRecord({ event, close }: { event: Event; close: () => void }) {
  const m = useMessages();
  const record = recordOf(event);
  return (
    <Modal
      visible
      size="large"
      header={`${m.audit.detail}: ${event.EventName ?? ""}`}
      closeAriaLabel={m.states.close}
      onDismiss={close}
      data-testid="event-detail"
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            { label: m.audit.time, value: moment(event.EventTime) },
            { label: m.audit.user, value: event.Username ?? m.states.unknown },
            { label: m.audit.eventId, value: event.EventId ?? m.states.unknown },
            {
              label: m.audit.resources,
              value: (event.Resources ?? []).map((resource) => resource.ResourceName).join(", ") || m.states.none,
            },
          ]}
        />
        {record.errorMessage ? <Box color="text-status-error">{record.errorMessage}</Box> : null}
        <div>
          <Box variant="awsui-key-label">{m.audit.record}</Box>
          <pre className="policy-text" tabIndex={0}>
            {record.text}
          </pre>
        </div>
      </SpaceBetween>
    </Modal>
  );
}
