import type { Hit, LibraryPage, Search } from '../../../../preload/contract/library.ts'
import type { Problem, Result } from '../../../../preload/contract/result.ts'
import { sampleEntry } from '../../fake/entries.ts'

/** A library of numbers: an entry per number, the highest first, searched by digits of the number. */
export interface Shelf {
  readonly find: (search: Search) => Promise<Result<LibraryPage>>
  /** What was asked so far. */
  readonly searches: Search[]
  /** The next answer waits until it is let go. */
  readonly hold: () => () => void
  /** The next answers are refusals. */
  readonly refuse: (problem: Problem, times?: number) => void
  /** Adds an entry above all others; answers its number. */
  readonly add: () => number
  readonly remove: (id: number) => void
}

export function hitOf(id: number): Hit {
  return { entry: sampleEntry(id, 1000) }
}

export function createShelf(count: number): Shelf {
  const searches: Search[] = []
  let ids = Array.from({ length: count }, (_, index) => count - index)
  let newest = count
  let gate: Promise<void> = Promise.resolve()
  const refusals: Problem[] = []
  return {
    searches,
    find: async (search) => {
      searches.push(search)
      await gate
      const problem = refusals.shift()
      if (problem !== undefined) return { ok: false, problem }
      const { words = '', skip = 0, limit = 50, total = false } = search
      const found = ids.filter((id) => String(id).includes(words))
      if (search.ids !== undefined) return { ok: true, value: { hits: [], ids: found.slice(skip, skip + search.ids) } }
      const page = found.slice(skip, skip + limit)
      return {
        ok: true,
        value: {
          hits: page.map(hitOf),
          ...(skip + limit < found.length && { next: 'more' }),
          ...(total && words === '' && { total: found.length })
        }
      }
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return () => {
        gate = Promise.resolve()
        resolve()
      }
    },
    refuse: (problem, times = 1) => void refusals.push(...Array.from({ length: times }, () => problem)),
    add: () => {
      newest += 1
      ids = [newest, ...ids]
      return newest
    },
    remove: (id) => {
      ids = ids.filter((other) => other !== id)
    }
  }
}
