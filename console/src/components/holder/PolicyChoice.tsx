import type { Policy } from "@aws-sdk/client-iam";
import { useMessages } from "../../messages";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";
import { PolicyKind, purposeOf } from "./PolicyKind";

interface PolicyChoiceProps {
  policies: readonly Policy[];
  chosen: readonly Policy[];
  choose: (policies: Policy[]) => void;
}

/** A list of policies to choose from. */
export function PolicyChoice({ policies, chosen, choose }: PolicyChoiceProps) {
  const m = useMessages();
  return (
    <Listing<Policy>
      title={m.identity.choosePolicies}
      titleTag="h3"
      variant="embedded"
      testId="policy-choice"
      items={policies}
      keyOf={(item) => item.PolicyName ?? ""}
      find={m.identity.findPolicies}
      selection="multi"
      selected={chosen}
      onSelect={choose}
      pageSize={10}
      sortBy="name"
      wrapLines
      empty={<Emptiness title={m.identity.noPolicies} />}
      columns={[
        { id: "name", header: m.identity.policyName, sortingField: "PolicyName", isRowHeader: true, cell: (item) => item.PolicyName },
        { id: "purpose", header: m.identity.purpose, cell: (item) => purposeOf(item, m) },
        { id: "type", header: m.identity.type, cell: (item) => <PolicyKind arn={item.Arn} /> },
      ]}
    />
  );
}
