import { Failure } from '../../failure.ts'
import { deviceEngine, type Job, type Priority } from '../../jobs/job.ts'
import type { Queue } from '../../jobs/queue/queue.ts'
import type { Target } from '../../jobs/queue/wishes.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { modelOf } from '../../vision/analyze/choose.ts'
import { presetOf } from '../../vision/presets.ts'
import { counted } from '../ask/tell.ts'
import { openArchive } from '../library/open.ts'
import type { Session } from '../session.ts'
import { requireBatch, requireJobs } from './ids.ts'

interface BatchOption {
  readonly batch?: number
}

/** Pauses the queue, or one batch: what runs ends, nothing else begins. Throws `usage`. */
export function pauseQueue({ batch }: BatchOption, session: Session): void {
  const { queue } = openArchive(session)
  requireBatch(queue, batch)
  if (batch === undefined) queue.pause()
  else queue.batches.pause(batch)
  session.terminal.say(`${batch === undefined ? 'The queue' : 'The batch'} is paused.`)
}

/** Lets the queue and all batches go on, or one batch. Throws `usage`. */
export async function resumeQueue({ batch }: BatchOption, session: Session): Promise<void> {
  const { queue } = openArchive(session)
  requireBatch(queue, batch)
  if (batch === undefined) queue.resume()
  const paused = queue.batches.list().filter((each) => each.paused && (batch ?? each.id) === each.id)
  for (const { id } of paused) queue.batches.resume(id)
  await queue.finishWishes()
  session.terminal.say(`${batch === undefined ? 'The queue' : 'The batch'} goes on.`)
  sayToBeDone(queue, session)
}

/** Queues jobs anew; all that failed when none is named. Throws `usage`. */
export async function retryJobs(ids: readonly number[], { batch }: BatchOption, session: Session): Promise<void> {
  const { queue } = openArchive(session)
  requireJobs(queue, ids)
  requireBatch(queue, batch)
  const which = ids.length > 0 ? { ids: [...ids] } : { batch, states: ['failed' as const] }
  const count = await queue.wish({ kind: 'retry', which })
  session.terminal.say(`${counted(count, 'job')} queued anew.`)
  sayToBeDone(queue, session)
}

/** Ends jobs that are not done. Throws `usage` when none is named. */
export async function cancelJobs(
  ids: readonly number[],
  { batch, all }: BatchOption & { readonly all?: true },
  session: Session
): Promise<void> {
  if (ids.length === 0 && batch === undefined && !all) {
    throw new Failure('usage', 'It is not said which jobs.', { advice: 'Name their numbers, --batch <id> or --all.' })
  }
  const { queue } = openArchive(session)
  requireJobs(queue, ids)
  requireBatch(queue, batch)
  const which = ids.length > 0 ? { ids: [...ids], batch } : { batch }
  const count = await queue.wish({ kind: 'cancel', which })
  session.terminal.say(`${counted(count, 'job')} cancelled.`)
}

/** Says what to do about a call that may have been answered. Throws `usage` for a job of which nothing is asked. */
export function resolveJob(id: number, answer: 'repeat' | 'give-up', session: Session): void {
  const { queue } = openArchive(session)
  requireJobs(queue, [id])
  if (!queue.resolveUnsure(id, answer)) {
    throw new Failure('usage', `Nothing is asked about job ${id}.`, {
      advice: 'See "glyphlens queue list --state unsure".'
    })
  }
  session.terminal.say(`Job ${id} is ${answer === 'repeat' ? 'asked once more' : 'given up'}.`)
  sayToBeDone(queue, session)
}

/** What the parser makes of the options of `queue move`. */
export interface MoveOptions {
  readonly provider?: string
  readonly model?: string
  readonly before?: number
  readonly priority?: Priority
}

/** Gives jobs another place in line, or another engine or model. Throws `usage`. */
export function moveJobs(ids: readonly number[], options: MoveOptions, session: Session): void {
  const { provider, model, before, priority } = options
  if ([provider, model, before, priority].every((option) => option === undefined)) {
    throw new Failure('usage', 'It is not said where to.', {
      advice: 'Name --provider, --model, --before or --priority; see "glyphlens queue move --help".'
    })
  }
  const { queue } = openArchive(session)
  requireJobs(queue, before === undefined ? ids : [...ids, before])
  if (provider !== undefined || model !== undefined) changeEngine(queue, ids, options, session)
  const place = before === undefined ? priority && { priority } : { before }
  if (place !== undefined) {
    for (const id of ids) if (!queue.reorder(id, place)) throw notInLine(id)
  }
  session.terminal.say(`${counted(ids.length, 'job')} moved.`)
}

function notInLine(id: number): Failure {
  return new Failure('usage', `Job ${id} cannot go there: it, or the other one, does not wait for its turn.`, {
    advice: 'See "glyphlens queue list".'
  })
}

function changeEngine(queue: Queue, ids: readonly number[], options: MoveOptions, { house }: Session): void {
  const { vision } = house().preferences.get()
  const jobs = ids.flatMap((id) => queue.get(id) ?? [])
  // All are looked at before the first is moved.
  const targets = jobs.map((job) => [job.id, targetOf(job, options, vision)] as const)
  for (const [id, target] of targets) {
    if (queue.move({ ids: [id] }, target) > 0) continue
    throw new Failure('usage', `Job ${id} is at work or has its answer.`, { advice: 'Cancel it first, or ask anew.' })
  }
}

/** Reading on this machine and by a model are two tasks. */
function targetOf(
  job: Job,
  { provider = job.engine, model }: Pick<MoveOptions, 'provider' | 'model'>,
  vision: PreferenceValues['vision']
): Target {
  const reads = job.task === 'read' || job.task === 'ocr'
  if (provider === deviceEngine) {
    if (reads && model === undefined) return { engine: provider, task: 'read' }
    throw new Failure('usage', `Job ${job.id} cannot be done so on this machine.`, {
      advice: 'It reads text only, without a --model; see "glyphlens providers list" for others.'
    })
  }
  const preset = presetOf(provider)
  const chosen = modelOf(preset, model === undefined ? {} : { model }, vision)
  return { engine: preset.id, model: chosen, task: reads ? 'ocr' : job.task }
}

function sayToBeDone(queue: Queue, { terminal }: Session): void {
  const { queued } = queue.counts().states
  if (queued > 0) terminal.say(`${counted(queued, 'job')} to be done: "glyphlens queue run" does so here.`)
}
