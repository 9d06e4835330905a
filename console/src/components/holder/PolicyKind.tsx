import type { Policy } from "@aws-sdk/client-iam";
import Badge from "@cloudscape-design/components/badge";
import { isManagedByBursar } from "../../clients/identities";
import { type Messages, useMessages } from "../../messages";

/** Whose policy it is: one that comes with Bursar, or the account's own. */
export function PolicyKind({ arn }: { arn: string | undefined }) {
  const m = useMessages();
  const managed = isManagedByBursar(arn);
  return <Badge color={managed ? "blue" : "grey"}>{managed ? m.identity.types.managed : m.identity.types.customer}</Badge>;
}

/** What a policy is for. IAM's lists carry no descriptions, so those of the policies that come with Bursar are the console's own words. */
export function purposeOf(policy: Policy, m: Messages): string {
  const known: Record<string, string> = m.identity.managedPurposes;
  return policy.Description ?? (isManagedByBursar(policy.Arn) ? known[policy.PolicyName ?? ""] : undefined) ?? m.states.unknown;
}
