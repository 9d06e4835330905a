/** Who can ever reach billing, and the guardrails that every change must keep. */
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMessages } from "../../messages";
import { GuardrailList } from "./GuardrailList";
import { ReachTable } from "./ReachTable";

export default function GuardrailsPage() {
  const m = useMessages();
  return (
    <ContentLayout header={<Header variant="h1" description={m.guardrails.description}>{m.guardrails.title}</Header>}>
      <SpaceBetween size="l">
        <GuardrailList />
        <ReachTable />
      </SpaceBetween>
    </ContentLayout>
  );
}
