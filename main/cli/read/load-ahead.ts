/**
 * Loads one item while the one before is worked on: the engine reads a picture at a time, and a slow disk or network
 * need not wait for it. `load` must not reject.
 */
export async function* loadAhead<Item, Loaded>(
  items: readonly Item[],
  load: (item: Item) => Promise<Loaded>
): AsyncGenerator<readonly [Item, Loaded]> {
  let ahead: Promise<Loaded> | undefined
  for (const [index, item] of items.entries()) {
    const current = await (ahead ?? load(item))
    const next = items[index + 1]
    ahead = next === undefined ? undefined : load(next)
    yield [item, current]
  }
}
