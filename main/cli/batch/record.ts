import { Failure } from '../../failure.ts'
import type { Job, SavedFailure } from '../../jobs/job.ts'
import { orderLines } from '../../layout/layout.ts'
import type { Entry } from '../../library/entries.ts'
import type { TaskResult } from '../../tasks/result.ts'
import { type FailureRecord, recordFailure, type TextRecord } from '../output/record.ts'
import { type ReadingRecord, recordReading } from '../read/record.ts'

/** What `--json` tells of a picture beside its text. Promised in docs/command-line.md: fields may be added, none changes its meaning. */
interface JobFacts {
  /** Of the entry in the library. */
  readonly id: number
  readonly task: string
}

type Without<T, Keys extends string> = T extends unknown ? Omit<T, Keys> : never

interface AnsweredRecord extends TextRecord, JobFacts {
  readonly provider: string
  /** As the provider names it. */
  readonly model: string | undefined
  /** Boxes, chart or tables as data; the kind alone for an answer in words. */
  readonly result: Without<TaskResult, 'text' | 'notices'> | undefined
  /** Tokens, bytes sent, calls and milliseconds. */
  readonly usage: Readonly<Record<string, unknown>> | undefined
  readonly notices: readonly string[]
}

/** A picture that was read or answered. */
export type DoneRecord = (ReadingRecord & JobFacts) | AnsweredRecord

/** `file` is the name for people; the text is the person's own version where there is one. */
export function recordDone(file: string, { id, task, engine, model, result }: Entry): DoneRecord {
  const text = result?.edited ?? result?.text ?? ''
  if (result?.reading !== undefined) {
    return { id, task, ...recordReading(file, result.reading, orderLines(result.reading), text) }
  }
  const { text: _text, notices = [], ...data } = result?.answer ?? {}
  const usage = result?.usage
  return {
    id,
    task,
    file,
    text,
    provider: engine,
    model: typeof usage?.['model'] === 'string' ? usage['model'] : model,
    result: 'kind' in data ? data : undefined,
    usage,
    notices: notices.map(({ message }) => message)
  }
}

/** What `--json` tells of a picture that is not done. */
export interface UndoneRecord extends FailureRecord, JobFacts {
  readonly state: Job['state']
  readonly reason: Job['reason']
  /** When it is tried again, ISO 8601, where that is known. */
  readonly until: string | undefined
}

export function recordUndone(file: string, job: Job, failure: Failure): UndoneRecord {
  const { id, task, state, reason, notBefore } = job
  const until = notBefore === undefined ? undefined : new Date(notBefore).toISOString()
  return { id, task, state, reason, until, ...recordFailure(file, failure) }
}

/** A failure as it was kept, to be told. */
export function failureOf({ code, message, advice }: SavedFailure): Failure {
  return new Failure(code, message, advice === undefined ? {} : { advice })
}
