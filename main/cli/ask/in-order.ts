export interface InOrderOptions<Outcome> {
  /** How many items are worked on at a time, once one has proven that it works at all; until then one. */
  readonly atATime: number
  readonly proves: (outcome: Outcome) => boolean
  /** Whether nothing more is to be begun. */
  readonly stops: (outcome: Outcome) => boolean
}

/**
 * Works on several items at a time and gives their outcomes in the order of the items. After one that stops, only those
 * come that had been begun. `work` must not reject.
 */
export async function* inOrder<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Outcome>,
  { atATime, proves, stops }: InOrderOptions<Outcome>
): AsyncGenerator<readonly [Item, Outcome]> {
  const begun: { readonly item: Item; readonly outcome: Promise<Outcome> }[] = []
  let limit = 1
  let running = 0
  let stopped = false

  const run = async (item: Item, index: number): Promise<Outcome> => {
    const outcome = await work(item, index)
    running -= 1
    stopped ||= stops(outcome)
    if (proves(outcome)) limit = atATime
    begin()
    return outcome
  }
  const begin = (): void => {
    for (const item of items.slice(begun.length)) {
      if (stopped || running >= limit) return
      running += 1
      begun.push({ item, outcome: run(item, begun.length) })
    }
  }

  try {
    begin()
    // Grows while it is gone through.
    for (const { item, outcome } of begun) yield [item, await outcome] as const
  } finally {
    stopped = true
  }
}
