import type { Job } from '../../jobs/job.ts'
import type { WaitingReason } from '../../jobs/standing.ts'
import { counted } from '../ask/tell.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { localTime } from '../library/times.ts'
import { printable } from '../terminal.ts'

/** Why a job is not done yet; `held`: it is queued, and the queue or its batch is paused. */
type Cause = WaitingReason | 'held' | 'unsure'

const causes: Readonly<Record<Cause, { readonly words: string; readonly exitCode: ExitCode }>> = {
  offline: { words: 'no connection', exitCode: exitCodes.later },
  rate: { words: 'too many calls in a short time', exitCode: exitCodes.later },
  retry: { words: 'tried again after a failure', exitCode: exitCodes.later },
  'disk-full': { words: 'the disk is full', exitCode: exitCodes.later },
  'needs-key': { words: 'a key is needed', exitCode: exitCodes.wanted },
  quota: { words: 'the quota is used up', exitCode: exitCodes.wanted },
  paused: { words: 'stopped by a failure; see "glyphlens queue resume"', exitCode: exitCodes.wanted },
  held: { words: 'paused; see "glyphlens queue resume"', exitCode: exitCodes.wanted },
  unsure: {
    words: 'a call may have been answered; see "glyphlens queue resolve --help"',
    exitCode: exitCodes.wanted
  }
}

/** Undefined for a job that goes on by itself, or has come to an end. `held`: its queue or batch is paused. */
export function causeOf(job: Pick<Job, 'state' | 'reason'>, held: boolean): Cause | undefined {
  if (job.state === 'waiting') return job.reason
  if (job.state === 'unsure') return 'unsure'
  return job.state === 'queued' && held ? 'held' : undefined
}

/** In a few words, with the time when it is tried again: `the quota is used up, until 2026-11-24 00:00`. */
export function describeCause(cause: Cause, notBefore: number | undefined): string {
  return `${causes[cause].words}${notBefore === undefined ? '' : `, until ${localTime(notBefore)}`}`
}

/** A job that is not done, and why. */
export interface Waiting {
  readonly job: Job
  readonly cause: Cause
}

/** Jobs that wait for the same in one line, and below it what was said of it and what to do. */
export function describeWaits(waits: readonly Waiting[]): string[] {
  const groups = Map.groupBy(waits, ({ cause, job }) => [describeCause(cause, job.notBefore), job.engine].join(' '))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { job, cause } = first
    const head = `${counted(group.length, 'picture')} ${group.length === 1 ? 'waits' : 'wait'} (${job.engine}): `
    const said = [job.failure?.message, job.failure?.advice].filter((sentence) => sentence !== undefined)
    return [`${head}${describeCause(cause, job.notBefore)}.`, ...said.map((sentence) => `  ${printable(sentence)}`)]
  })
}

/** The exit code of a command that leaves these behind: what a person has to do goes before what passes by itself. */
export function exitCodeOfWaits(waits: readonly Pick<Waiting, 'cause'>[]): ExitCode {
  const codes = new Set(waits.map(({ cause }) => causes[cause].exitCode))
  if (codes.has(exitCodes.wanted)) return exitCodes.wanted
  return codes.has(exitCodes.later) ? exitCodes.later : exitCodes.good
}
