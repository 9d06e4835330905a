/** One managed policy: its document, what it does in billing, its versions, and on whom it stands. */
import {
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
  type PolicyVersion,
  SetDefaultPolicyVersionCommand,
} from "@aws-sdk/client-iam";
import Badge from "@cloudscape-design/components/badge";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { bursar } from "../../clients/bursar";
import { everyPage, policyText } from "../../clients/iam-pages";
import { type Holder, isManagedByBursar, listGroups, listUsers } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { ChoiceDialog } from "../../components/holder/ChoiceDialog";
import { IdentityPage } from "../../components/holder/IdentityPage";
import { PolicyKind } from "../../components/holder/PolicyKind";
import { Listing } from "../../components/Listing";
import { BillingEffects } from "../../components/policy-editor/BillingEffects";
import { tidied } from "../../components/policy-editor/text";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

/** A policy and the text of its default version. */
export async function readPolicy(PolicyArn: string) {
  const { Policy: policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const { PolicyVersion: version } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn, VersionId: policy?.DefaultVersionId }),
  );
  return { policy, document: policyText(version?.Document) };
}

async function deletePolicy(PolicyArn: string): Promise<void> {
  const versions = await everyPage((Marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, Marker })), (page) => page.Versions);
  for (const version of versions.filter((one) => !one.IsDefaultVersion)) {
    await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: version.VersionId }));
  }
  await iam.send(new DeletePolicyCommand({ PolicyArn }));
}

export default function PolicyPage() {
  const m = useMessages();
  const { query } = usePlace();
  const arn = query.get("arn") ?? "";
  const read = useAsked(() => readPolicy(arn), [arn]);
  const managed = isManagedByBursar(arn);
  return (
    <Answered asked={read} wholePage>
      {({ policy, document }) => (
        <IdentityPage
          title={policy?.PolicyName ?? arn}
          description={policy?.Description}
          info={<PolicyKind arn={arn} />}
          actions={
            managed ? undefined : (
              <Button variant="primary" href={addresses.editPolicy(arn)} data-testid="edit-policy">
                {m.identity.newVersion}
              </Button>
            )
          }
          summary={[
            { label: m.identity.arn, value: arn },
            { label: m.identity.defaultVersion, value: policy?.DefaultVersionId ?? m.states.unknown },
            { label: m.identity.attachments, value: m.identity.attachmentCount(policy?.AttachmentCount ?? 0) },
            { label: m.identity.created, value: moment(policy?.CreateDate) },
          ]}
          tabs={[
            {
              id: "document",
              label: m.identity.document,
              content: (
                <SpaceBetween size="l">
                  <Container header={<Header variant="h2">{m.identity.document}</Header>}>
                    <pre className="policy-text" tabIndex={0} data-testid="policy-text">
                      {tidied(document) ?? document}
                    </pre>
                  </Container>
                  <EffectsOf document={document} />
                </SpaceBetween>
              ),
            },
            { id: "entities", label: m.identity.entities, content: <Entities arn={arn} name={policy?.PolicyName ?? arn} /> },
            { id: "versions", label: m.identity.versions, content: <Versions arn={arn} fixed={managed} changed={read.again} /> },
          ]}
          remove={
            managed
              ? undefined
              : {
                  text: m.identity.deletePolicyText,
                  act: () => deletePolicy(arn),
                  done: m.identity.deletedPolicy(policy?.PolicyName ?? arn),
                  next: pagePaths.Policies,
                }
          }
        />
      )}
    </Answered>
  );
}

function EffectsOf({ document }: { document: string }) {
  const analysis = useAsked(() => bursar.AnalyzePolicy({ PolicyDocument: document }), [document]);
  return <Answered asked={analysis}>{(value) => <BillingEffects effects={value.BillingEffects} loading={false} />}</Answered>;
}

/** Who a policy stands on, and standing it on more. */
function Entities({ arn, name }: { arn: string; name: string }) {
  const m = useMessages();
  const { tell } = useNotices();
  const [adding, setAdding] = useState<Holder["kind"]>();
  const entities = useAsked(
    () =>
      everyPage(
        (Marker) => iam.send(new ListEntitiesForPolicyCommand({ PolicyArn: arn, Marker })),
        (page): Holder[] => [
          ...(page.PolicyUsers ?? []).map((user) => ({ kind: "user" as const, name: user.UserName ?? "" })),
          ...(page.PolicyGroups ?? []).map((group) => ({ kind: "group" as const, name: group.GroupName ?? "" })),
        ],
      ),
    [arn],
  );
  if (entities.failure) return <Trouble failure={entities.failure} again={entities.again} />;
  const present = entities.value ?? [];
  return (
    <>
      <Listing<Holder>
        title={m.identity.entities}
        testId="entities"
        items={present}
        loading={entities.loading && !entities.value}
        keyOf={(item) => `${item.kind} ${item.name}`}
        empty={<Emptiness title={m.identity.noEntities} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setAdding("group")}>{m.identity.attachToGroups}</Button>
            <Button onClick={() => setAdding("user")} data-testid="attach-to-users">
              {m.identity.attachToUsers}
            </Button>
          </SpaceBetween>
        }
        columns={[
          {
            id: "name",
            header: m.identity.entities,
            isRowHeader: true,
            cell: (item) => <Link href={item.kind === "user" ? addresses.user(item.name) : addresses.group(item.name)}>{item.name}</Link>,
          },
          { id: "kind", header: m.identity.type, cell: (item) => m.identity.kinds[item.kind] },
        ]}
      />
      {adding ? (
        <ChoiceDialog
          title={adding === "user" ? m.identity.attachToUsers : m.identity.attachToGroups}
          label={adding === "user" ? m.identity.users : m.identity.groups}
          empty={adding === "user" ? m.identity.noUsers : m.identity.noGroups}
          choices={async () => {
            const all = adding === "user" ? (await listUsers()).map((user) => user.UserName ?? "") : (await listGroups()).map((group) => group.GroupName ?? "");
            return all.filter((one) => !present.some((holder) => holder.kind === adding && holder.name === one));
          }}
          act={async (names) => {
            for (const one of names) {
              await attach({ kind: adding, name: one }, arn);
              tell(m.identity.attached(name, one));
            }
          }}
          close={() => setAdding(undefined)}
          done={() => {
            setAdding(undefined);
            entities.again();
          }}
        />
      ) : null}
    </>
  );
}

function Versions({ arn, fixed, changed }: { arn: string; fixed: boolean; changed: () => void }) {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const versions = useAsked(
    () => everyPage((Marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn, Marker })), (page) => page.Versions),
    [arn],
  );
  const makeDefault = (version: PolicyVersion) =>
    doing.run(async () => {
      await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn, VersionId: version.VersionId }));
      tell(m.identity.versionSaved(version.VersionId ?? ""));
      changed();
      versions.again();
    });
  if (versions.failure) return <Trouble failure={versions.failure} again={versions.again} />;
  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<PolicyVersion>
        title={m.identity.versions}
        testId="versions"
        items={versions.value ?? []}
        loading={versions.loading && !versions.value}
        keyOf={(version) => version.VersionId ?? ""}
        empty={<Emptiness title={m.states.none} />}
        columns={[
          { id: "version", header: m.identity.version, isRowHeader: true, cell: (version) => version.VersionId },
          { id: "created", header: m.identity.created, cell: (version) => moment(version.CreateDate) },
          {
            id: "default",
            header: m.identity.defaultVersion,
            cell: (version) =>
              version.IsDefaultVersion ? (
                <Badge color="green">{m.identity.defaultVersion}</Badge>
              ) : fixed ? null : (
                <Button variant="inline-link" onClick={() => void makeDefault(version)}>
                  {m.identity.setDefault}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
