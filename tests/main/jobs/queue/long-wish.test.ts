import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { utter } from '../../../../main/jobs/queue/long-wish.ts'
import type { JobState } from '../../../../main/jobs/standing.ts'
import { addMany, noon, queueAt, watched } from './library.ts'

const device = { lane: 'device', busy: [] } as const

/** Every third is done. */
const done = (number: number): boolean => number % 3 === 2

describe('a wish for many jobs', () => {
  it('is done in turns, between which other work goes on', async () => {
    const { queue, store } = queueAt()
    addMany(store, 1500, { done })
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
    addMany(store, 600, { batch: 1, done })
    addMany(store, 600, { batch: 2, done })
    const expected = queueAt()
    for (const title of ['one', 'two'])
      expected.queue.batches.add({ title, source: title, recipe: '{}', watched: false })
    addMany(expected.store, 600, { batch: 1, done })
    addMany(expected.store, 600, { batch: 2, done })
    expect(await queue.wish({ kind: 'cancel', which })).toBe(count)
    expect(expected.queue.cancel(which)).toBe(count)
    const states = 'SELECT id, state FROM job ORDER BY id'
    expect(store.all(states)).toEqual(expected.store.all(states))
  })

  it('leaves alone what came after it was uttered', async () => {
    const { queue, store } = queueAt()
    queue.batches.add({ title: 'one', source: 'one', recipe: '{}', watched: false })
    addMany(store, 600, { done })
    const wishing = queue.wish({ kind: 'cancel', which: {} })
    addMany(store, 10, { batch: 1, done })
    await wishing
    expect(queue.counts({ batch: 1 }).states).toMatchObject({ queued: 7 })
  })

  it('is done in the order in which wishes came', async () => {
    const { queue, store } = queueAt()
    addMany(store, 900, { done })
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
    addMany(store, 600, { done })
    store.transaction(() => utter(store, { kind: 'cancel', which: {} }, noon))
    expect(queue.work.take(device)).toBeUndefined()
    await queue.finishWishes()
    expect(queue.counts().states).toMatchObject({ queued: 0, cancelled: 400 })
    expect(queue.finishWishes()).toBeUndefined()
  })

  it('is done once when two processes do the rest of it', async () => {
    const first = queueAt()
    addMany(first.store, 900, { done })
    const second = queueAt(noon, { store: first.store })
    first.store.transaction(() => utter(first.store, { kind: 'cancel', which: {} }, noon))
    await Promise.all([first.queue.finishWishes(), second.queue.finishWishes()])
    expect(first.queue.counts().states).toMatchObject({ queued: 0, cancelled: 600 })
  })

  it.each(['{', '{"kind":"sing","which":{}}'])('that nobody understands holds nothing up: %s', async (text) => {
    const { queue, store } = queueAt()
    addMany(store, 3, { done })
    store.run(`INSERT INTO setting VALUES ('wish.x', ?)`, [text])
    await queue.finishWishes()
    expect(queue.finishWishes()).toBeUndefined()
    expect(queue.work.take(device)?.id).toBe(1)
  })

  it('takes entries out of every list, and back, whatever the process does meanwhile', async () => {
    const { queue, store } = queueAt()
    addMany(store, 1000)
    const ids = Array.from({ length: 900 }, (_, index) => index + 1)
    const hiding = queue.wish({ kind: 'hide', which: { ids }, at: noon })
    const showing = queue.wish({ kind: 'hide', which: { ids: ids.slice(0, 300) } })
    await nextTurn()
    await queue.endWishes()
    expect(await hiding).toBeGreaterThan(0)
    expect(await hiding).toBeLessThan(900)
    expect(await showing).toBe(0)
    const next = queueAt(noon, { store: watched(store) })
    await next.queue.finishWishes()
    expect(next.queue.counts().states.queued).toBe(400)
    expect(store.value('SELECT count(*) FROM job WHERE hidden = ?', [noon])).toBe(600)
  })

  it('changes no more rows in one go than hold nothing up', async () => {
    const { store } = queueAt()
    addMany(store, 1000)
    const counting = watched(store)
    const { queue } = queueAt(noon, { store: counting })
    await queue.wish({ kind: 'cancel', which: {} })
    await queue.wish({ kind: 'retry', which: {} })
    await queue.wish({ kind: 'hide', which: { ids: Array.from({ length: 1000 }, (_, index) => index + 1) }, at: noon })
    expect(counting.changes.filter((count) => count > 0).length).toBeGreaterThan(12)
    expect(Math.max(...counting.changes)).toBeLessThanOrEqual(260)
  })
})
