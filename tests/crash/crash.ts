import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createQueue, type Queue } from '../../main/jobs/queue/queue.ts'
import { createPictures } from '../../main/library/pictures.ts'
import { openStore, type Store } from '../../main/store/store.ts'
import { type Life, liveAndDie, liveToTheEnd } from './killing.ts'
import { seeded } from './random.ts'
import { type CountingServer, startCountingServer } from './server.ts'

export interface CrashOptions {
  readonly seed: number
  readonly kills: number
  /** Jobs of a batch, half of them readings and half calls. A further batch is added when all is done too early. */
  readonly jobs: number
  /** Processes at a time on the same library, each killed in its turn. */
  readonly processes: number
  readonly onKill?: (kills: number) => void
}

/** What came of it. All lists hold sentences and should be empty. */
export interface CrashReport {
  readonly kills: number
  readonly jobs: number
  readonly done: number
  /** Given up by the person who was asked. */
  readonly givenUp: number
  /** Calls that may have been answered, about which a person was asked. */
  readonly asked: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly repeated: readonly string[]
  readonly damaged: readonly string[]
}

/** Milliseconds for each KiB of a picture, of which each has 20, and for half an answer. */
const slowness = 4
const halfAnswer = 40

/** Of calls that may have been answered, so many are asked for again; the rest is given up. */
const repeated = 0.85

/** Kills processes that work on one library, and counts what went wrong. */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-crash-'))
  const server = await startCountingServer(halfAnswer)
  const store = openStore(folder)
  try {
    return await run(options, store, server)
  } finally {
    store.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(options: CrashOptions, store: Store, server: CountingServer): Promise<CrashReport> {
  const random = seeded(options.seed)
  const queue = createQueue({ store })
  const person = createPerson(queue, random)
  const ends = new Map<string, number>()
  const damaged: string[] = []
  let kills = 0
  let jobs = 0
  const addBatch = async (): Promise<void> => {
    jobs += options.jobs
    await fill(queue, store, options.jobs)
  }
  const life: Life = {
    folder: store.places.folder,
    server,
    slowness,
    onMessage: (message) => {
      if ('uid' in message && message.state === 'done') ends.set(message.uid, (ends.get(message.uid) ?? 0) + 1)
    }
  }
  const dieOften = async (): Promise<void> => {
    while (kills < options.kills) {
      kills += 1
      await liveAndDie(life, random)
      damaged.push(...damagesOf(store))
      person.decide()
      if (isAllDone(queue)) await addBatch()
      options.onKill?.(kills)
    }
  }

  await addBatch()
  await Promise.all(Array.from({ length: options.processes }, dieOften))
  while (!isAllDone(queue)) {
    await liveToTheEnd(life)
    person.decide()
  }
  damaged.push(...damagesOf(store))
  return { kills, jobs, asked: person.asked(), ...judge(store, server, person.repeats, ends, jobs), damaged }
}

/** Somebody who answers what the queue asks, and does not wait for what crashed too often. */
function createPerson(queue: Queue, random: () => number) {
  const repeats = new Map<string, number>()
  let asked = 0
  return {
    /** How often each job may be asked for again, by uid. */
    repeats,
    asked: () => asked,
    decide: (): void => {
      for (const job of queue.list({ states: ['unsure'], limit: 1000 })) {
        // Another process may recover in the middle: only a word that was taken counts.
        const answer = random() < repeated ? 'repeat' : 'give-up'
        if (!queue.resolveUnsure(job.id, answer)) continue
        asked += 1
        if (answer === 'repeat') repeats.set(job.uid, (repeats.get(job.uid) ?? 0) + 1)
      }
      queue.retry({ states: ['waiting'] })
    }
  }
}

async function fill(queue: Queue, store: Store, jobs: number): Promise<void> {
  const pictures = createPictures({
    store,
    makeThumbnail: () => Promise.reject(new Error('no thumbnails here')),
    now: Date.now
  })
  const batch = queue.batches.add({ title: 'Crash', source: 'crash', recipe: '{}', watched: false })
  for (let index = 0; index < jobs; index += 1) {
    const picture = await pictures.keep(randomBytes(20 * 1024), { format: 'png' })
    const asks = index % 2 === 1
    queue.add({
      picture,
      name: `${index}.png`,
      source: 'folder',
      task: asks ? 'describe' : 'read',
      engine: asks ? 'counting' : 'device',
      parameters: {},
      batch: batch.id
    })
  }
}

function isAllDone(queue: Queue): boolean {
  const { states } = queue.counts()
  return states.queued + states.running + states.waiting + states.unsure + states.failed === 0
}

function damagesOf(store: Store): string[] {
  return store
    .all('PRAGMA integrity_check')
    .map((row) => String(row['integrity_check']))
    .filter((line) => line !== 'ok')
}

function judge(
  store: Store,
  { asked }: CountingServer,
  repeats: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, number>,
  jobs: number
): Pick<CrashReport, 'done' | 'givenUp' | 'lost' | 'doubled' | 'repeated'> {
  const lost: string[] = []
  const doubled: string[] = []
  const again: string[] = []
  const rows = store.all(`SELECT job.uid, job.state, job.engine, job.picture, result.text
    FROM job LEFT JOIN result ON result.job = job.id`)
  if (rows.length !== jobs) lost.push(`${rows.length} jobs of ${jobs}`)
  const states = { done: 0, cancelled: 0 }
  for (const row of rows) {
    const uid = String(row['uid'])
    const calls = asked.get(uid) ?? 0
    const allowed = 1 + (repeats.get(uid) ?? 0)
    const expected = row['engine'] === 'device' ? row['picture'] : `The answer to ${uid}`
    if (row['state'] === 'done') states.done += 1
    else if (row['state'] === 'cancelled') states.cancelled += 1
    else lost.push(`${uid} is ${String(row['state'])}`)
    if (row['state'] === 'done' && row['text'] !== expected) lost.push(`${uid} has another result`)
    if (row['state'] !== 'done' && row['text'] !== null) doubled.push(`${uid} has a result and is not done`)
    if ((ends.get(uid) ?? 0) > 1) doubled.push(`${uid} ended ${ends.get(uid)} times`)
    if (calls > allowed) again.push(`${uid} was asked for ${calls} times, ${allowed} were allowed`)
  }
  return { done: states.done, givenUp: states.cancelled, lost, doubled, repeated: again }
}
