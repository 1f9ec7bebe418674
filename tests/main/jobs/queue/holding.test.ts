import { describe, expect, it } from 'vitest'
import type { Queue } from '../../../../main/jobs/queue/queue.ts'
import type { Store } from '../../../../main/store/store.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'
import { addMany, asking, noon, queueAt, reading, watched } from './library.ts'

const vision = { lane: 'vision', busy: [] } as const
const device = { lane: 'device', busy: [] } as const
const many = 1000

/** More jobs than one turn changes; what is done to them is counted. */
function longQueue(options: Parameters<typeof addMany>[2] = { engine: 'modelscope' }) {
  const { store: plain } = queueAt()
  const batch = queueAt(noon, { store: plain }).queue.batches
  batch.add({ title: 'one', source: 'one', recipe: '{}', watched: false })
  addMany(plain, many, options)
  const store = watched(plain)
  return { ...queueAt(noon, { store }), store }
}

const offline = new VisionFailure('vision-network', 'No network.')

/** The first job finds out that there is no network. */
function loseNetwork(queue: Queue): void {
  queue.work.fail(queue.work.take(vision)?.id ?? 0, offline)
}

function waitAll(store: Store, reason: string, notBefore: number | null): void {
  store.run(`UPDATE job SET state = 'waiting', reason = ?, not_before = ?`, [reason, notBefore])
}

describe('what many jobs share', () => {
  it.each<
    [string, (queue: Queue, store: Store, at: (time: number) => void) => void, { state: string; reason?: string }]
  >([
    ['the network goes', loseNetwork, { state: 'waiting', reason: 'offline' }],
    [
      'a key is missing before anything was tried',
      (queue) => {
        const job = queue.work.take(vision)
        if (job) queue.work.hold(job, { scope: 'model', reason: 'needs-key', notBefore: undefined }, undefined)
      },
      { state: 'waiting', reason: 'needs-key' }
    ],
    [
      'the network comes',
      (queue, store) => {
        waitAll(store, 'offline', noon + 60_000)
        queue.wake('online')
      },
      { state: 'queued' }
    ],
    [
      'a person lets a batch go on',
      (queue, store) => {
        waitAll(store, 'paused', null)
        store.run('UPDATE job SET batch = 1')
        queue.batches.resume(1)
      },
      { state: 'queued' }
    ],
    [
      'their time comes',
      (queue, store, at) => {
        waitAll(store, 'rate', noon + 5)
        at(noon + 5)
        expect(queue.work.take(vision)).toBeUndefined()
      },
      { state: 'queued' }
    ]
  ])('comes to all of them in turns that hold nothing up: %s', async (_what, happens, { state, reason = null }) => {
    const { queue, store, at } = longQueue()
    happens(queue, store, at)
    store.changes.splice(0)
    const before = store.value('SELECT count(*) FROM job WHERE state = ? AND reason IS ?', [state, reason])
    expect(before).toBeLessThan(many / 3)
    expect(queue.work.take(vision)).toBeUndefined()
    await queue.finishWishes()
    expect(store.value('SELECT count(*) FROM job WHERE state = ? AND reason IS ?', [state, reason])).toBe(many)
    expect(Math.max(...store.changes)).toBeLessThanOrEqual(260)
    expect(queue.finishWishes()).toBeUndefined()
  })

  it('changes few rows at once, too', () => {
    const { queue, store } = longQueue()
    store.changes.splice(0)
    loseNetwork(queue)
    queue.wake('online')
    expect(Math.max(...store.changes)).toBeLessThanOrEqual(260)
  })

  it('is finished by the next process', async () => {
    const { queue, store } = longQueue()
    loseNetwork(queue)
    const next = queueAt(noon, { store })
    expect(next.queue.work.take(vision)).toBeUndefined()
    await next.queue.finishWishes()
    expect(queue.counts().waiting).toEqual({ offline: many })
  })

  it('comes in its order: a network that is back when not all were told that it went', async () => {
    const { queue } = longQueue()
    loseNetwork(queue)
    queue.wake('online')
    await queue.finishWishes()
    expect(queue.counts()).toMatchObject({ states: { queued: many, waiting: 0 }, waiting: {} })
  })

  it('leaves others alone, and who waits at the screen to be read', async () => {
    const { queue, store } = longQueue()
    const other = queue.add(asking(store, 1, { engine: 'ollama', model: 'two', priority: 'batch' })).id
    const person = queue.add(reading(store, 2, { priority: 'person' })).id
    loseNetwork(queue)
    expect(queue.work.take(vision)).toBeUndefined()
    expect(queue.work.take(device)?.id).toBe(person)
    await queue.finishWishes()
    expect(queue.work.take(vision)?.id).toBe(other)
  })

  it('holds the first in line first', () => {
    const { queue, store } = longQueue()
    const { id } = queue.add(asking(store, 1, { priority: 'person' }))
    const other = queue.add(asking(store, 2, { priority: 'person' })).id
    expect(queue.work.take(vision)?.id).toBe(id)
    queue.work.fail(id, offline)
    expect(queue.get(other)?.state).toBe('waiting')
  })
})

describe('what is asked of a long queue again and again', () => {
  it.each<[string, (queue: Queue) => unknown]>([
    ['whose turn it is', (queue) => [queue.work.take(vision), queue.work.take(device)]],
    ['what is left', (queue) => queue.work.open()],
    ['when something is due', (queue) => queue.work.nextTime()],
    ['how many stand where', (queue) => queue.counts()],
    ['how far batches are', (queue) => queue.batches.overview()],
    ['the first in line', (queue) => queue.list({ limit: 5 })],
    ['those of a batch', (queue) => queue.list({ batch: 1, states: ['queued', 'failed'], offset: 10 })],
    ['who waits for a network', (queue) => queue.wake('online')]
  ])('is answered by an index alone: %s', (_what, ask) => {
    const { queue, store } = longQueue()
    store.statements.splice(0)
    ask(queue)
    const plans = store.statements
      // What runs are a few.
      .filter(({ sql }) => /\bjob\b/u.test(sql) && !/^INSERT|lease_owner IS NOT/u.test(sql))
      .flatMap(({ sql, values }) => store.all(`EXPLAIN QUERY PLAN ${sql}`, values))
      .map(({ detail }) => String(detail))
      .filter((detail) => /^(SCAN|SEARCH) job\b/u.test(detail))
    expect(plans.length).toBeGreaterThan(0)
    // What has become due is at most as much as one turn changes.
    const slow = plans.filter((plan) => !/COVERING INDEX|INTEGER PRIMARY KEY|INDEX job_due/u.test(plan))
    expect(slow).toEqual([])
  })
})
