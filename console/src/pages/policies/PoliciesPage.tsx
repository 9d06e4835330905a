/** The managed policies: the account's own and the provider's. */
import type { Policy } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { replaceQuery, usePlace } from "../../app/router";
import { isManagedByBursar, listPolicies } from "../../clients/identities";
import { Answered } from "../../components/Answered";
import { Emptiness } from "../../components/Emptiness";
import { PolicyKind, purposeOf } from "../../components/holder/PolicyKind";
import { Listing } from "../../components/Listing";
import { useMessages } from "../../messages";

type Scope = "all" | "managed" | "customer";

export default function PoliciesPage() {
  const m = useMessages();
  const { query } = usePlace();
  const policies = useAsked(() => listPolicies(), []);
  const asked = query.get("type");
  const scope: Scope = asked === "managed" || asked === "customer" ? asked : "all";
  return (
    <Answered asked={policies} wholePage>
      {(value) => (
        <Listing<Policy>
          title={m.identity.policies}
          titleTag="h1"
          variant="full-page"
          description={m.identity.policiesText}
          testId="policies"
          items={value.filter((policy) => scope === "all" || isManagedByBursar(policy.Arn) === (scope === "managed"))}
          keyOf={(policy) => policy.PolicyName ?? ""}
          find={m.identity.findPolicies}
          sortBy="name"
          wrapLines
          besideFilter={
            <SegmentedControl
              label={m.identity.scopeLabel}
              selectedId={scope}
              onChange={({ detail }) => replaceQuery(new URLSearchParams(detail.selectedId === "all" ? {} : { type: detail.selectedId }))}
              options={[
                { id: "all", text: m.identity.scopeAll },
                { id: "customer", text: m.identity.scopeCustomer },
                { id: "managed", text: m.identity.scopeManaged },
              ]}
            />
          }
          empty={
            <Emptiness
              title={m.identity.noPolicies}
              action={<Button href={addresses.createPolicy}>{m.identity.createPolicy}</Button>}
            />
          }
          actions={
            <Button variant="primary" href={addresses.createPolicy} data-testid="create-policy">
              {m.identity.createPolicy}
            </Button>
          }
          columns={[
            {
              id: "name",
              header: m.identity.policyName,
              sortingField: "PolicyName",
              isRowHeader: true,
              cell: (policy) => <Link href={addresses.policy(policy.Arn ?? "")}>{policy.PolicyName}</Link>,
            },
            {
              id: "type",
              header: m.identity.type,
              cell: (policy) => <PolicyKind arn={policy.Arn} />,
            },
            {
              id: "attached",
              header: m.identity.attachments,
              sortingField: "AttachmentCount",
              cell: (policy) => m.identity.attachmentCount(policy.AttachmentCount ?? 0),
            },
            { id: "purpose", header: m.identity.purpose, cell: (policy) => purposeOf(policy, m) },
          ]}
        />
      )}
    </Answered>
  );
}
