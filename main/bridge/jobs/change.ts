import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Parsed } from '../../../preload/contract/contract.ts'
import { assertNever, Failure } from '../../failure.ts'
import type { Batches } from '../../jobs/batch/batches.ts'
import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { Selection } from '../../jobs/queue/wishes.ts'
import type { JobState } from '../../jobs/standing.ts'
import { saying } from '../../saying.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { movesOf } from './target.ts'

export interface ChangePorts {
  readonly queue: Queue
  readonly batches: Pick<Batches, 'pause' | 'resume' | 'unwatch'>
  readonly vision: PreferenceValues['vision']
}

type Change = Parsed<'jobs', 'change'>

/** Does what a person wishes; answers how many jobs (or batches, or queues) it changed. Throws `usage`. */
export async function changeJobs({ which, wish }: Change, ports: ChangePorts): Promise<number> {
  const { queue } = ports
  if (which.batch !== undefined) requireBatch(queue, which.batch)
  switch (wish.kind) {
    case 'cancel':
      return await queue.wish({ kind: 'cancel', which })
    case 'retry':
      return await queue.wish({ kind: 'retry', which })
    case 'pause':
    case 'resume':
      return pauseOrResume(wish.kind, which, ports)
    case 'move':
      return await move(which, wish, ports)
    case 'reorder':
      return await reorder(idsOf(which), wish.before, queue)
    case 'resolve':
      return await countEach(idsOf(which), (id) => queue.resolveUnsure(id, wish.answer))
    case 'unwatch':
      ports.batches.unwatch(batchOf(which))
      return 1
    default:
      return assertNever(wish, 'a wish of no known kind')
  }
}

function pauseOrResume(kind: 'pause' | 'resume', { batch }: Selection, { queue, batches }: ChangePorts): number {
  if (batch === undefined) queue[kind]()
  else batches[kind](batch)
  return 1
}

/** What can go to another engine; what runs, is done or asks a person stays. */
const movable: readonly JobState[] = ['queued', 'waiting', 'failed', 'cancelled']

async function move(
  which: Selection,
  to: { readonly engine: string; readonly model?: string | undefined },
  { queue, vision }: ChangePorts
): Promise<number> {
  const states = movable.filter((state) => which.states?.includes(state) ?? true)
  const jobs: Pick<Job, 'id' | 'task'>[] = []
  for await (const { id, task } of queue.each({ ...which, states })) jobs.push({ id, task })
  let count = 0
  for (const { ids, target } of movesOf(jobs, to, vision)) {
    count += await queue.wish({ kind: 'move', which: { ids: [...ids] }, target })
  }
  return count
}

/** The jobs come in the order in which they are named, before another one or before all that wait. */
async function reorder(ids: readonly number[], before: number | undefined, queue: Queue): Promise<number> {
  const place = before ?? firstInLine(ids, queue)
  return place === undefined ? 0 : await countEach(ids, (id) => queue.reorder(id, { before: place }))
}

/** One after the other, each on the disk, with others having their turn in between; answers how many it was done to. */
async function countEach(ids: readonly number[], change: (id: number) => boolean): Promise<number> {
  let count = 0
  for (const id of ids) {
    if (change(id)) count += 1
    await nextTurn()
  }
  return count
}

function firstInLine(ids: readonly number[], queue: Pick<Queue, 'list'>): number | undefined {
  const line = queue.list({ states: ['queued', 'waiting'], limit: ids.length + 1 })
  return line.find(({ id }) => !ids.includes(id))?.id
}

function idsOf({ ids }: Selection): readonly number[] {
  if (ids !== undefined) return ids
  throw new Failure('usage', 'It is not said which jobs.', {
    advice: 'Choose some.',
    saying: saying('work.nothing-chosen')
  })
}

function batchOf({ batch }: Selection): number {
  if (batch !== undefined) return batch
  throw new Failure('usage', 'It is not said which batch.', {
    advice: 'Choose one.',
    saying: saying('work.nothing-chosen')
  })
}

function requireBatch(queue: Queue, id: number): void {
  if (queue.batches.get(id) !== undefined) return
  throw new Failure('usage', 'There is no such batch any more.', {
    advice: 'Look at the list of batches again.',
    saying: saying('work.batch-gone')
  })
}
