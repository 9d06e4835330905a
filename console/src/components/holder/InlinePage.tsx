/** Writing an inline policy of a user or group: new, or one that is there. */
import Container from "@cloudscape-design/components/container";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { navigate, usePlace } from "../../app/router";
import type { Holder } from "../../clients/identities";
import { putInline, readInline } from "../../clients/identity-changes";
import { useMessages } from "../../messages";
import { guardPolicyName } from "../../pages/account/GuardPanel";
import { Answered } from "../Answered";
import { FormPage } from "../FormPage";
import { PolicyWriting } from "../policy-editor/PolicyWriting";
import { TextField } from "../TextField";

export function InlinePage({ kind }: { kind: Holder["kind"] }) {
  const { query } = usePlace();
  const holder: Holder = { kind, name: query.get("name") ?? "" };
  const policy = query.get("policy") ?? undefined;
  const document = useAsked(() => (policy ? readInline(holder, policy) : Promise.resolve("")), [kind, holder.name, policy]);
  return (
    <Answered asked={document} wholePage>
      {(value) => <Writing holder={holder} policy={policy} before={value} />}
    </Answered>
  );
}

function Writing({ holder, policy, before }: { holder: Holder; policy: string | undefined; before: string }) {
  const m = useMessages();
  const { tell } = useNotices();
  const [name, setName] = useState(policy ?? "");
  const [document, setDocument] = useState(before);
  const [tried, setTried] = useState(false);
  const doing = useDoing();
  const back = holder.kind === "user" ? addresses.user(holder.name) : addresses.group(holder.name);
  const save = () => {
    setTried(true);
    if (!name.trim()) return;
    void doing.run(async () => {
      await putInline(holder, name.trim(), document);
      tell(m.identity.inlineSaved(name.trim(), holder.name));
      navigate(back);
    });
  };
  return (
    <FormPage
      title={policy ? m.identity.editInline(policy) : m.identity.addInline}
      description={m.identity.inlineOf(holder.name)}
      back={back}
      submit={m.states.save}
      submitId="save-policy"
      act={save}
      doing={doing}
      ready={document.trim() !== ""}
      fields={
        <Container>
          <TextField
            label={m.identity.policyName}
            constraint={policy ? undefined : m.identity.policyNameHint}
            id="policy-name"
            value={name}
            set={setName}
            missing={tried}
            readOnly={policy !== undefined}
          />
        </Container>
      }
    >
      <PolicyWriting
        document={document}
        limit={holder.kind === "user" ? 2048 : 5120}
        onChange={(next, template) => {
          setDocument(next);
          if (template && !policy && !name.trim()) setName(guardPolicyName(template.Name));
        }}
      />
    </FormPage>
  );
}
