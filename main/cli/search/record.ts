import type { Quad } from '../../engine/protocol/geometry.ts'
import type { Entry } from '../../library/entries.ts'
import type { EntrySummary } from '../../library/rows.ts'
import type { Hit } from '../../library/search/find.ts'
import { locateLabels, locateWords } from '../../library/search/locate.ts'
import type { Snippet } from '../../library/search/snippet.ts'
import { roundQuad } from '../read/record.ts'

/** What `--json` tells of an entry. Promised in the docs: fields may be added, none changes its meaning. */
export interface EntryRecord {
  readonly id: number
  readonly uid: string
  readonly name: string
  /** Path or address that the picture came from. */
  readonly origin: string | undefined
  readonly page: number | undefined
  readonly source: EntrySummary['source']
  readonly task: string
  readonly engine: string
  readonly model: string | undefined
  readonly state: EntrySummary['state']
  readonly starred: boolean
  /** ISO 8601. */
  readonly created: string
  /** SHA-256 of the picture's bytes, and its upright size in pixels. */
  readonly picture: { readonly id: string; readonly width: number | undefined; readonly height: number | undefined }
}

/** What `search --json` tells of a hit. */
export interface HitRecord extends EntryRecord {
  /** Where the words stand in one of its texts; `ranges` count UTF-16 units of `text`. */
  readonly snippet: Pick<Snippet, 'field' | 'text' | 'ranges'> | undefined
  /** Where the words stand in the picture, in pixels of the upright picture. */
  readonly quads: readonly Quad[]
}

export function recordEntry(entry: EntrySummary): EntryRecord {
  const { id, uid, name, origin, page, source, task, engine, model, state, starred, created, picture } = entry
  return {
    id,
    uid,
    name,
    origin,
    page,
    source,
    task,
    engine,
    model,
    state,
    starred,
    created: new Date(created).toISOString(),
    picture: { id: picture.id, width: picture.width, height: picture.height }
  }
}

/** `whole` is the entry of the hit with its result. */
export function recordHit({ entry, snippet }: Hit, { result }: Pick<Entry, 'result'>, words: string): HitRecord {
  return {
    ...recordEntry(entry),
    snippet: snippet && { field: snippet.field, text: snippet.text, ranges: snippet.ranges },
    quads: [
      ...(result?.reading ? locateWords(result.reading, words) : []),
      ...(result?.answer ? locateLabels(result.answer, words) : [])
    ].map(roundQuad)
  }
}
