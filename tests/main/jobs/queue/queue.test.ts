import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../main/failure.ts'
import type { NewJob } from '../../../../main/jobs/job.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'
import { asking, noon, queueAt, reading, result } from './library.ts'

const device = { lane: 'device', busy: [] } as const
const vision = { lane: 'vision', busy: [] } as const

describe('asking the same again', () => {
  it.each([
    ['of a job in the queue', () => {}, 'queued'],
    ['of a job that runs', (queue: Kit['queue']) => queue.work.take(vision), 'running'],
    [
      'of a job that is done',
      (queue: Kit['queue']) => queue.work.finish(queue.work.take(vision)?.id ?? 0, result),
      'done'
    ]
  ])('offers the answer %s', (_name, prepare, state) => {
    const { queue, store } = queueAt()
    const added = queue.add(asking(store))
    prepare(queue)
    expect(queue.add(asking(store, 0, { name: 'other.png' }))).toEqual({ ...added, kind: 'existing', state })
    expect(queue.counts().states[state as 'queued']).toBe(1)
  })

  it.each(['failed', 'cancelled'])('of a job that %s is a new job', (state) => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    if (state === 'cancelled') queue.cancel({ ids: [id] })
    else queue.work.fail(queue.work.take(vision)?.id ?? 0, new Failure('picture-damaged', 'Damaged.'))
    expect(queue.get(id)?.state).toBe(state)
    expect(queue.add(asking(store)).kind).toBe('added')
  })

  it('is a new job when forced, or when something differs', () => {
    const { queue, store } = queueAt()
    queue.add(asking(store))
    expect(queue.add(asking(store), { force: true }).kind).toBe('added')
    expect(queue.add(asking(store, 1)).kind).toBe('added')
    expect(queue.add(asking(store, 0, { parameters: { question: 'Who?' } })).kind).toBe('added')
  })
})

type Kit = ReturnType<typeof queueAt>

function unsure(): Kit & { readonly id: number } {
  const kit = queueAt()
  const { id } = kit.queue.add(asking(kit.store))
  kit.queue.work.take(vision)
  kit.queue.work.mark(id, 'sent')
  kit.queue.work.release(id)
  return { ...kit, id }
}

describe('turns', () => {
  it('go to persons first, then to single jobs, then to batches, each in order', () => {
    const { queue, store } = queueAt()
    const batch = queue.batches.add({ title: 'b', source: '/b', recipe: '{}', watched: false })
    const jobs = [
      reading(store, 1, { batch: batch.id }),
      reading(store, 2),
      reading(store, 3, { priority: 'person' }),
      reading(store, 4, { batch: batch.id }),
      reading(store, 5)
    ]
    for (const job of jobs) queue.add(job)
    const taken = jobs.map(() => queue.work.take(device)?.name)
    expect(taken).toEqual(['3.png', '2.png', '5.png', '1.png', '4.png'])
    expect(queue.work.take(device)).toBeUndefined()
  })

  it('of one lane do not take jobs of the other, nor of engines that are busy', () => {
    const { queue, store } = queueAt()
    queue.add(asking(store, 1))
    queue.add(asking(store, 2, { engine: 'ollama' }))
    expect(queue.work.take(device)).toBeUndefined()
    expect(queue.work.take({ lane: 'vision', busy: ['modelscope'] })?.engine).toBe('ollama')
    expect(queue.work.take(vision)?.engine).toBe('modelscope')
  })

  it('are not given while the queue or the batch is paused', () => {
    const { queue, store } = queueAt()
    const batch = queue.batches.add({ title: 'b', source: '/b', recipe: '{}', watched: false })
    queue.add(reading(store, 1, { batch: batch.id }))
    queue.batches.pause(batch.id)
    expect(queue.work.take(device)).toBeUndefined()
    queue.batches.resume(batch.id)
    queue.pause()
    expect(queue.paused()).toBe(true)
    expect(queue.work.take(device)).toBeUndefined()
    queue.resume()
    expect(queue.work.take(device)?.name).toBe('1.png')
  })

  it('are given while the queue is paused when a person waits for a text, but no call is made', () => {
    const { queue, store } = queueAt()
    queue.pause()
    queue.add(reading(store, 1))
    queue.add(asking(store, 2, { priority: 'person' }))
    const { id } = queue.add(reading(store, 3, { priority: 'person' }))
    expect(queue.work.take(device)?.id).toBe(id)
    expect([queue.work.take(device), queue.work.take(vision)]).toEqual([undefined, undefined])
  })

  it('are not given for what was deleted', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(reading(store))
    store.run('UPDATE job SET hidden = 1 WHERE id = ?', [id])
    expect(queue.work.take(device)).toBeUndefined()
    expect(queue.list()).toEqual([])
    expect(queue.get(id)).toBeUndefined()
  })

  it('come to those that waited for their time', () => {
    const { queue, store, at } = queueAt()
    const { id } = queue.add(asking(store))
    queue.work.take(vision)
    const limited = new VisionFailure('vision-rate', 'Too fast.', { retry: { kind: 'soon', milliseconds: 5000 } })
    expect(queue.work.fail(id, limited)).toBe('waiting')
    expect(queue.get(id)).toMatchObject({ reason: 'rate', notBefore: noon + 5000, failure: { code: 'vision-rate' } })
    expect(queue.work.nextTime()).toBe(noon + 5000)
    at(noon + 4999)
    expect(queue.work.take(vision)).toBeUndefined()
    at(noon + 5000)
    expect(queue.work.take(vision)).toMatchObject({ id, attempts: 2, failure: undefined })
  })
})

describe('a failure that others would share', () => {
  it('holds them, of the same engine, or of the same model only', () => {
    const { queue, store } = queueAt()
    const first = queue.add(asking(store, 1)).id
    queue.add(asking(store, 2))
    queue.add(asking(store, 3, { model: 'two' }))
    queue.add(asking(store, 4, { engine: 'ollama' }))
    queue.work.take(vision)
    const quota = new VisionFailure('vision-quota-day', 'Used up.', { retry: { kind: 'at', time: noon + 9000 } })
    queue.work.fail(first, quota)
    expect(queue.counts().waiting).toEqual({ quota: 2 })
    const other = queue.work.take(vision)
    expect(other?.model).toBe('two')
    queue.work.fail(other?.id ?? 0, new VisionFailure('vision-auth', 'Wrong key.'))
    expect(queue.work.take(vision)?.engine).toBe('ollama')
    expect(queue.wake('key-added', 'ollama')).toBe(0)
    expect(queue.wake('key-added', 'modelscope')).toBe(1)
    expect(queue.work.take(vision)?.model).toBe('two')
  })

  it('holds what is added to the batch afterwards, but nobody who asks by hand', () => {
    const { queue, store, at } = queueAt()
    const batches = ['a', 'b'].map((title) => queue.batches.add({ title, source: title, recipe: '{}', watched: false }))
    const [batch = 0, other = 0] = batches.map(({ id }) => id)
    const fail = (code: 'vision-network' | 'vision-quota-day', number: number): void => {
      const { id } = queue.add(asking(store, number, { batch, parameters: { question: code } }))
      queue.work.take(vision)
      queue.work.fail(id, new VisionFailure(code, 'No.', { retry: { kind: 'at', time: noon + 9000 } }))
    }
    const added = (number: number, more: Partial<NewJob>) => {
      const { id } = queue.add(asking(store, number, more))
      const { state, reason, notBefore, failure } = queue.get(id) ?? {}
      queue.cancel({ ids: [id] })
      return [state, reason, notBefore, failure?.code]
    }
    const queued = ['queued', undefined, undefined, undefined]
    fail('vision-network', 1)
    expect(added(2, { batch })).toEqual(['waiting', 'offline', expect.any(Number), 'vision-network'])
    expect(added(3, { batch: other })).toEqual(queued)
    expect(added(4, {})).toEqual(queued)
    queue.wake('online')
    expect(added(5, { batch })).toEqual(queued)
    queue.cancel({})
    fail('vision-quota-day', 6)
    expect(added(7, { batch: other })).toEqual(['waiting', 'quota', noon + 9000, 'vision-quota-day'])
    expect(added(8, { batch, model: 'two' })).toEqual(queued)
    expect(added(9, {})).toEqual(queued)
    at(noon + 10_000)
    expect(added(10, { batch })).toEqual(queued)
  })

  it('stops a batch whose model is gone until a person moves it', () => {
    const { queue, store } = queueAt()
    for (const number of [1, 2, 3]) queue.add(asking(store, number))
    const { id = 0 } = queue.work.take(vision) ?? {}
    queue.work.fail(id, new VisionFailure('vision-model-gone', 'Gone.', { retry: { kind: 'other-model' } }))
    expect(queue.counts()).toMatchObject({ states: { failed: 1, waiting: 2 }, waiting: { paused: 2 } })
    expect(queue.move({}, { engine: 'modelscope', model: 'two' })).toBe(3)
    expect(queue.list().map(({ model, state }) => `${model} ${state}`)).toEqual(Array(3).fill('two queued'))
    expect(queue.add(asking(store, 1, { model: 'two' })).kind).toBe('existing')
  })
})

describe('what an executor tells', () => {
  it('is refused once the job was cancelled', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    queue.work.take(vision)
    queue.cancel({ ids: [id] })
    expect(queue.work.renew([id])).toEqual([])
    expect(queue.work.mark(id, 'intended')).toBe(false)
    expect(queue.work.savePart(id, { key: '1', body: {} }, undefined)).toBe(false)
    expect(queue.work.finish(id, result)).toBe(false)
    expect(queue.work.fail(id, new Failure('internal', 'x'))).toBeUndefined()
    expect(store.value('SELECT count(*) FROM result')).toBe(0)
  })

  it('is saved with the end of the job', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    queue.work.take(vision)
    expect(queue.work.finish(id, { ...result, usage: { calls: 1, promptTokens: 10, completionTokens: 5 } })).toBe(true)
    expect(queue.get(id)).toMatchObject({ state: 'done', finished: noon })
    const saved = store.get('SELECT kind, text, body, usage FROM result WHERE job = ?', [id])
    expect(saved).toMatchObject({ kind: 'text', text: 'A cat.', body: JSON.stringify(result.body) })
    expect(queue.work.finish(id, result)).toBe(false)
  })

  it('keeps answers of single calls for the next attempt, and drops them at the end', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(asking(store))
    queue.work.take(vision)
    queue.work.mark(id, 'answering')
    expect(queue.work.savePart(id, { key: 'tile 1', body: { text: 'x' } }, { promptTokens: 3 })).toBe(true)
    expect(queue.get(id)?.call).toBeUndefined()
    queue.work.release(id)
    expect(queue.get(id)?.state).toBe('queued')
    queue.work.take(vision)
    expect(queue.work.parts(id)).toEqual([{ key: 'tile 1', body: { text: 'x' } }])
    queue.work.finish(id, result)
    expect(queue.work.parts(id)).toEqual([])
  })
})

describe('an unsure job', () => {
  it.each([
    ['repeat', 'queued'],
    ['give-up', 'cancelled']
  ] as const)('asks the person: %s', (answer, state) => {
    const { queue, id } = unsure()
    expect(queue.get(id)?.state).toBe('unsure')
    expect(queue.retry({})).toBe(0)
    expect(queue.resolveUnsure(id, answer)).toBe(true)
    expect(queue.get(id)?.state).toBe(state)
    expect(queue.resolveUnsure(id, answer)).toBe(false)
  })

  it('takes an answer that comes late', () => {
    const { queue, id } = unsure()
    expect(queue.work.finish(id, result)).toBe(true)
    expect(queue.get(id)?.state).toBe('done')
  })
})

describe('counting', () => {
  const rules = { callsPerDay: 100, callsPerModelAndDay: 10, resetOffsetMinutes: 480 }

  it('goes by the provider’s day, its calls when they are accepted or may have been', () => {
    const { queue, store, at } = queueAt(noon, { rules: () => rules })
    for (const number of [1, 2, 3]) queue.add(asking(store, number))
    for (const mark of ['intended', 'sent', 'answering'] as const) {
      const { id = 0 } = queue.work.take(vision) ?? {}
      queue.work.mark(id, mark)
      queue.work.release(id)
      queue.cancel({ ids: [id] })
    }
    expect(store.get('SELECT * FROM counter')).toMatchObject({ day: '2026-11-23', endpoint: 'modelscope', calls: 2 })
    const forecast = queue.forecast({ engine: 'modelscope', model: 'one' }, { calls: 20 })
    expect(forecast).toMatchObject({ calls: 20, remaining: 8, beyond: 12, renewed: Date.parse('2026-11-23T16:00:00Z') })
    at(Date.parse('2026-11-23T16:00:00Z'))
    expect(queue.forecast({ engine: 'modelscope', model: 'one' }, { calls: 20 }).remaining).toBe(10)
  })

  it('foretells tokens by what calls have cost, and believes the provider about what remains', () => {
    const { queue, store } = queueAt(noon, { rules: () => rules })
    const { id } = queue.add(asking(store))
    queue.work.take(vision)
    queue.work.mark(id, 'answering')
    const usage = { promptTokens: 1000, completionTokens: 50, remaining: { account: 7, model: 3 } }
    queue.work.finish(id, { ...result, usage })
    expect(queue.forecast({ engine: 'modelscope', model: 'one' }, { calls: 4 })).toMatchObject({
      promptTokens: 4000,
      completionTokens: 200,
      remaining: 3,
      beyond: 1
    })
    expect(queue.forecast({ engine: 'modelscope', model: 'two' }, { calls: 4 }).remaining).toBe(7)
  })

  it('foretells nothing of an engine that has no rules', () => {
    const { queue } = queueAt()
    expect(queue.forecast({ engine: 'ollama', model: 'x' }, { calls: 3, promptTokens: 9 })).toEqual({
      calls: 3,
      promptTokens: 9,
      completionTokens: undefined,
      remaining: undefined,
      beyond: 0,
      renewed: undefined
    })
  })
})

describe('batches', () => {
  it('can be listed, paused, and no longer be watched', () => {
    const { queue } = queueAt()
    const { id, uid } = queue.batches.add({ title: 'Scans', source: '/scans', recipe: '{}', watched: true })
    expect(queue.batches.list()).toMatchObject([{ id, uid, title: 'Scans', paused: false, watched: true }])
    expect(queue.batches.pause(id)).toBe(true)
    expect(queue.batches.unwatch(id)).toBe(true)
    expect(queue.batches.get(id)).toMatchObject({ paused: true, watched: false })
    expect(queue.batches.get(99)).toBeUndefined()
    expect(queue.batches.resume(99)).toBe(false)
  })
})
