import { createHash } from 'node:crypto'
import type { NewJob } from './job.ts'

/** SHA-256 in hex over all that decides what a job brings: who asks the same again has the same fingerprint. */
export function fingerprintOf(job: Pick<NewJob, 'picture' | 'task' | 'engine' | 'model' | 'parameters'>): string {
  const { picture, task, engine, model, parameters } = job
  return createHash('sha256')
    .update(canonical([picture, task, engine, model ?? null, parameters]))
    .digest('hex')
}

/** JSON with the names of every object in order, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1)))
  })
}
