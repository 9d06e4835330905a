/** A new version of a customer managed policy; the oldest other version makes room when five are there. */
import { CreatePolicyVersionCommand, DeletePolicyVersionCommand, ListPolicyVersionsCommand } from "@aws-sdk/client-iam";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { everyPage } from "../../clients/iam-pages";
import { Answered } from "../../components/Answered";
import { PolicyWriting } from "../../components/policy-editor/PolicyWriting";
import { tidied } from "../../components/policy-editor/text";
import { Trouble } from "../../components/Trouble";
import { useMessages } from "../../messages";
import { readPolicy } from "./PolicyPage";

const VERSIONS_MAX = 5;

async function saveVersion(PolicyArn: string, PolicyDocument: string): Promise<string> {
  const versions = await everyPage((Marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, Marker })), (page) => page.Versions);
  if (versions.length >= VERSIONS_MAX) {
    const oldest = versions
      .filter((version) => !version.IsDefaultVersion)
      .sort((a, b) => (a.CreateDate?.getTime() ?? 0) - (b.CreateDate?.getTime() ?? 0))[0];
    if (oldest) await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: oldest.VersionId }));
  }
  const answer = await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
  return answer.PolicyVersion?.VersionId ?? "";
}

export default function EditPolicyPage() {
  const { query } = usePlace();
  const arn = query.get("arn") ?? "";
  const read = useAsked(() => readPolicy(arn), [arn]);
  return (
    <Answered asked={read} wholePage>
      {({ policy, document }) => <Editing arn={arn} name={policy?.PolicyName ?? arn} before={tidied(document) ?? document} />}
    </Answered>
  );
}

function Editing({ arn, name, before }: { arn: string; name: string; before: string }) {
  const m = useMessages();
  const { tell } = useNotices();
  const doing = useDoing();
  const [document, setDocument] = useState(before);
  const save = () =>
    doing.run(async () => {
      tell(m.identity.versionSaved(await saveVersion(arn, document)));
      navigate(addresses.policy(arn));
    });
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={addresses.policy(arn)}>
                {m.states.cancel}
              </Button>
              <Button
                variant="primary"
                disabled={document.trim() === "" || document === before}
                loading={doing.busy}
                onClick={() => void save()}
                data-testid="save-policy"
              >
                {m.states.save}
              </Button>
            </SpaceBetween>
          }
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} onDismiss={doing.clear} />
        <PolicyWriting document={document} limit={6144} onChange={setDocument} />
      </SpaceBetween>
    </ContentLayout>
  );
}
