/** How two lists that overlap are to be joined: the first one up to `end`, then the second one from `start`. */
export interface Seam {
  readonly end: number
  readonly start: number
}

/** Items that the overlap of two tiles can hold: 96 pixels are at most a dozen lines. */
const longestOverlap = 40
/** Items at the edge that may be cut through, and so read wrongly, in each list. */
const cutItems = 2

/**
 * Finds where the second list begins anew: the longest end of the first that is the beginning of the second. The items
 * at the very edges may differ, because an edge of a tile cuts through them; of those the whole ones are kept. At
 * least one item has to tell something: marks alone, as of a fence or a rule, are the same everywhere.
 */
export function findSeam<Item>(
  first: readonly Item[],
  second: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
  tells: (item: Item) => boolean
): Seam {
  const isSameAt = remembered((a, b) => {
    const [one, other] = [first[a], second[b]]
    return one !== undefined && other !== undefined && isSame(one, other)
  })
  const longest = Math.min(longestOverlap, first.length, second.length)
  for (let length = longest; length > 0; length--) {
    for (let cut = 0; cut <= 2 * cutItems; cut++) {
      for (let below = Math.max(0, cut - cutItems); below <= Math.min(cut, cutItems); below++) {
        const above = cut - below
        const [from, start] = [first.length - above - length, below]
        // What is left out at an edge has to be little beside what agrees.
        if (from < 0 || start + length > second.length || Math.max(above, below) > length) continue
        const agrees = Array.from({ length }, (_, index) => index).every((index) =>
          isSameAt(from + index, start + index)
        )
        if (agrees && first.slice(from, from + length).some(tells)) return { end: from + length, start: start + length }
      }
    }
  }
  return { end: first.length, start: 0 }
}

/** Comparing two long lines takes a tenth of a millisecond, and the search meets each pair again and again. */
function remembered(isSame: (a: number, b: number) => boolean): (a: number, b: number) => boolean {
  const known = new Map<string, boolean>()
  return (a, b) => {
    const pair = `${a} ${b}`
    const same = known.get(pair) ?? isSame(a, b)
    known.set(pair, same)
    return same
  }
}
