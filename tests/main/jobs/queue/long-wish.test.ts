import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { utter } from '../../../../main/jobs/queue/long-wish.ts'
import type { JobState } from '../../../../main/jobs/standing.ts'
import type { Store } from '../../../../main/store/store.ts'
import { noon, picture, queueAt } from './library.ts'

const device = { lane: 'device', busy: [] } as const

/** Adds many jobs of a batch at once; every third is done. */
function addMany(store: Store, count: number, batch: number | null = null): void {
  const id = picture(store)
  store.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      store.run(
        `INSERT INTO job (uid, picture, batch, name, source, task, engine, fingerprint, state, priority, position, created)
         VALUES (?, ?, ?, 'a.png', 'folder', 'read', 'device', ?, ?, 20, ?, 0)`,
        [
          `${batch} ${number}`,
          id,
          batch,
          `fingerprint ${batch} ${number}`,
          number % 3 === 2 ? 'done' : 'queued',
          number
        ]
      )
    }
  })
}

describe('a wish for many jobs', () => {
  it('is done in turns, between which other work goes on', async () => {
    const { queue, store } = queueAt()
    addMany(store, 1500)
    const left: number[] = []
    const wishing = queue.wish({ kind: 'cancel', which: {} })
    for (let look = 0; look < 4; look += 1) {
      await nextTurn()
      left.push(queue.counts().states.queued)
    }
    expect(await wishing).toBe(1000)
    expect(new Set(left).size).toBeGreaterThan(2)
    expect(queue.counts().states).toMatchObject({ queued: 0, cancelled: 1000, done: 500 })
    expect(store.value(`SELECT count(*) FROM setting WHERE key LIKE 'wish%'`)).toBe(0)
  })

  it.each<[string, { ids?: number[]; batch?: number; states?: JobState[] }, number]>([
    ['of a batch', { batch: 2 }, 400],
    ['by their numbers', { ids: Array.from({ length: 301 }, (_, index) => 600 - index) }, 200],
    ['by their state', { states: ['done'] }, 0],
    ['by number and batch', { ids: [1, 601, 602], batch: 2 }, 2]
  ])('means those %s', async (_what, which, count) => {
    const { queue, store } = queueAt()
    for (const title of ['one', 'two']) queue.batches.add({ title, source: title, recipe: '{}', watched: false })
    addMany(store, 600, 1)
    addMany(store, 600, 2)
    const expected = queueAt()
    for (const title of ['one', 'two'])
      expected.queue.batches.add({ title, source: title, recipe: '{}', watched: false })
    addMany(expected.store, 600, 1)
    addMany(expected.store, 600, 2)
    expect(await queue.wish({ kind: 'cancel', which })).toBe(count)
    expect(expected.queue.cancel(which)).toBe(count)
    const states = 'SELECT id, state FROM job ORDER BY id'
    expect(store.all(states)).toEqual(expected.store.all(states))
  })

  it('leaves alone what came after it was uttered', async () => {
    const { queue, store } = queueAt()
    queue.batches.add({ title: 'one', source: 'one', recipe: '{}', watched: false })
    addMany(store, 600)
    const wishing = queue.wish({ kind: 'cancel', which: {} })
    addMany(store, 10, 1)
    await wishing
    expect(queue.counts({ batch: 1 }).states).toMatchObject({ queued: 7 })
  })

  it('is done in the order in which wishes came', async () => {
    const { queue, store } = queueAt()
    addMany(store, 900)
    const wishes = [
      queue.wish({ kind: 'cancel', which: {} }),
      queue.wish({ kind: 'retry', which: {} }),
      queue.wish({ kind: 'move', which: { states: ['queued'] }, target: { engine: 'ollama', model: 'm', task: 'ocr' } })
    ]
    expect(await Promise.all(wishes)).toEqual([600, 600, 600])
    expect(queue.list({ limit: 1 })).toMatchObject([{ engine: 'ollama', model: 'm', task: 'ocr', state: 'queued' }])
  })

  it('is finished by the next process when this one dies, and nothing is taken up before', async () => {
    const { queue, store } = queueAt()
    addMany(store, 600)
    store.transaction(() => utter(store, { kind: 'cancel', which: {} }, noon))
    expect(queue.work.take(device)).toBeUndefined()
    await queue.finishWishes()
    expect(queue.counts().states).toMatchObject({ queued: 0, cancelled: 400 })
    expect(queue.finishWishes()).toBeUndefined()
  })

  it('is done once when two processes do the rest of it', async () => {
    const first = queueAt()
    addMany(first.store, 900)
    const second = queueAt(noon, { store: first.store })
    first.store.transaction(() => utter(first.store, { kind: 'cancel', which: {} }, noon))
    await Promise.all([first.queue.finishWishes(), second.queue.finishWishes()])
    expect(first.queue.counts().states).toMatchObject({ queued: 0, cancelled: 600 })
  })

  it.each(['{', '{"kind":"sing","which":{}}'])('that nobody understands holds nothing up: %s', async (text) => {
    const { queue, store } = queueAt()
    addMany(store, 3)
    store.run(`INSERT INTO setting VALUES ('wish.x', ?)`, [text])
    await queue.finishWishes()
    expect(queue.finishWishes()).toBeUndefined()
    expect(queue.work.take(device)?.id).toBe(1)
  })
})
