import Alert from "@cloudscape-design/components/alert";
import { useAsked } from "../app/asking";
import { useSession } from "../app/session";
import { bursar } from "../clients/bursar";
import type { Explanation } from "../clients/bursar-shapes";
import { useMessages } from "../messages";

/** How the server's sentence begins where policies choose rows of costs. */
const CHOOSING = /^Allowed, for the rows of costs for which /;

/** Which rows of costs the caller's policies leave, in the server's words; nothing where they leave all of them. */
export function chosenRows(explanation: Pick<Explanation, "Decision" | "Message">): string | undefined {
  return explanation.Decision === "ALLOWED" && CHOOSING.test(explanation.Message) ? explanation.Message.replace(CHOOSING, "") : undefined;
}

interface PartOfCostsProps {
  /** The call whose rows are shown. */
  action: "ce:GetCostAndUsage" | "bursar:GetBill";
}

/** Says that the page holds part of the costs only, where the reader's policies choose rows of them. The root user sees all. */
export function PartOfCosts({ action }: PartOfCostsProps) {
  const m = useMessages();
  const { session } = useSession();
  const free = session.PrincipalType === "Root";
  const asked = useAsked(async () => (free ? undefined : bursar.ExplainAccess({ Action: action })), [action, free]);
  const rows = asked.value && chosenRows(asked.value);
  if (!rows) return null;
  return (
    <Alert type="info" header={m.access.partOfCosts} data-testid="part-of-costs">
      {m.access.partOfCostsText} <span className="refused-sentence">{rows}</span>
    </Alert>
  );
}
