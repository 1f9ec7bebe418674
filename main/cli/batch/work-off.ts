import type { Archive } from '../../archive.ts'
import type { Failure } from '../../failure.ts'
import type { BatchEvent } from '../../jobs/batch/events.ts'
import { startListing } from '../../jobs/batch/listing.ts'
import { createNudge } from '../queue/nudge.ts'
import { createProgress } from '../queue/progress.ts'
import { waitsOf } from '../queue/settle.ts'
import { untilStill } from '../queue/until-still.ts'
import type { Waiting } from '../queue/waits.ts'
import { startWorker } from '../queue/worker.ts'
import type { Session } from '../session.ts'
import type { Adopted } from './adopt.ts'
import type { Names, Outcomes } from './outcomes.ts'
import { createTally } from './tally.ts'

export interface BatchWork extends Pick<Session, 'terminal' | 'interruption'> {
  readonly archive: Archive
  readonly adopted: Adopted
  /** How many files there are, as far as known. */
  readonly files: number
  /** Most calls at a time; none for a batch that is read on this machine. */
  readonly calls: number | undefined
  readonly namesOf: (path: string) => Names
  readonly outcomes: Outcomes
  readonly verbose: boolean
}

/** A job that the command leaves behind, with its files. */
export interface Left extends Waiting {
  readonly paths: readonly string[]
}

/**
 * Works until every picture of the batch has had its turn, or waits for something that does not come soon; what waits is
 * answered. A batch that is interrupted is paused. Throws when something cannot be written.
 */
export async function workOff(work: BatchWork): Promise<readonly Left[]> {
  const { archive, adopted, namesOf, outcomes, terminal, interruption, verbose } = work
  const { queue, intake } = archive
  const { batch, recipe, known } = adopted
  const { signal } = interruption
  const nudge = createNudge()
  const tally = createTally(queue)
  const refused: { readonly path: string; readonly failure: Failure }[] = []
  const fresh = new Set<string>()
  const showProgress = createProgress(terminal)
  let listed = false

  const onEvent = (event: BatchEvent): void => {
    if (event.kind === 'trouble') refused.push({ path: batch.source, failure: event.failure })
    if (event.kind === 'file') {
      const { file } = event
      fresh.add(file.path)
      if (file.kind === 'job') tally.add(file.path, file.job.id)
      else refused.push(file)
    }
    nudge.ring()
  }
  const onLook = async (): Promise<void> => {
    for (const { path, failure } of refused.splice(0)) await outcomes.refused(namesOf(path), failure)
    for (const ended of tally.look()) await outcomes.ended(ended)
    const counts = outcomes.counts()
    showProgress(counts, Math.max(0, work.files - counts.done - counts.failed))
  }

  const listing = startListing(batch, recipe, { queue, ...intake, onEvent })
  const listAll = async (): Promise<void> => {
    await listing.ended
    // Files that had their turn before, and did not change since, are told of nowhere else.
    for (const [path, id] of known) if (!fresh.has(path)) tally.add(path, id)
    listed = true
    nudge.ring()
  }
  void listAll()
  const worker = startWorker({ archive, terminal, interruption, calls: work.calls, onChange: nudge.ring, verbose })
  const which = () => ({ ids: [...tally.open().keys()] })
  try {
    await untilStill({ queue, which, more: () => !listed, answered: worker.answered, onLook, nudge, signal })
  } finally {
    await listing.stop()
    if (signal.aborted) queue.batches.pause(batch.id)
    await worker.stop()
    terminal.clearProgress()
  }
  if (signal.aborted) await onLook()
  terminal.clearProgress()
  return waitsOf(queue, which()).map((wait) => ({ ...wait, paths: tally.open().get(wait.job.id) ?? [] }))
}
