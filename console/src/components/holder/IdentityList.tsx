/** All users, or all groups: creating, opening and deleting one. */
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { Asked } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";
import { Answered } from "../Answered";
import { Confirmation } from "../Confirmation";
import { Emptiness } from "../Emptiness";
import { Listing } from "../Listing";

interface IdentityListProps<T> {
  asked: Asked<readonly T[]>;
  title: string;
  text: string;
  testId: string;
  nameOf: (item: T) => string;
  nameHead: string;
  hrefOf: (name: string) => string;
  find: string;
  none: { title: string; text: string };
  create: { label: string; href: string; testId: string };
  remove: { text: string; act: (name: string) => Promise<void>; done: (name: string) => string };
  /** Columns between the ARN and the time of creation. */
  columns?: readonly TableProps.ColumnDefinition<T>[];
}

export function IdentityList<T extends { Arn: string | undefined; CreateDate: Date | undefined }>(props: IdentityListProps<T>) {
  const { asked, nameOf, create, remove } = props;
  const m = useMessages();
  const { tell } = useNotices();
  const [chosen, setChosen] = useState<T[]>([]);
  const [deleting, setDeleting] = useState<string>();
  return (
    <Answered asked={asked} wholePage>
      {(value) => (
        <>
          <Listing<T>
            title={props.title}
            titleTag="h1"
            variant="full-page"
            description={props.text}
            testId={props.testId}
            items={value}
            keyOf={nameOf}
            find={props.find}
            selection="single"
            selected={chosen}
            onSelect={setChosen}
            sortBy="name"
            empty={<Emptiness title={props.none.title} text={props.none.text} action={<Button href={create.href}>{create.label}</Button>} />}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button disabled={chosen.length === 0} onClick={() => setDeleting(chosen[0] && nameOf(chosen[0]))}>
                  {m.states.remove}
                </Button>
                <Button variant="primary" href={create.href} data-testid={create.testId}>
                  {create.label}
                </Button>
              </SpaceBetween>
            }
            columns={[
              {
                id: "name",
                header: props.nameHead,
                sortingComparator: (a, b) => nameOf(a).localeCompare(nameOf(b)),
                isRowHeader: true,
                cell: (item) => <Link href={props.hrefOf(nameOf(item))}>{nameOf(item)}</Link>,
              },
              { id: "arn", header: m.identity.arn, cell: (item) => <Box variant="code">{item.Arn}</Box> },
              ...(props.columns ?? []),
              { id: "created", header: m.identity.created, sortingField: "CreateDate", cell: (item) => moment(item.CreateDate) },
            ]}
          />
          {deleting ? (
            <Confirmation
              title={m.identity.deleteTitle(deleting)}
              text={remove.text}
              act={() => remove.act(deleting)}
              cancel={() => setDeleting(undefined)}
              done={() => {
                tell(remove.done(deleting));
                setDeleting(undefined);
                setChosen([]);
                asked.again();
              }}
            />
          ) : null}
        </>
      )}
    </Answered>
  );
}
