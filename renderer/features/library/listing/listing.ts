import type { Hit, LibraryPage } from '../../../../preload/contract/library.ts'
import { mostIds } from '../../../../preload/contract/lists.ts'
import type { Problem } from '../../../../preload/contract/result.ts'
import { valueOf } from '../../../app/bridge.ts'
import { askFor, askForIds, countSince, type Find, type Question } from './asking.ts'
import {
  type Answer,
  idsIn,
  keptAround,
  missingSpan,
  noRows,
  pageSize,
  type Rows,
  replaced,
  type Span,
  spanOver,
  withAnswer
} from './rows.ts'

export interface ListingState {
  readonly rows: Rows
  /** What the rows answer; while it differs from what was asked, they are those of before. */
  readonly answered: Question | undefined
  readonly isBusy: boolean
  readonly problem: Problem | undefined
  /** Not all entries are in the index yet. */
  readonly isIncomplete: boolean
}

/** A list of entries as long as it may be, of which the part that is seen is in memory. */
export interface Listing {
  readonly state: () => ListingState
  /** Calls `listener` after each change until the function that it gives back is called. */
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Asks something else. What is typed faster than it is answered is passed over; rows stay until the answer is there.
   * Without a question it rests: a list that nobody sees loads nothing.
   */
  readonly ask: (question: Question | undefined) => void
  /** Says which rows are seen, so that their pages are loaded and others let go. At the top news are shown at once. */
  readonly see: (first: number, last: number) => void
  /** Entries came, went or changed: what is seen is asked for again and replaced in one piece. */
  readonly refresh: () => void
  /** Shows the news at the top. */
  readonly showFresh: () => void
  /** Tries again after a problem. */
  readonly retry: () => void
  /** Numbers of the entries from one row to another, loaded or not; `Infinity` is the end. Throws `BridgeError`. */
  readonly idsBetween: (first: number, last: number) => Promise<readonly number[]>
}

export interface ListingPorts {
  readonly find: Find
  /** Ends when another refresh may begin, so that many changes a second are few refreshes. */
  readonly pause: () => Promise<void>
}

/** Pages kept on each side of those that are seen. */
const keptPages = 4
/** A list that asks nothing before `ask`. */
export function createListing({ find, pause }: ListingPorts): Listing {
  const listeners = new Set<() => void>()
  let state: ListingState = {
    rows: noRows,
    answered: undefined,
    isBusy: false,
    problem: undefined,
    isIncomplete: false
  }
  let asked: Question | undefined
  let seen = { first: 0, last: pageSize - 1 }
  let isStale = false
  let isPausing = false
  let isWorking = false

  const change = (part: Partial<ListingState>): void => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  /** One thing after the other until nothing is to be done. */
  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    for (let step = next(); step !== undefined; step = next()) {
      if (!state.isBusy) change({ isBusy: true })
      const problem = await step()
      if (problem !== undefined) change({ problem })
    }
    isWorking = false
    if (state.isBusy) change({ isBusy: false })
  }

  /** The most urgent: a new question, then what has changed, then what is missing. */
  const next = (): (() => Promise<Problem | undefined>) | undefined => {
    if (state.problem !== undefined || asked === undefined) return undefined
    const question = asked
    if (state.answered !== question) return () => begin(question)
    if (isStale && !isPausing) return () => renew(question)
    const missing = missingSpan(state.rows, seen.first, seen.last)
    return missing && (() => load(question, missing))
  }

  const begin = async (question: Question): Promise<Problem | undefined> => {
    isStale = false
    const span = spanOver(0, pageSize - 1)
    const result = await askFor(find, question, span, { total: true })
    if (!result.ok) return unlessPassed(question, result.problem)
    // A list that is shown for the first time may have been scrolled before the page was loaded.
    if (state.answered !== undefined) seen = { first: 0, last: pageSize - 1 }
    const rows = replaced({ ...noRows, top: topOf(result.value.hits) }, answerOf(span, result.value))
    // Also when something else was asked meanwhile: rows that follow the typing are better than old ones.
    change({ rows, answered: question, isIncomplete: result.value.incomplete === true })
    return undefined
  }

  const renew = async (question: Question): Promise<Problem | undefined> => {
    isStale = false
    // By relevance news stand anywhere: then they are shown where they belong.
    const isAtTop = seen.first === 0 || question.order === 'relevance'
    const fresh = isAtTop ? 0 : await countSince(find, question, state.rows.top ?? 0)
    if (typeof fresh !== 'number') return unlessPassed(question, fresh)
    const span = spanOver(seen.first, seen.last)
    const result = await askFor(find, question, below(span, fresh), { total: true })
    if (!result.ok) return unlessPassed(question, result.problem)
    if (asked !== question) return undefined
    const top = isAtTop ? topOf(result.value.hits) : state.rows.top
    const rows = replaced({ ...state.rows, fresh, top }, answerOf(span, result.value))
    change({ rows, isIncomplete: result.value.incomplete === true })
    void rest()
    return undefined
  }

  const rest = async (): Promise<void> => {
    isPausing = true
    await pause()
    isPausing = false
    await work()
  }

  const load = async (question: Question, span: Span): Promise<Problem | undefined> => {
    const result = await askFor(find, question, below(span, state.rows.fresh))
    if (!result.ok) return unlessPassed(question, result.problem)
    if (asked !== question) return undefined
    const rows = withAnswer(state.rows, answerOf(span, result.value))
    change({ rows: keptAround(rows, seen.first, seen.last, keptPages) })
    return undefined
  }

  /** What goes wrong with a question that nobody asks any more is no problem. */
  const unlessPassed = (question: Question, problem: Problem): Problem | undefined =>
    asked === question ? problem : undefined

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ask: (question) => {
      asked = question
      if (state.problem !== undefined) change({ problem: undefined })
      void work()
    },
    see: (first, last) => {
      seen = { first, last }
      void work()
    },
    refresh: () => {
      isStale = true
      void work()
    },
    showFresh: () => {
      seen = { first: 0, last: pageSize - 1 }
      isStale = true
      void work()
    },
    retry: () => {
      isStale = true
      change({ problem: undefined })
      void work()
    },
    idsBetween: async (first, last) => {
      const known = idsIn(state.rows, first, last)
      if (known !== undefined) return known
      const span = below({ first, size: Math.min(mostIds, last - first + 1) }, state.rows.fresh)
      const { ids = [] } = await valueOf(askForIds(find, state.answered ?? everything, span))
      return ids
    }
  }
}

const everything: Question = { words: '', filters: {} }

/** Where a span of rows lies in main's list, which has the news above. */
function below({ first, size }: Span, fresh: number): Span {
  return { first: first + fresh, size }
}

function answerOf(span: Span, { hits, next, total }: LibraryPage): Answer {
  return { span, hits, hasMore: next !== undefined, total }
}

/** Newer entries have higher numbers, and stand first. */
function topOf(hits: readonly Hit[]): number | undefined {
  return hits[0]?.entry.id
}
