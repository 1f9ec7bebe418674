import type { Store } from '../../store/store.ts'
import type { EntryRecord } from './record.ts'

/** What an import did with one entry. */
export type Merged = 'added' | 'known'

/**
 * Puts an entry into the library; one that is there already by its uid keeps what it says and gets the star and the turns
 * that it does not have. Work that had not come to an end elsewhere is called off: nothing that costs begins by itself.
 * Inside a transaction.
 */
export function mergeEntry(store: Store, record: EntryRecord): Merged {
  const known = store.value('SELECT id FROM job WHERE uid = ?', [record.uid])
  const job = known === undefined ? addEntry(store, record) : Number(known)
  if (known !== undefined && record.starred) store.run('UPDATE job SET starred = 1 WHERE id = ?', [job])
  for (const turn of record.turns) addTurn(store, job, turn)
  return known === undefined ? 'added' : 'known'
}

const ended = new Set(['done', 'failed', 'cancelled'])

function addEntry(store: Store, record: EntryRecord): number {
  const { picture, result } = record
  store.run('INSERT OR IGNORE INTO picture (id, format, bytes, width, height, added) VALUES (?, ?, ?, ?, ?, ?)', [
    picture.id,
    picture.format,
    picture.bytes,
    picture.width ?? null,
    picture.height ?? null,
    record.created
  ])
  const { lastInsertRowid: job } = store.run(
    `INSERT INTO job (uid, picture, name, source, origin, page, task, engine, model, parameters, fingerprint, state, failure,
       created, started, finished, starred)
     VALUES (:uid, :picture, :name, :source, :origin, :page, :task, :engine, :model, :parameters, :fingerprint, :state,
       :failure, :created, :started, :finished, :starred)`,
    {
      uid: record.uid,
      picture: picture.id,
      name: record.name,
      source: record.source,
      origin: record.origin ?? null,
      page: record.page ?? null,
      task: record.task,
      engine: record.engine,
      model: record.model ?? null,
      parameters: JSON.stringify(record.parameters),
      fingerprint: record.fingerprint,
      state: ended.has(record.state) ? record.state : 'cancelled',
      failure: record.failure === undefined ? null : JSON.stringify(record.failure),
      created: record.created,
      started: record.started ?? null,
      finished: record.finished ?? null,
      starred: record.starred ? 1 : 0
    }
  )
  if (result !== undefined) {
    store.run('INSERT INTO result (job, kind, text, edited, body, usage, created) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      job,
      result.kind,
      result.text,
      result.edited ?? null,
      JSON.stringify(result.body),
      result.usage === undefined ? null : JSON.stringify(result.usage),
      result.created
    ])
  }
  return job
}

function addTurn(store: Store, job: number, turn: EntryRecord['turns'][number]): void {
  store.run(
    `INSERT INTO turn (job, question, answer, created) SELECT :job, :question, :answer, :created
     WHERE NOT EXISTS (SELECT 1 FROM turn WHERE job = :job AND question = :question AND created = :created)`,
    { job, ...turn }
  )
}
