import { z } from 'zod'
import type { Quad } from '../../main/engine/protocol/geometry.ts'
import type { Code, ReadLine } from '../../main/engine/protocol/reading.ts'
import type { TaskResult } from '../../main/tasks/result.ts'
import type { PictureFacts } from './app.ts'
import { type Ask, ask, layoutModes } from './ask.ts'
import { type JobState, jobStates } from './jobs.ts'
import { exportFormats, mostIds, orders, type Source, sources, tableFormats } from './lists.ts'
import type { Problem, Said } from './result.ts'
import { id, ids, shortText, token } from './schemas.ts'

export type { ExportFormat, Source, TableFormat } from './lists.ts'

const filters = z.strictObject({
  tasks: z.array(z.string().max(60)).max(50).optional(),
  sources: z.array(z.enum(sources)).max(10).optional(),
  states: z.array(z.enum(jobStates)).max(10).optional(),
  /** Created at or after, and before, in milliseconds since 1970. */
  from: z.int().optional(),
  to: z.int().optional(),
  starred: z.boolean().optional(),
  boxes: z.boolean().optional(),
  batch: id.optional(),
  picture: z.string().length(64).optional()
})

const search = z.strictObject({
  words: z.string().max(1000).optional(),
  order: z.enum(orders).optional(),
  filters: filters.optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: shortText.optional(),
  /** Hits to pass over, behind the cursor where there is one. */
  skip: z.int().min(0).max(10_000_000).optional(),
  /** Also counts all hits; without words only. */
  total: z.boolean().optional(),
  /** So many numbers of entries at most, in place of a page of hits. */
  ids: z.int().min(1).max(mostIds).optional()
})
export type Search = z.input<typeof search>
export type Filters = z.input<typeof filters>

/** What may go: older than days, beyond a number of entries or bytes of pictures; stars stay. */
export const retentionRules = z.strictObject({
  days: z.int().min(1).max(36_500).optional(),
  entries: z.int().min(1).max(10_000_000).optional(),
  bytes: z.int().min(1_000_000).max(1e15).optional(),
  sources: z.array(z.enum(sources)).max(10).optional(),
  /** Created at or after, in milliseconds since 1970: "forget today's captures". */
  since: z.int().optional()
})
export type RetentionRules = z.input<typeof retentionRules>

export const libraryArguments = {
  find: search,
  entry: z.strictObject({
    id,
    /** Lays the reading out otherwise, without reading again. */
    layout: z.enum(layoutModes).optional(),
    table: z.enum(tableFormats).optional(),
    /** Words that were looked for: the answer says where they stand in the picture. */
    words: z.string().max(1000).optional()
  }),
  change: z.strictObject({
    ids,
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('star'), starred: z.boolean() }),
      /** The person's own version of the text; none goes back to what was read or answered. */
      z.strictObject({ kind: z.literal('edit'), text: z.string().max(10_000_000).optional() }),
      /** Can be undone for ten seconds by `restore`. */
      z.strictObject({ kind: z.literal('delete') }),
      z.strictObject({ kind: z.literal('restore') })
    ])
  }),
  /** Asks the person where to, and writes there. Without ids: everything. */
  export: z.strictObject({ ids: ids.optional(), format: z.enum(exportFormats) }),
  care: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('stats') }),
    z.strictObject({ action: z.literal('check'), thorough: z.boolean(), mend: z.boolean() }),
    /** Asks for a JSONL or ZIP export and takes it in. */
    z.strictObject({ action: z.literal('import') }),
    z.strictObject({ action: z.literal('backup') }),
    /** Asks for a folder and moves the library there, or opens the one that lies there; then the app starts again. */
    z.strictObject({ action: z.literal('move') }),
    /** Calls a move off: the library stays where it is. */
    z.strictObject({ action: z.literal('stay') }),
    /** What would go by these rules. */
    z.strictObject({ action: z.literal('plan'), rules: retentionRules }),
    /** Deletes what `plan` named, for good. */
    z.strictObject({ action: z.literal('prune'), rules: retentionRules }),
    /** Reads or asks whatever arrives in a folder from now on. */
    z.strictObject({ action: z.literal('watch'), token, ask })
  ])
}

/** One entry as a list shows it. Times are milliseconds since 1970. */
export interface EntrySummary {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly source: Source
  readonly page?: number | undefined
  readonly batch?: number | undefined
  readonly task: string
  readonly engine: string
  readonly model?: string | undefined
  readonly state: JobState
  /** Why it waits, and until when. */
  readonly reason?: string | undefined
  readonly notBefore?: number | undefined
  readonly failure?: (Omit<Problem, 'code'> & { readonly code: string }) | undefined
  readonly created: number
  readonly finished?: number | undefined
  readonly starred: boolean
  readonly kind?: 'reading' | 'text' | 'boxes' | 'chart' | 'tables' | undefined
  /** The first 300 characters of what it says. */
  readonly preview: string
  readonly boxes: number
  readonly picture: Omit<PictureFacts, 'width' | 'height'> & {
    readonly width?: number | undefined
    readonly height?: number | undefined
  }
}

/** Start and end of a part of a text, in UTF-16 units. */
export type TextRange = readonly [start: number, end: number]

export interface Hit {
  readonly entry: EntrySummary
  /** Missing when no words were looked for. */
  readonly snippet?:
    | {
        readonly text: string
        readonly ranges: readonly TextRange[]
        readonly cut: { readonly before: boolean; readonly after: boolean }
      }
    | undefined
}

export interface LibraryPage {
  readonly hits: readonly Hit[]
  readonly next?: string | undefined
  /** Hits of all pages, where that was asked. */
  readonly total?: number | undefined
  /** Where numbers were asked for. */
  readonly ids?: readonly number[] | undefined
  /** Not all entries are in the index yet. */
  readonly incomplete?: boolean | undefined
}

export type { Quad } from '../../main/engine/protocol/geometry.ts'
export type { Code } from '../../main/engine/protocol/reading.ts'
export type { ChartData, Detection, TableData, TaskResult } from '../../main/tasks/result.ts'

/** A line of a reading. */
export type LineView = Pick<ReadLine, 'text' | 'quad' | 'confidence' | 'positions' | 'confidences' | 'vertical'>

/** What it cost. */
export interface Usage {
  readonly calls?: number | undefined
  readonly promptTokens?: number | undefined
  /** Of the pictures among them, as it was estimated before. */
  readonly estimatedTokens?: number | undefined
  readonly completionTokens?: number | undefined
  readonly sentBytes?: number | undefined
  readonly milliseconds?: number | undefined
  readonly model?: string | undefined
}

export interface EntryView extends EntrySummary {
  /** Path or address that it came from. */
  readonly origin?: string | undefined
  /** What was asked, for asking again. */
  readonly question?: string | undefined
  readonly categories?: readonly string[] | undefined
  /** All of what was asked, in the form in which it can be asked again. */
  readonly ask?: Ask | undefined
  /** What is shown and copied: the person's version, else in the layout that was wished for. */
  readonly text: string
  readonly isEdited: boolean
  /** The layout that `text` has; undefined for answers and edited texts. */
  readonly layout?: (typeof layoutModes)[number] | undefined
  /** In reading order; of what was read on this machine. */
  readonly lines: readonly LineView[]
  readonly codes: readonly Code[]
  /** What was repaired, left out, cut off or doubtful in the answer, or in the picture that was read. */
  readonly notices: readonly Said[]
  /** Clockwise degrees that would bring the text upright. */
  readonly turn: 0 | 90 | 180 | 270
  readonly answer?: TaskResult | undefined
  readonly usage?: Usage | undefined
  readonly turns: readonly { readonly question: string; readonly answer: string; readonly created: number }[]
  /** Where the words stand that were looked for. */
  readonly found: readonly Quad[]
  /** Other entries of the same picture, the latest first. */
  readonly siblings: readonly number[]
}

export interface LibraryStats {
  readonly entries: number
  readonly starred: number
  readonly pictures: number
  readonly bytes: {
    readonly pictures: number
    readonly thumbnails: number
    readonly database: number
    readonly backups: number
  }
  readonly folder: string
}

export type CareReport =
  | { readonly kind: 'stats'; readonly stats: LibraryStats }
  | { readonly kind: 'check'; readonly sentences: readonly Said[]; readonly sound: boolean }
  | { readonly kind: 'import'; readonly added: number; readonly known: number; readonly refused: number }
  | { readonly kind: 'plan'; readonly entries: number; readonly bytes: number }
  | { readonly kind: 'prune'; readonly entries: number }
  | { readonly kind: 'backup'; readonly file: string }
  /** The app is about to start again. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'watch'; readonly batch: number }
  | { readonly kind: 'cancelled' }

export type ExportReport =
  | { readonly kind: 'saved'; readonly name: string; readonly missing: number }
  | { readonly kind: 'cancelled' }

export interface LibraryResults {
  find: LibraryPage
  entry: EntryView
  change: { readonly count: number }
  export: ExportReport
  care: CareReport
}

export type LibraryEvent =
  /** Entries came, went or changed. */
  | { readonly kind: 'changed' }
  /** The library is being moved; from 0 to 1. */
  | { readonly kind: 'moving'; readonly done: number }
