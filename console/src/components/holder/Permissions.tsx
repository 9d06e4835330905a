/** The policies on a user or group: attached, inline, and the ways to change them. */
import Badge from "@cloudscape-design/components/badge";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { AttachedPolicy } from "@aws-sdk/client-iam";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { attachedTo, type Holder, inlineOf } from "../../clients/identities";
import { deleteInline, detach } from "../../clients/identity-changes";
import { useMessages } from "../../messages";
import { Confirmation } from "../Confirmation";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";
import { Trouble } from "../Trouble";
import { AttachDialog } from "./AttachDialog";
import { PolicyKind } from "./PolicyKind";

export function Permissions({ holder }: { holder: Holder }) {
  return (
    <SpaceBetween size="l">
      <Attached holder={holder} />
      <Inline holder={holder} />
    </SpaceBetween>
  );
}

function Attached({ holder }: { holder: Holder }) {
  const m = useMessages();
  const { tell } = useNotices();
  const attached = useAsked(() => attachedTo(holder), [holder.kind, holder.name]);
  const [chosen, setChosen] = useState<AttachedPolicy[]>([]);
  const [attaching, setAttaching] = useState(false);
  const doing = useDoing();

  const remove = () =>
    doing.run(async () => {
      for (const policy of chosen) {
        await detach(holder, policy.PolicyArn!);
        tell(m.identity.detached(policy.PolicyName ?? "", holder.name));
      }
      setChosen([]);
      attached.again();
    });

  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      {attached.failure ? (
        <Trouble failure={attached.failure} again={attached.again} />
      ) : (
        <Listing<AttachedPolicy>
          title={m.identity.attachedPolicies}
          testId="attached-policies"
          items={attached.value ?? []}
          loading={attached.loading && !attached.value}
          keyOf={(item) => item.PolicyName ?? ""}
          selection="multi"
          selected={chosen}
          onSelect={setChosen}
          empty={<Emptiness title={m.identity.noAttached} />}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button disabled={chosen.length === 0} loading={doing.busy} onClick={() => void remove()} data-testid="detach">
                {m.states.detach}
              </Button>
              <Button onClick={() => setAttaching(true)} data-testid="attach-policies">
                {m.identity.attachPolicies}
              </Button>
            </SpaceBetween>
          }
          columns={[
            {
              id: "name",
              header: m.identity.policyName,
              sortingField: "PolicyName",
              isRowHeader: true,
              cell: (item) => <Link href={addresses.policy(item.PolicyArn ?? "")}>{item.PolicyName}</Link>,
            },
            {
              id: "type",
              header: m.identity.type,
              cell: (item) => <PolicyKind arn={item.PolicyArn} />,
            },
          ]}
        />
      )}
      {attaching ? (
        <AttachDialog
          holder={holder}
          present={(attached.value ?? []).map((policy) => policy.PolicyArn ?? "")}
          close={() => setAttaching(false)}
          done={() => {
            setAttaching(false);
            attached.again();
          }}
        />
      ) : null}
    </>
  );
}

function Inline({ holder }: { holder: Holder }) {
  const m = useMessages();
  const { tell } = useNotices();
  const inline = useAsked(() => inlineOf(holder), [holder.kind, holder.name]);
  const [chosen, setChosen] = useState<{ name: string }[]>([]);
  const [deleting, setDeleting] = useState<string>();
  const address = (policy?: string) =>
    holder.kind === "user" ? addresses.userInline(holder.name, policy) : addresses.groupInline(holder.name, policy);
  if (inline.failure) return <Trouble failure={inline.failure} again={inline.again} />;
  return (
    <>
      <Listing<{ name: string }>
        title={m.identity.inlinePolicies}
        testId="inline-policies"
        items={(inline.value ?? []).map((name) => ({ name }))}
        loading={inline.loading && !inline.value}
        keyOf={(item) => item.name}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        empty={<Emptiness title={m.identity.noInline} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} onClick={() => setDeleting(chosen[0]?.name)} data-testid="delete-inline">
              {m.states.remove}
            </Button>
            <Button href={address()} data-testid="add-inline">
              {m.identity.addInline}
            </Button>
          </SpaceBetween>
        }
        columns={[
          {
            id: "name",
            header: m.identity.policyName,
            sortingField: "name",
            isRowHeader: true,
            cell: (item) => <Link href={address(item.name)}>{item.name}</Link>,
          },
          { id: "type", header: m.identity.type, cell: () => <Badge>{m.identity.types.inline}</Badge> },
        ]}
      />
      {deleting ? (
        <Confirmation
          title={m.identity.deleteTitle(deleting)}
          text={m.identity.deleteInlineText}
          act={() => deleteInline(holder, deleting)}
          cancel={() => setDeleting(undefined)}
          done={() => {
            tell(m.identity.inlineDeleted(deleting, holder.name));
            setDeleting(undefined);
            setChosen([]);
            inline.again();
          }}
        />
      ) : null}
    </>
  );
}
