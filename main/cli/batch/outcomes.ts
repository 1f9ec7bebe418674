import { Failure } from '../../failure.ts'
import type { Job } from '../../jobs/job.ts'
import type { Entries } from '../../library/entries.ts'
import type { Input } from '../input/inputs.ts'
import { recordFailure } from '../output/record.ts'
import type { Sink } from '../output/sink.ts'
import type { Counts } from '../queue/progress.ts'
import { failureOf, recordDone, recordUndone } from './record.ts'
import type { Ended } from './tally.ts'

/** How a file is called, for people and for output. */
export type Names = Pick<Input, 'name' | 'outputName'>

/** What came of the pictures of a command so far. */
export interface Outcomes {
  /** Writes what came of a picture. Rejects when it cannot be written. */
  readonly ended: (ended: Ended) => Promise<void>
  /** A file of which no job could be made. */
  readonly refused: (names: Names, failure: Failure) => Promise<void>
  /** A picture that waits; it is written, but counts nowhere. */
  readonly left: (names: Names, job: Job) => Promise<void>
  readonly counts: () => Counts
  /** In the order in which they came. */
  readonly failures: () => readonly { readonly name: string; readonly failure: Failure }[]
}

export interface OutcomesOptions {
  readonly entries: Pick<Entries, 'get'>
  readonly namesOf: (path: string) => Names
  /** Takes what is printed or written, where that is wished. */
  readonly sink: Sink | undefined
  /** When the command began, in milliseconds since 1970. */
  readonly began: number
  /** Told of every picture that is done. */
  readonly onDone: (name: string, job: Job) => void
}

export function createOutcomes({ entries, namesOf, sink, began, onDone }: OutcomesOptions): Outcomes {
  const failures: { readonly name: string; readonly failure: Failure }[] = []
  let done = 0
  let before = 0

  const failed = async (names: Names, job: Job): Promise<void> => {
    const failure = job.failure ? failureOf(job.failure) : new Failure('cancelled', 'It was cancelled.')
    failures.push({ name: names.name, failure })
    await sink?.put(names, recordUndone(names.name, job, failure))
  }
  return {
    ended: async ({ path, job }) => {
      const names = namesOf(path)
      if (job.state !== 'done') return await failed(names, job)
      done += 1
      if ((job.finished ?? began) < began) before += 1
      onDone(names.name, job)
      await sink?.put(names, recordDone(names.name, entries.get(job.id)))
    },
    refused: async (names, failure) => {
      failures.push({ name: names.name, failure })
      await sink?.put(names, recordFailure(names.name, failure))
    },
    left: async (names, job) => {
      const failure = job.failure ? failureOf(job.failure) : new Failure('cancelled', 'It waits for a person.')
      await sink?.put(names, recordUndone(names.name, job, failure))
    },
    counts: () => ({ done, before, failed: failures.length }),
    failures: () => failures
  }
}
