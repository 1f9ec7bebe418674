import { InvalidArgumentError } from 'commander'
import { Failure } from '../../failure.ts'
import type { Queue } from '../../jobs/queue/queue.ts'

/** Reads the number of an entry, with or without `#`. */
export function entryId(value: string): number {
  if (/^#?\d{1,15}$/.test(value)) return Number(value.replace('#', ''))
  throw new InvalidArgumentError('It must be a number, as "glyphlens queue list" shows it.')
}

/** Gathers several of them. */
export function entryIds(value: string, former: readonly number[] = []): readonly number[] {
  return [...former, entryId(value)]
}

/** Throws `usage` when one of the jobs is not there. */
export function requireJobs(queue: Pick<Queue, 'get'>, ids: readonly number[]): void {
  const missing = ids.find((id) => queue.get(id) === undefined)
  if (missing !== undefined) {
    throw new Failure('usage', `There is no job ${missing}.`, { advice: 'See "glyphlens queue list".' })
  }
}

/** Throws `usage` when there is no such batch. */
export function requireBatch({ batches }: Pick<Queue, 'batches'>, id: number | undefined): void {
  if (id === undefined || batches.get(id) !== undefined) return
  throw new Failure('usage', `There is no batch ${id}.`, { advice: 'See "glyphlens queue list --batches".' })
}
