import { Failure } from '../failure.ts'
import type { Store } from '../store/store.ts'
import { type Result, resultOf } from './results.ts'
import { type EntrySummary, jsonOf, summaryColumns, summaryOf, summaryTables } from './rows.ts'

/** A question that followed, and its answer. */
export interface FollowUp {
  readonly question: string
  readonly answer: string
  readonly created: number
}

/** All of one entry. */
export interface Entry extends EntrySummary {
  /** What was asked, as the task takes it. */
  readonly parameters: unknown
  /** Missing while there is none. */
  readonly result?: Result
  /** Oldest first. */
  readonly turns: readonly FollowUp[]
}

export interface Entries {
  /** Throws `library-entry-missing`. */
  get(id: number): Entry
  /** The entry of a uid, as links name it; undefined when it is not there, or hidden. */
  idOf(uid: string): number | undefined
  star(id: number, starred: boolean): void
  /** Of many those that are there; answers how many. */
  starAll(ids: readonly number[], starred: boolean): number
  /** Other entries of the same picture, the latest first; at most 200. */
  siblings(entry: Pick<EntrySummary, 'id' | 'picture'>): number[]
  /** The person's own version of the text; undefined goes back to what was read or answered. */
  edit(id: number, text: string | undefined): void
  addTurn(id: number, turn: { readonly question: string; readonly answer: string }): void
}

/** Reading and changing single entries. Every change of an unknown one throws `library-entry-missing`. */
export function createEntries({ store, now }: { readonly store: Store; readonly now: () => number }): Entries {
  return {
    get: (id) => {
      const row = store.get(
        `SELECT ${summaryColumns}, j.parameters, r.text, r.edited, r.body, r.usage, r.created AS resultCreated
         FROM ${summaryTables} WHERE j.id = ?`,
        [id]
      )
      if (row === undefined) throw entryMissing()
      const result = resultOf(row)
      return {
        ...summaryOf(row),
        parameters: jsonOf(row['parameters']),
        ...(result && { result }),
        turns: turnsOf(store, id)
      }
    },
    idOf: (uid) => {
      const id = store.value('SELECT id FROM job WHERE uid = ? AND hidden IS NULL', [uid])
      return typeof id === 'number' ? id : undefined
    },
    star: (id, starred) => {
      found(store.run('UPDATE job SET starred = ? WHERE id = ?', [starred ? 1 : 0, id]))
    },
    starAll: (ids, starred) =>
      store.run('UPDATE job SET starred = ? WHERE id IN (SELECT value FROM json_each(?))', [
        starred ? 1 : 0,
        JSON.stringify(ids)
      ]).changes,
    siblings: ({ id, picture }) =>
      store
        .all('SELECT id FROM job WHERE picture = ? AND id <> ? AND hidden IS NULL ORDER BY id DESC LIMIT 200', [
          picture.id,
          id
        ])
        .map((row) => Number(row['id'])),
    edit: (id, text) => {
      found(store.run('UPDATE result SET edited = ? WHERE job = ?', [text ?? null, id]))
    },
    addTurn: (id, { question, answer }) => {
      const insert = `INSERT INTO turn (job, question, answer, created) SELECT id, ?, ?, ? FROM job WHERE id = ?`
      found(store.run(insert, [question, answer, now(), id]))
    }
  }
}

function turnsOf(store: Store, id: number): FollowUp[] {
  return store
    .all('SELECT question, answer, created FROM turn WHERE job = ? ORDER BY id', [id])
    .map(({ question, answer, created }) => ({
      question: String(question),
      answer: String(answer),
      created: Number(created)
    }))
}

function found({ changes }: { readonly changes: number }): void {
  if (changes === 0) throw entryMissing()
}

function entryMissing(): Failure {
  return new Failure('library-entry-missing', 'This entry is not in the library any more.', {
    advice: 'It was deleted, perhaps by another window or command.'
  })
}
