import { foldMapped } from './fold.ts'

/** UTF-16 units from the first to the one behind the last. */
export type Range = readonly [start: number, end: number]

/** More than this in one text are not marked. */
const mostRanges = 1000

/** Where the folded terms stand in a text, in order, those that touch or overlap as one. */
export function findRanges(text: string, terms: readonly string[]): Range[] {
  const { folded, starts, ends } = foldMapped(text)
  const found = terms
    .flatMap((term) => placesOf(folded, term))
    .map(([start, end]): Range => [starts[start] ?? 0, ends[end - 1] ?? text.length])
  return joined(found).slice(0, mostRanges)
}

function placesOf(folded: string, term: string): Range[] {
  const places: Range[] = []
  let at = folded.indexOf(term)
  while (at >= 0 && places.length < mostRanges) {
    places.push([at, at + term.length])
    // Overlapping places too: "aa" stands twice in "aaa", and all of it is marked.
    at = folded.indexOf(term, at + 1)
  }
  return places
}

function joined(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = []
  for (const [start, end] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
