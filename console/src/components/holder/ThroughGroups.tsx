import Badge from "@cloudscape-design/components/badge";
import Link from "@cloudscape-design/components/link";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { attachedTo, groupsOf, inlineOf } from "../../clients/identities";
import { useMessages } from "../../messages";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";
import { Trouble } from "../Trouble";
import { PolicyKind } from "./PolicyKind";

interface Inherited {
  readonly group: string;
  readonly policy: string;
  /** None for a policy that stands in the group itself. */
  readonly arn: string | undefined;
}

async function inheritedBy(user: string): Promise<Inherited[]> {
  const groups = (await groupsOf(user)).map((group) => group.GroupName ?? "");
  const found = await Promise.all(
    groups.map(async (group) => {
      const [attached, inline] = await Promise.all([attachedTo({ kind: "group", name: group }), inlineOf({ kind: "group", name: group })]);
      return [
        ...attached.map((policy): Inherited => ({ group, policy: policy.PolicyName ?? "", arn: policy.PolicyArn })),
        ...inline.map((policy): Inherited => ({ group, policy, arn: undefined })),
      ];
    }),
  );
  return found.flat();
}

/** The policies that reach a user because of the groups it is in. */
export function ThroughGroups({ user }: { user: string }) {
  const m = useMessages();
  const asked = useAsked(() => inheritedBy(user), [user]);
  if (asked.failure) return <Trouble failure={asked.failure} again={asked.again} />;
  return (
    <Listing<Inherited>
      title={m.identity.throughGroups}
      description={m.identity.throughGroupsText}
      testId="through-groups"
      items={asked.value ?? []}
      loading={asked.loading && !asked.value}
      keyOf={(item) => `${item.group} ${item.policy}`}
      empty={<Emptiness title={m.identity.throughGroupsNone} />}
      columns={[
        {
          id: "policy",
          header: m.identity.policyName,
          isRowHeader: true,
          cell: (item) => <Link href={item.arn ? addresses.policy(item.arn) : addresses.groupInline(item.group, item.policy)}>{item.policy}</Link>,
        },
        { id: "group", header: m.identity.group, cell: (item) => <Link href={addresses.group(item.group)}>{item.group}</Link> },
        { id: "type", header: m.identity.type, cell: (item) => (item.arn ? <PolicyKind arn={item.arn} /> : <Badge>{m.identity.types.inline}</Badge>) },
      ]}
    />
  );
}
