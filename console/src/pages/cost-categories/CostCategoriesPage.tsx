/** The account's cost categories. */
import type { CostCategoryReference } from "@aws-sdk/client-cost-explorer";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { addresses } from "../../app/addresses";
import { useAsked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { deleteCategory, listCategories } from "../../clients/cost-categories";
import { isUnserved } from "../../clients/failure";
import { Answered } from "../../components/Answered";
import { Amount, AmountHead } from "../../components/Amount";
import { Confirmation } from "../../components/Confirmation";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { CallRefusal } from "../../components/PageRefusal";
import { Unserved } from "../../components/Unserved";
import { useMessages } from "../../messages";
import { count } from "../../money/format";
import { shortMonth } from "../../time/calendar";

export default function CostCategoriesPage() {
  const m = useMessages();
  const t = m.costSetup.category;
  const asked = useAsked(listCategories, []);
  if (asked.failure?.kind === "refused") return <CallRefusal failure={asked.failure} page="CostCategories" />;
  return (
    <ContentLayout header={<Header variant="h1" description={t.text}>{t.title}</Header>}>
      {isUnserved(asked.failure) ? (
        <Unserved failure={asked.failure} what={t.what} />
      ) : (
        <Answered asked={asked}>{(categories) => <Categories categories={categories} loading={asked.loading} again={asked.again} />}</Answered>
      )}
    </ContentLayout>
  );
}

interface CategoriesProps {
  categories: readonly CostCategoryReference[];
  loading: boolean;
  again: () => void;
}

function Categories({ categories, loading, again }: CategoriesProps) {
  const m = useMessages();
  const t = m.costSetup.category;
  const { tell } = useNotices();
  const [chosen, setChosen] = useState<CostCategoryReference[]>([]);
  const [deleting, setDeleting] = useState<CostCategoryReference>();
  return (
    <>
      <Listing<CostCategoryReference>
        title={t.title}
        testId="cost-categories"
        items={categories}
        keyOf={(item) => item.Name ?? ""}
        find={t.find}
        loading={loading}
        selection="single"
        selected={chosen}
        onSelect={setChosen}
        sortBy="name"
        wrapLines
        empty={<Emptiness title={t.none} text={t.noneText} action={<Button href={addresses.createCostCategory}>{t.create}</Button>} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!chosen[0]} onClick={() => setDeleting(chosen[0])}>
              {m.states.remove}
            </Button>
            <Button variant="primary" href={addresses.createCostCategory} data-testid="create-category">
              {t.create}
            </Button>
          </SpaceBetween>
        }
        columns={[
          {
            id: "name",
            header: t.name,
            sortingField: "Name",
            isRowHeader: true,
            cell: (item) => <Link href={addresses.editCostCategory(item.CostCategoryArn ?? "")}>{item.Name}</Link>,
          },
          { id: "rules", header: <AmountHead>{t.rules}</AmountHead>, sortingField: "NumberOfRules", cell: (item) => <Amount>{count(item.NumberOfRules ?? 0)}</Amount> },
          { id: "values", header: t.values, cell: (item) => (item.Values ?? []).join(", ") || m.states.unknown },
          { id: "default", header: t.defaultValue, cell: (item) => item.DefaultValue || m.states.unknown },
          { id: "start", header: t.effective, cell: (item) => (item.EffectiveStart ? shortMonth(item.EffectiveStart.slice(0, 7)) : m.states.unknown) },
          { id: "status", header: m.costSetup.status, cell: (item) => <Status category={item} /> },
        ]}
      />
      {deleting ? (
        <Confirmation
          title={t.deleteTitle(deleting.Name ?? "")}
          text={t.deleteText}
          act={() => deleteCategory(deleting.CostCategoryArn ?? "")}
          cancel={() => setDeleting(undefined)}
          done={() => {
            tell(t.deleted(deleting.Name ?? ""));
            setDeleting(undefined);
            setChosen([]);
            again();
          }}
        />
      ) : null}
    </>
  );
}

function Status({ category }: { category: CostCategoryReference }) {
  const m = useMessages();
  const status = category.ProcessingStatus?.[0]?.Status;
  if (!status) return <>{m.states.unknown}</>;
  return <StatusIndicator type={status === "APPLIED" ? "success" : "in-progress"}>{m.costSetup.category.states[status] ?? status}</StatusIndicator>;
}
