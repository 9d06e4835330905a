/** Everything of a list that the server hands out in pages. */
export async function everyPage<Page, Item>(
  ask: (token: string | undefined) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
  next: (page: Page) => string | undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const page = await ask(token);
    all.push(...(items(page) ?? []));
    token = next(page);
  } while (token);
  return all;
}
