import { z } from 'zod'
import type { EntrySummary, EntryView, Hit, LibraryPage, LineView, Usage } from '../../preload/contract/library.ts'
import type { Code, Reading } from '../engine/protocol/reading.ts'
import { orderLines } from '../layout/layout.ts'
import type { Entry } from '../library/entries.ts'
import type { EntrySummary as LibrarySummary } from '../library/rows.ts'
import type { Page } from '../library/search/find.ts'
import { partialPicture } from '../pictures/partial.ts'
import { askAgain } from './jobs/asks.ts'
import type { Wording } from './library/wording.ts'

/** One entry for a list: plain data, nothing of it shared with what main goes on using. */
export function summaryView(entry: LibrarySummary): EntrySummary {
  const { id, uid, name, source, page, batch, task, engine, model, state, reason, notBefore } = entry
  const { failure, created, finished, starred, kind, preview, boxes, picture } = entry
  return {
    id,
    uid,
    name,
    source,
    page,
    batch,
    task,
    engine,
    model,
    state,
    reason,
    notBefore,
    failure: failure && { ...failure },
    created,
    finished,
    starred,
    kind,
    preview,
    boxes,
    picture: { ...picture }
  }
}

/** One page of a list. */
export function pageView({ hits, ...page }: Page): LibraryPage {
  return { ...page, hits: hits.map(({ entry, snippet }): Hit => ({ entry: summaryView(entry), snippet })) }
}

/** What stands beside an entry in the library. */
export interface Surroundings {
  readonly wording: Wording
  readonly found: EntryView['found']
  readonly siblings: readonly number[]
}

/** All of one entry. */
export function entryView(entry: Entry, { wording, found, siblings }: Surroundings): EntryView {
  const { result, parameters, origin, turns } = entry
  const { question, categories } = askedOf(parameters)
  return {
    ...summaryView(entry),
    origin,
    question,
    categories,
    ask: askAgain(entry),
    text: wording.text,
    isEdited: result?.edited !== undefined,
    layout: wording.layout,
    lines: result?.reading ? linesOf(result.reading) : [],
    notices: result?.answer?.notices ?? (result?.reading?.partial ? [partialPicture] : []),
    codes: result?.reading?.codes?.map((code): Code => ({ ...code })) ?? [],
    turn: result?.reading?.turn ?? 0,
    answer: result?.answer,
    usage: usageOf(result?.usage),
    turns: turns.map((turn) => ({ ...turn })),
    found,
    siblings
  }
}

/** In reading order. */
function linesOf(reading: Reading): LineView[] {
  return orderLines(reading).map(({ text, quad, confidence, positions, confidences, vertical }) => ({
    text,
    quad,
    confidence,
    positions,
    confidences,
    vertical
  }))
}

const asked = z.object({
  question: z.string().optional().catch(undefined),
  categories: z.array(z.string()).optional().catch(undefined)
})

function askedOf(parameters: unknown): z.output<typeof asked> {
  return asked.safeParse(parameters).data ?? {}
}

const number = z.number().optional().catch(undefined)
const usage = z.object({
  calls: number,
  promptTokens: number,
  estimatedTokens: number,
  completionTokens: number,
  sentBytes: number,
  milliseconds: number,
  model: z.string().optional().catch(undefined)
})

function usageOf(kept: unknown): Usage | undefined {
  return usage.safeParse(kept).data
}
