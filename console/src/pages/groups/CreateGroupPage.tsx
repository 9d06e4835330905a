/** Creating a group, with first policies if wanted. */
import { CreateGroupCommand, type Policy } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type FormEvent, useState } from "react";
import { addresses, pagePaths } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate } from "../../app/router";
import { iam } from "../../clients/aws";
import { failureOf } from "../../clients/failure";
import { listPolicies } from "../../clients/identities";
import { attach } from "../../clients/identity-changes";
import { Answered } from "../../components/Answered";
import { PolicyChoice } from "../../components/holder/PolicyChoice";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";

export default function CreateGroupPage() {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const policies = useAsked(() => listPolicies(), []);
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Policy[]>([]);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const GroupName = name.trim();
    if (!GroupName) return;
    void doing.run(async () => {
      await iam.send(new CreateGroupCommand({ GroupName }));
      tell(m.identity.createdGroup(GroupName));
      // the group exists from here on: what fails next is told on its own page
      try {
        for (const policy of chosen) await attach({ kind: "group", name: GroupName }, policy.Arn!);
      } catch (thrown) {
        tell(failureOf(thrown).message, "error");
      }
      navigate(addresses.group(GroupName));
    });
  };
  return (
    <form onSubmit={submit} data-testid="create-group-form" aria-label={m.identity.createGroup}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" formAction="none" href={pagePaths.Groups}>
                  {m.states.cancel}
                </Button>
                <Button variant="primary" formAction="submit" loading={doing.busy} data-testid="create-group-submit">
                  {m.identity.createGroup}
                </Button>
              </SpaceBetween>
            }
          >
            {m.identity.createGroup}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Trouble failure={doing.failure} />
          <Container>
            <FormField
              label={m.identity.groupName}
              constraintText={m.identity.nameHint}
              errorText={tried && !name.trim() ? m.signingIn.required : undefined}
            >
              <Input value={name} onChange={({ detail }) => setName(detail.value)} nativeInputAttributes={{ "data-testid": "group-name" }} />
            </FormField>
          </Container>
          <Container header={<Header variant="h2">{m.identity.attachNow}</Header>}>
            <Answered asked={policies}>{(value) => <PolicyChoice policies={value} chosen={chosen} choose={setChosen} />}</Answered>
          </Container>
        </SpaceBetween>
      </ContentLayout>
    </form>
  );
}
