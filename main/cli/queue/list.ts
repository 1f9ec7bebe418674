import { Failure } from '../../failure.ts'
import type { Job } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import { type JobState, jobStates } from '../../jobs/standing.ts'
import { counted, grouped } from '../ask/tell.ts'
import { openArchive } from '../library/open.ts'
import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { requireBatch } from './ids.ts'
import { causeOf, describeCause } from './waits.ts'

/** What the parser makes of the options of `queue list`. */
export interface ListOptions {
  readonly state?: readonly string[]
  readonly batch?: number
  readonly batches?: true
  readonly limit: number
  readonly json?: true
}

/** Prints the jobs, or the batches, of the queue. Throws `usage`. */
export async function listQueue(options: ListOptions, session: Session): Promise<void> {
  const { terminal } = session
  const states = options.state?.map(stateNamed)
  const { queue } = openArchive(session)
  requireBatch(queue, options.batch)
  if (options.batches) return await listBatches(queue, options.json ?? false, session)
  const jobs = queue.list({ states, batch: options.batch, limit: options.limit })
  if (options.json) {
    await terminal.print(jobs.map((job) => `${JSON.stringify(recordJob(job))}\n`).join(''))
    return
  }
  await terminal.print(alignColumns(jobs.map(rowOf)))
  const all = queue.counts({ batch: options.batch }).states
  const parts = jobStates.filter((state) => all[state] > 0).map((state) => `${grouped(all[state])} ${state}`)
  terminal.say(parts.length === 0 ? 'The queue is empty.' : `${parts.join(', ')}.`)
  if (queue.paused()) terminal.say('The queue is paused: see "glyphlens queue resume".')
}

function stateNamed(name: string): JobState {
  const state = jobStates.find((each) => each === name)
  if (state !== undefined) return state
  throw new Failure('usage', `There is no state “${name}”.`, { advice: `Choose among ${jobStates.join(', ')}.` })
}

/** The name comes last: it may hold characters that are wider than one column. */
function rowOf(job: Job): string[] {
  const { id, state, name, page, task, engine, model, failure } = job
  const cause = causeOf(job, false)
  const standing = cause === undefined ? state : `${state}: ${describeCause(cause, job.notBefore)}`
  const said = state === 'failed' && failure !== undefined ? `: ${failure.message}` : ''
  const title = `${name}${page === undefined ? '' : `, page ${page}`}${said}`
  return [`#${id}`, task, printable(model ?? engine), standing, printable(title)]
}

/** What `queue list --json` tells of a job. Promised in the docs: fields may be added, none changes its meaning. */
function recordJob(job: Job) {
  const { id, uid, name, origin, page, batch, task, engine, model, state, reason, attempts, failure } = job
  return {
    id,
    uid,
    name,
    origin,
    page,
    batch,
    task,
    engine,
    model,
    state,
    reason,
    until: job.notBefore === undefined ? undefined : new Date(job.notBefore).toISOString(),
    attempts,
    created: new Date(job.created).toISOString(),
    failure
  }
}

async function listBatches(queue: Queue, json: boolean, { terminal }: Session): Promise<void> {
  const batches = queue.batches.list().map((batch) => ({ batch, states: queue.counts({ batch: batch.id }).states }))
  if (json) {
    const records = batches.map(({ batch: { recipe: _recipe, created, ...batch }, states }) => ({
      ...batch,
      created: new Date(created).toISOString(),
      states
    }))
    return await terminal.print(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  }
  const rows = batches.map(({ batch, states }) => [
    `${batch.id}`,
    printable(batch.title),
    `${counted(states.done, 'picture')} done, ${grouped(states.queued + states.running + states.waiting)} to be done`,
    batch.paused ? 'paused' : batch.watched ? 'watched' : ''
  ])
  await terminal.print(alignColumns(rows))
}
