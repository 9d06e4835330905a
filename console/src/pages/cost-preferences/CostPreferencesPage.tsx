/** Cost Management preferences: what members may see of their own costs. */
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useAsked } from "../../app/asking";
import { bursar } from "../../clients/bursar";
import { Answered } from "../../components/Answered";
import { useMessages } from "../../messages";
import { ExceptionList } from "./ExceptionList";
import { permissionsOf } from "./exceptions";
import { MemberPermissionsCard } from "./MemberPermissionsCard";

export default function CostPreferencesPage() {
  const m = useMessages();
  const preferences = useAsked(() => bursar.GetPreferences({}), []);
  return (
    <ContentLayout header={<Header variant="h1" description={m.preferences.description}>{m.preferences.title}</Header>}>
      <Answered asked={preferences}>
        {(present) => (
          <SpaceBetween size="l">
            <MemberPermissionsCard key={JSON.stringify(permissionsOf(present))} present={present} changed={preferences.again} />
            {present.DecidedBy ? null : <ExceptionList present={present} changed={preferences.again} />}
          </SpaceBetween>
        )}
      </Answered>
    </ContentLayout>
  );
}
