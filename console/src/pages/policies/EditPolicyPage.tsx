/** A new version of a customer managed policy; the oldest other version makes room when five are there. */
import { CreatePolicyVersionCommand, DeletePolicyVersionCommand, ListPolicyVersionsCommand } from "@aws-sdk/client-iam";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, usePlace } from "../../app/router";
import { iam } from "../../clients/aws";
import { everyPage } from "../../clients/iam-pages";
import { Answered } from "../../components/Answered";
import { FormPage } from "../../components/FormPage";
import { PolicyWriting } from "../../components/policy-editor/PolicyWriting";
import { tidied } from "../../components/policy-editor/text";
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
    void doing.run(async () => {
      tell(m.identity.versionSaved(await saveVersion(arn, document)));
      navigate(addresses.policy(arn));
    });
  return (
    <FormPage
      title={name}
      back={addresses.policy(arn)}
      submit={m.states.save}
      submitId="save-policy"
      act={save}
      doing={doing}
      ready={document.trim() !== "" && document !== before}
    >
      <PolicyWriting document={document} limit={6144} onChange={setDocument} />
    </FormPage>
  );
}
