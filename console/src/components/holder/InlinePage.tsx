/** Writing an inline policy of a user or group: new, or one that is there. */
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
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
import { PolicyWriting } from "../policy-editor/PolicyWriting";
import { Trouble } from "../Trouble";

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
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={m.identity.inlineOf(holder.name)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={back}>
                {m.states.cancel}
              </Button>
              <Button
                variant="primary"
                disabled={document.trim() === ""}
                loading={doing.busy}
                onClick={save}
                data-testid="save-policy"
              >
                {m.states.save}
              </Button>
            </SpaceBetween>
          }
        >
          {policy ? m.identity.editInline(policy) : m.identity.addInline}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Trouble failure={doing.failure} onDismiss={doing.clear} />
        <Container>
          <FormField
            label={m.identity.policyName}
            constraintText={policy ? undefined : m.identity.policyNameHint}
            errorText={tried && !name.trim() ? m.signingIn.required : undefined}
          >
            <Input
              value={name}
              readOnly={policy !== undefined}
              onChange={({ detail }) => setName(detail.value)}
              nativeInputAttributes={{ "data-testid": "policy-name" }}
            />
          </FormField>
        </Container>
        <PolicyWriting
          document={document}
          limit={holder.kind === "user" ? 2048 : 5120}
          onChange={(next, template) => {
            setDocument(next);
            if (template && !policy && !name.trim()) setName(guardPolicyName(template.Name));
          }}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
