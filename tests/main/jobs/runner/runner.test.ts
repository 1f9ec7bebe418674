import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../main/failure.ts'
import { createQueue } from '../../../../main/jobs/queue/queue.ts'
import { leaseTime } from '../../../../main/jobs/queue/take.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'
import { addMany, asking, noon, reading, result } from '../queue/library.ts'
import { stage, type Task } from './stage.ts'

describe('a runner', () => {
  it('reads one picture at a time and makes several calls', async () => {
    const { queue, store, runner, next, begun, event } = stage({ concurrency: { vision: 2 } })
    for (const number of [1, 2]) queue.add(reading(store, number))
    for (const number of [3, 4, 5]) queue.add(asking(store, number))
    runner.start()
    expect(begun()).toBe(3)
    const first = await next()
    expect(first.job.name).toBe('1.png')
    first.finish()
    expect((await event('left')).job).toMatchObject({ name: '1.png', state: 'done' })
    const calls = [await next(), await next()]
    expect(calls.map((task) => task.job.name)).toEqual(['3.png', '4.png'])
    expect((await next()).job.name).toBe('2.png')
    expect(begun()).toBe(0)
  })

  it('makes no more calls to an engine than it allows', async () => {
    const { queue, store, runner, next, begun } = stage({
      engineConcurrency: (engine) => (engine === 'ollama' ? 1 : undefined)
    })
    for (const number of [1, 2]) queue.add(asking(store, number, { engine: 'ollama' }))
    queue.add(asking(store, 3))
    runner.start()
    expect([(await next()).job.name, (await next()).job.name]).toEqual(['1.png', '3.png'])
    expect(begun()).toBe(0)
  })

  it('saves a result with the end of the job and tells how far it is', async () => {
    const { queue, store, runner, next, event, clock } = stage()
    for (const number of [1, 2]) queue.add(reading(store, number))
    runner.start()
    const { job, finish } = await next()
    clock.pass(4000)
    finish()
    const { progress } = await event('progress')
    expect(progress).toEqual({ done: 1, failed: 0, remaining: { device: 1, vision: 0 }, rate: 0.25, timeLeft: 4000 })
    expect(store.value('SELECT text FROM result WHERE job = ?', [job.id])).toBe(result.text)
    ;(await next()).finish()
    expect((await event('idle')).next).toBeUndefined()
    expect(runner.progress()).toMatchObject({ done: 2, remaining: { device: 0, vision: 0 }, timeLeft: 0 })
  })

  it('goes on after a job that failed, and tells its words and progress', async () => {
    const { queue, store, runner, next, event } = stage()
    for (const number of [1, 2]) queue.add(reading(store, number))
    runner.start()
    const { job, execution, fail } = await next()
    execution.onText('A c')
    execution.onProgress(0.5)
    expect(await event('text')).toEqual({ kind: 'text', id: job.id, delta: 'A c' })
    expect(await event('working')).toEqual({ kind: 'working', id: job.id, done: 0.5 })
    fail(new Failure('picture-damaged', 'The picture is damaged.', { advice: 'Save it again.' }))
    const { job: left } = await event('left')
    expect(left).toMatchObject({
      state: 'failed',
      failure: { code: 'picture-damaged', message: 'The picture is damaged.', advice: 'Save it again.' }
    })
    expect((await next()).job.name).toBe('2.png')
  })

  it('hears of new jobs, and of those that become due', async () => {
    const { queue, store, runner, next, event, clock } = stage()
    runner.start()
    await event('idle')
    queue.add(asking(store))
    clock.pass(30)
    const { fail } = await next()
    fail(new VisionFailure('vision-rate', 'Too fast.', { retry: { kind: 'soon', milliseconds: 5000 } }))
    expect((await event('left')).job).toMatchObject({ state: 'waiting', reason: 'rate' })
    expect((await event('idle')).next).toBe(noon + 30 + 5000)
    clock.pass(5000)
    expect((await next()).job.attempts).toBe(2)
  })

  it('calls off what a person cancels, also when another process tells', async () => {
    const { queue, store, runner, next, event, clock } = stage()
    const { id } = queue.add(asking(store))
    runner.start()
    const { execution } = await next()
    execution.mark('intended')
    queue.cancel({ ids: [id] })
    expect(execution.signal.aborted).toBe(false)
    clock.pass(30)
    expect(execution.signal.aborted).toBe(true)
    expect(() => execution.mark('sent')).toThrow('Cancelled.')
    expect((await event('left')).job.state).toBe('cancelled')
  })

  it('calls off what is deleted, which comes back whole when that is undone', async () => {
    const { queue, store, runner, next, event, clock } = stage()
    const { id } = queue.add(reading(store))
    runner.start()
    const { execution } = await next()
    store.run('UPDATE job SET hidden = 1')
    clock.pass(leaseTime / 3)
    expect(execution.signal.aborted).toBe(true)
    await event('left')
    store.run('UPDATE job SET hidden = NULL')
    queue.announce()
    clock.pass(30)
    expect((await next()).job.id).toBe(id)
  })

  it('takes an answer that comes after its lease was over', async () => {
    const { queue, store, runner, next, event } = stage()
    const { id } = queue.add(asking(store))
    runner.start()
    const { execution, finish } = await next()
    execution.mark('sent')
    store.run('UPDATE job SET lease_until = 1')
    createQueue({ store, now: () => noon }).work.recover([])
    expect(queue.get(id)?.state).toBe('unsure')
    execution.mark('answering')
    finish()
    expect((await event('left')).job).toMatchObject({ id, state: 'done' })
  })

  it('does not take work for cancelled that was called off from inside', async () => {
    const { queue, store, runner, next, event } = stage()
    queue.add(reading(store))
    runner.start()
    ;(await next()).fail(new DOMException('timeout', 'AbortError'))
    expect((await event('left')).job).toMatchObject({ state: 'failed', failure: { code: 'internal' } })
  })

  it('keeps its leases while it works', async () => {
    const { queue, store, runner, next, clock } = stage()
    const { id } = queue.add(reading(store))
    runner.start()
    const { finish } = await next()
    clock.pass(10 * leaseTime)
    expect(queue.get(id)?.leaseUntil).toBeGreaterThan(clock.now())
    finish()
  })

  it('renews its leases when the machine wakes, before it looks at those of others', async () => {
    const { queue, store, runner, next, happens } = stage()
    const { id } = queue.add(reading(store))
    runner.start()
    const { execution } = await next()
    store.run('UPDATE job SET lease_until = 1')
    happens({ kind: 'resumed' })
    expect(execution.signal.aborted).toBe(false)
    expect(queue.get(id)).toMatchObject({ state: 'running', leaseUntil: noon + leaseTime })
  })
})

describe('an obstacle', () => {
  it('lets jobs wait without an attempt until it is gone', async () => {
    let online = false
    const { queue, store, runner, next, event, happens } = stage({
      obstacle: ({ engine }) =>
        online || engine === 'device' ? undefined : { scope: 'engine', reason: 'offline', notBefore: noon + 60_000 }
    })
    for (const number of [1, 2, 3]) queue.add(asking(store, number))
    queue.add(reading(store, 4))
    runner.start()
    expect(queue.counts().waiting).toEqual({ offline: 3 })
    ;(await next()).finish()
    expect((await event('idle')).next).toBe(noon + 60_000)
    online = true
    happens({ kind: 'online' })
    expect((await next()).job).toMatchObject({ name: '1.png', attempts: 1 })
  })

  it('that is over already is not met again and again', () => {
    const { queue, store, runner, event } = stage({
      obstacle: () => ({ scope: 'engine', reason: 'rate', notBefore: noon - 5 })
    })
    const { id } = queue.add(asking(store))
    runner.start()
    expect(queue.get(id)).toMatchObject({ state: 'waiting', notBefore: noon + 1000 })
    return expect(event('idle')).resolves.toMatchObject({ next: noon + 1000 })
  })

  it('that an event ends, ends for the engine that it names', async () => {
    const failure = new Failure('vision-key-missing', 'There is no key.')
    let missing = true
    const { queue, store, runner, next, happens } = stage({
      obstacle: () => (missing ? { scope: 'engine', reason: 'needs-key', notBefore: undefined, failure } : undefined)
    })
    const { id } = queue.add(asking(store))
    runner.start()
    expect(queue.get(id)).toMatchObject({ reason: 'needs-key', failure: { code: 'vision-key-missing' } })
    missing = false
    happens({ kind: 'key-added', engine: 'ollama' })
    expect(queue.get(id)?.state).toBe('waiting')
    happens({ kind: 'key-added', engine: 'modelscope' })
    expect((await next()).job.id).toBe(id)
  })
})

describe('stopping', () => {
  it('gives work back, and asks about calls on their way', async () => {
    const { queue, store, runner, next } = stage()
    const read = queue.add(reading(store, 1)).id
    const called = queue.add(asking(store, 2)).id
    runner.start()
    await next()
    const { execution } = await next()
    execution.mark('sent')
    await runner.stop()
    expect(queue.get(read)).toMatchObject({ state: 'queued', attempts: 0 })
    expect(queue.get(called)).toMatchObject({ state: 'unsure', call: 'sent' })
    queue.add(reading(store, 3))
    expect(queue.counts().states.running).toBe(0)
  })

  it('waits for work that ends in time', async () => {
    const { queue, store, runner, next } = stage()
    const { id } = queue.add(asking(store))
    runner.start()
    const { finish, execution } = await next()
    execution.mark('sent')
    const stopped = runner.stop({ patience: 1000 })
    finish()
    await stopped
    expect(queue.get(id)?.state).toBe('done')
  })

  it.each<[string, (task: Task) => void]>([
    ['brings a result', ({ finish }) => finish()],
    ['fails', ({ fail }) => fail(new Failure('engine-crashed', 'Gone.'))],
    [
      'marks a call',
      ({ execution, fail }) => {
        try {
          execution.mark('intended')
        } catch (thrown) {
          fail(thrown)
        }
      }
    ]
  ])(
    'waits no longer than it says, and nobody hears of what ends after the library was closed: work that %s',
    async (_how, end) => {
      const { queue, store, runner, next, events, clock } = stage({ deaf: true })
      const { id } = queue.add(reading(store))
      runner.start()
      const task = await next()
      const stopped = runner.stop({ patience: 1000 })
      clock.pass(1000)
      // It is called off in a promise that nobody else can await.
      await new Promise(setImmediate)
      expect(task.execution.signal.aborted).toBe(true)
      clock.pass(2000)
      await stopped
      expect(queue.get(id)).toMatchObject({ state: 'queued', attempts: 0 })
      const heard = events.length
      store.close()
      end(task)
      await new Promise(setImmediate)
      expect(events.slice(heard)).toEqual([])
    }
  )
})

describe('a long queue', () => {
  it('is held and let go in turns, between which nothing is begun', async () => {
    let online = false
    const { queue, store, runner, next, begun, event, happens, clock } = stage({
      obstacle: () => (online ? undefined : { scope: 'engine', reason: 'offline', notBefore: noon + 60_000 })
    })
    addMany(store, 600, { engine: 'modelscope' })
    runner.start()
    expect(queue.counts().states.queued).toBeGreaterThan(0)
    // The turns go on by themselves; when they have ended the runner looks anew.
    while (queue.finishWishes() !== undefined) await queue.finishWishes()
    clock.pass(0)
    expect((await event('idle')).next).toBe(noon + 60_000)
    expect(queue.counts().waiting).toEqual({ offline: 600 })
    online = true
    happens({ kind: 'online' })
    expect(begun()).toBe(0)
    while (queue.finishWishes() !== undefined) await queue.finishWishes()
    await new Promise(setImmediate)
    clock.pass(0)
    expect((await next()).job.state).toBe('running')
    expect(queue.counts().waiting).toEqual({})
  })
})

describe('a full disk', () => {
  const full = new Failure('disk', 'No room.', { cause: { code: 'ENOSPC' } })

  it('stops the queue until there is room, and keeps what was brought', async () => {
    let room = false
    const { queue, store, runner, next, begun, event, happens, clock } = stage({ hasRoom: () => Promise.resolve(room) })
    const { id } = queue.add(asking(store, 1))
    queue.add(asking(store, 2, { priority: 'batch' }))
    runner.start()
    const [{ execution, finish }, second] = [await next(), await next()]
    execution.mark('answering')
    // SQLite's own way of having no room: it answers as on a full disk.
    store.execute(`PRAGMA max_page_count = ${String(store.value('PRAGMA page_count'))}`)
    finish({ ...result, text: 'A cat. '.repeat(100_000) })
    await event('disk-full')
    second.fail(new Failure('engine-busy', 'Busy.'))
    happens({ kind: 'online' })
    clock.pass(10_000)
    expect(begun()).toBe(0)
    expect(queue.get(id)).toMatchObject({ state: 'running', call: 'answering' })
    store.execute('PRAGMA max_page_count = 1000000')
    room = true
    happens({ kind: 'room-again' })
    expect((await event('left')).job.state).toMatch(/done|waiting/)
    await event('left')
    expect(queue.get(id)?.state).toBe('done')
    expect(store.value('SELECT length(text) FROM result WHERE job = ?', [id])).toBe(700_000)
  })

  it('lets a reading that needed room wait for it', async () => {
    const { queue, store, runner, next, event, happens, clock } = stage()
    const { id } = queue.add(reading(store))
    runner.start()
    ;(await next()).fail(full)
    expect((await event('left')).job).toMatchObject({ state: 'waiting', reason: 'disk-full' })
    await event('disk-full')
    happens({ kind: 'room-again' })
    await event('room-again')
    // What waits for room goes on in promises that nobody else can await.
    await new Promise(setImmediate)
    clock.pass(0)
    expect((await next()).job.id).toBe(id)
  })
})

describe('a queue that cannot be read', () => {
  it('is told and tried again', async () => {
    let broken = true
    const { queue, store, runner, next, event, clock } = stage({
      change: (made) => ({
        ...made,
        work: {
          ...made.work,
          take: (turn) => {
            if (broken) throw new Failure('library-busy', 'Busy.')
            return made.work.take(turn)
          }
        }
      })
    })
    queue.add(reading(store))
    runner.start()
    expect((await event('trouble')).failure.code).toBe('library-busy')
    broken = false
    clock.pass(2000)
    expect((await next()).job.name).toBe('0.png')
  })
})
