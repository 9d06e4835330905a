/** Cost allocation tags: activating and deactivating them, and backfills. */
import type { CostAllocationTagStatus } from "@aws-sdk/client-cost-explorer";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { type CostTag, listTags, setTags } from "../../clients/cost-tags";
import { isUnserved } from "../../clients/failure";
import { Answered } from "../../components/Answered";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { CallRefusal } from "../../components/PageRefusal";
import { Trouble } from "../../components/Trouble";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { dayText } from "../../time/calendar";
import { Backfills } from "./Backfills";

export default function CostTagsPage() {
  const m = useMessages();
  const t = m.costSetup.tags;
  const asked = useAsked(listTags, []);
  if (asked.failure?.kind === "refused") return <CallRefusal failure={asked.failure} page="CostAllocationTags" />;
  return (
    <ContentLayout header={<Header variant="h1" description={t.text}>{t.title}</Header>}>
      {isUnserved(asked.failure) ? (
        <Unserved failure={asked.failure} what={t.what} />
      ) : (
        <SpaceBetween size="l">
          <Answered asked={asked}>{(tags) => <Tags tags={tags} loading={asked.loading} again={asked.again} />}</Answered>
          <Backfills />
        </SpaceBetween>
      )}
    </ContentLayout>
  );
}

interface TagsProps {
  tags: readonly CostTag[];
  loading: boolean;
  again: () => void;
}

function Tags({ tags, loading, again }: TagsProps) {
  const m = useMessages();
  const t = m.costSetup.tags;
  const { tell } = useNotices();
  const doing = useDoing();
  const [chosen, setChosen] = useState<CostTag[]>([]);
  const [asking, setAsking] = useState(false);
  const inactive = chosen.filter((tag) => !tag.active).map((tag) => tag.key);
  const active = chosen.filter((tag) => tag.active).map((tag) => tag.key);
  const set = async (keys: readonly string[], status: CostAllocationTagStatus) => {
    const errors = await setTags(keys, status);
    const worked = keys.length - errors.length;
    if (worked > 0) tell(status === "Active" ? t.activated(worked) : t.deactivated(worked));
    errors.forEach((error) => tell(t.failed(error.TagKey ?? "", error.Message ?? error.Code ?? ""), "error"));
    setChosen([]);
    again();
  };
  return (
    <SpaceBetween size="s">
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<CostTag>
        title={t.listTitle}
        testId="cost-tags"
        items={tags}
        keyOf={(tag) => tag.key}
        find={t.find}
        loading={loading}
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        sortBy="key"
        empty={<Emptiness title={t.none} text={t.noneText} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={active.length === 0} onClick={() => setAsking(true)}>
              {t.deactivate}
            </Button>
            <Button variant="primary" disabled={inactive.length === 0} loading={doing.busy} data-testid="activate-tags" onClick={() => void doing.run(() => set(inactive, "Active"))}>
              {t.activate}
            </Button>
          </SpaceBetween>
        }
        columns={[
          { id: "key", header: t.key, sortingField: "key", isRowHeader: true, cell: (tag) => tag.key },
          {
            id: "status",
            header: m.costSetup.status,
            sortingField: "active",
            cell: (tag) => <StatusIndicator type={tag.active ? "success" : "stopped"}>{tag.active ? t.active : t.inactive}</StatusIndicator>,
          },
          { id: "type", header: t.type, sortingField: "type", cell: (tag) => t.types[tag.type] ?? tag.type },
          { id: "updated", header: t.updated, sortingField: "updated", cell: (tag) => dayText(tag.updated) },
          { id: "used", header: t.used, sortingField: "used", cell: (tag) => dayText(tag.used) },
        ]}
      />
      {asking ? (
        <Confirmation
          title={t.deactivateTitle(active.length)}
          text={t.deactivateText}
          confirm={t.deactivate}
          act={() => set(active, "Inactive")}
          cancel={() => setAsking(false)}
          done={() => setAsking(false)}
        />
      ) : null}
    </SpaceBetween>
  );
}
