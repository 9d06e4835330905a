/** Who is in a group, or which groups a user is in: adding some, removing some. */
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { useMessages } from "../../messages";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";
import { Trouble } from "../Trouble";
import { ChoiceDialog } from "./ChoiceDialog";

interface NameTableProps {
  title: string;
  testId: string;
  head: string;
  find: string;
  none: string;
  hrefOf: (name: string) => string;
  present: () => Promise<string[]>;
  add: {
    title: string;
    label: string;
    none: string;
    testId: string;
    all: () => Promise<string[]>;
    act: (name: string) => Promise<unknown>;
    done: (name: string) => string;
  };
  remove: { act: (name: string) => Promise<unknown>; done: (name: string) => string };
}

export function NameTable({ title, testId, head, find, none, hrefOf, present, add, remove }: NameTableProps) {
  const m = useMessages();
  const { tell } = useNotices();
  const asked = useAsked(present, []);
  const doing = useDoing();
  const [chosen, setChosen] = useState<{ name: string }[]>([]);
  const [adding, setAdding] = useState(false);
  if (asked.failure) return <Trouble failure={asked.failure} again={asked.again} />;
  const names = asked.value ?? [];
  const removeChosen = () =>
    doing.run(async () => {
      for (const { name } of chosen) {
        await remove.act(name);
        tell(remove.done(name));
      }
      setChosen([]);
      asked.again();
    });
  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<{ name: string }>
        title={title}
        testId={testId}
        items={names.map((name) => ({ name }))}
        loading={asked.loading && !asked.value}
        keyOf={(item) => item.name}
        selection="multi"
        selected={chosen}
        onSelect={setChosen}
        find={find}
        sortBy="name"
        empty={<Emptiness title={none} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} loading={doing.busy} onClick={() => void removeChosen()}>
              {m.identity.removeFromGroup}
            </Button>
            <Button onClick={() => setAdding(true)} data-testid={add.testId}>
              {add.title}
            </Button>
          </SpaceBetween>
        }
        columns={[
          { id: "name", header: head, sortingField: "name", isRowHeader: true, cell: (item) => <Link href={hrefOf(item.name)}>{item.name}</Link> },
        ]}
      />
      {adding ? (
        <ChoiceDialog
          title={add.title}
          label={add.label}
          empty={add.none}
          choices={async () => (await add.all()).filter((name) => !names.includes(name))}
          act={async (added) => {
            for (const name of added) {
              await add.act(name);
              tell(add.done(name));
            }
          }}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            asked.again();
          }}
        />
      ) : null}
    </>
  );
}
