import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createQueue } from '../../../../main/jobs/queue/queue.ts'
import { leaseTime } from '../../../../main/jobs/queue/take.ts'
import { asking, queueAt, reading, storeIn, temporaryFolder } from './library.ts'

const device = { lane: 'device', busy: [] } as const
const vision = { lane: 'vision', busy: [] } as const

interface Told {
  readonly taken?: readonly number[]
  readonly heard?: true
  readonly aborted?: number
}

/** Another process with the same library. */
function other(folder: string, order: 'take-all' | 'take-one' | 'mark-one' | 'listen' | 'run'): ChildProcess {
  const child = fork(fileURLToPath(new URL('./other-process.ts', import.meta.url)), [folder, order], {
    stdio: 'inherit'
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

async function told(child: ChildProcess): Promise<Told> {
  const [message] = (await once(child, 'message')) as [Told]
  return message
}

describe('several processes', () => {
  it('never take the same job', async () => {
    const folder = temporaryFolder()
    const { queue, store } = queueAt(Date.now(), { store: storeIn(folder) })
    for (let number = 0; number < 300; number += 1) queue.add(reading(store, number))
    const children = [1, 2, 3].map(() => other(folder, 'take-all'))
    const taken = (await Promise.all(children.map(told))).flatMap((message) => message.taken ?? [])
    expect(taken).toHaveLength(300)
    expect(new Set(taken).size).toBe(300)
  })

  it('take up what a dead one left behind, at once', async () => {
    const folder = temporaryFolder()
    const { queue, store } = queueAt(Date.now(), { store: storeIn(folder) })
    const { id } = queue.add(reading(store))
    const child = other(folder, 'take-one')
    await told(child)
    expect(queue.work.recover([])).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(queue.work.recover([])).toBe(1)
    expect(queue.work.take(device)).toMatchObject({ id, attempts: 2 })
  })

  it('do not repeat a call that a dead one may have made', async () => {
    const folder = temporaryFolder()
    const { queue, store } = queueAt(Date.now(), { store: storeIn(folder) })
    const { id } = queue.add(asking(store))
    const child = other(folder, 'mark-one')
    await told(child)
    child.kill('SIGKILL')
    await once(child, 'exit')
    queue.work.recover([])
    expect(queue.get(id)).toMatchObject({ state: 'unsure', call: 'sent' })
    expect(queue.work.take(vision)).toBeUndefined()
  })

  it('call off what another one cancels', async () => {
    const folder = temporaryFolder()
    const { queue, store } = queueAt(Date.now(), { store: storeIn(folder) })
    const { id } = queue.add(reading(store))
    const child = other(folder, 'run')
    await told(child)
    expect(queue.get(id)?.state).toBe('running')
    queue.cancel({ ids: [id] })
    expect(await told(child)).toEqual({ aborted: id })
  })

  it('hear of each other’s wishes', async () => {
    const folder = temporaryFolder()
    const { queue, store } = queueAt(Date.now(), { store: storeIn(folder) })
    const child = other(folder, 'listen')
    await told(child)
    queue.add(reading(store))
    expect(await told(child)).toEqual({ heard: true })
  })

  it('take up what a silent one holds once its lease is over', () => {
    const folder = temporaryFolder()
    const { queue, store, at } = queueAt(1000, { store: storeIn(folder) })
    const silent = createQueue({ store: storeIn(folder), now: () => 1000 })
    const { id } = queue.add(reading(store))
    silent.work.take(device)
    expect(queue.work.nextTime()).toBe(1000 + leaseTime + 1)
    at(1000 + leaseTime)
    expect(queue.work.recover([])).toBe(0)
    at(1000 + leaseTime + 1)
    expect(queue.work.recover([])).toBe(1)
    expect(silent.work.renew([id])).toEqual([])
    expect(queue.get(id)?.state).toBe('queued')
  })
})
