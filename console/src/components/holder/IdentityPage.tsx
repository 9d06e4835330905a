/** One user, group or policy: a summary, its sides as tabs, and deleting it. */
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs, { type KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs, { type TabsProps } from "@cloudscape-design/components/tabs";
import { type ReactNode, useState } from "react";
import { useNotices } from "../../app/notices";
import { navigate, replaceQuery, usePlace } from "../../app/router";
import { useMessages } from "../../messages";
import { Confirmation } from "../Confirmation";

interface IdentityPageProps {
  title: string;
  description?: string | undefined;
  info?: ReactNode;
  actions?: ReactNode;
  summary: readonly KeyValuePairsProps.Pair[];
  tabs: readonly TabsProps.Tab[];
  /** How it is deleted and where that leads; none where it cannot be. */
  remove?: { text: string; act: () => Promise<void>; done: string; next: string } | undefined;
}

export function IdentityPage({ title, description, info, actions, summary, tabs, remove }: IdentityPageProps) {
  const m = useMessages();
  const { query } = usePlace();
  const { tell } = useNotices();
  const [deleting, setDeleting] = useState(false);
  const change = (tab: string) => {
    const next = new URLSearchParams(location.search);
    next.set("tab", tab);
    replaceQuery(next);
  };
  const asked = query.get("tab");
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={description}
          info={info}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {remove ? <Button onClick={() => setDeleting(true)}>{m.states.remove}</Button> : null}
              {actions}
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{m.identity.summary}</Header>}>
          <KeyValuePairs columns={summary.length} items={summary} />
        </Container>
        <Tabs
          activeTabId={tabs.some((tab) => tab.id === asked) ? asked! : tabs[0]!.id}
          onChange={({ detail }) => change(detail.activeTabId)}
          tabs={tabs}
        />
      </SpaceBetween>
      {remove && deleting ? (
        <Confirmation
          title={m.identity.deleteTitle(title)}
          text={remove.text}
          act={remove.act}
          cancel={() => setDeleting(false)}
          done={() => {
            tell(remove.done);
            navigate(remove.next);
          }}
        />
      ) : null}
    </ContentLayout>
  );
}
