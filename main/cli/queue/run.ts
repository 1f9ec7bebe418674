import type { Failure } from '../../failure.ts'
import type { Job } from '../../jobs/job.ts'
import { counted, grouped } from '../ask/tell.ts'
import { failureOf } from '../batch/record.ts'
import { tellFailure } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openArchive } from '../library/open.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { goOnListing } from './listings.ts'
import { createNudge } from './nudge.ts'
import { createProgress } from './progress.ts'
import { waitsOf } from './settle.ts'
import { untilStill } from './until-still.ts'
import { describeWaits, exitCodeOfWaits } from './waits.ts'
import { startWorker } from './worker.ts'

/** What the parser makes of the options of `queue run`. */
export interface RunOptions extends ProgramOptions {
  readonly concurrency?: number
}

/** Works the queue off until nothing is left that need not wait. Throws when it is interrupted. */
export async function runQueue(options: RunOptions, session: Session): Promise<ExitCode> {
  const { terminal, interruption } = session
  const verbose = options.verbose ?? session.debug
  const archive = openArchive(session)
  const { queue } = archive
  const nudge = createNudge()
  const showProgress = createProgress(terminal)
  const failures: { readonly name: string; readonly failure: Failure }[] = []
  let done = 0

  const onLeft = (job: Job): void => {
    if (job.state === 'done') done += 1
    if (job.state === 'failed' && job.failure) failures.push({ name: job.name, failure: failureOf(job.failure) })
  }
  const onLook = async (): Promise<void> => {
    const { queued, running } = queue.counts().states
    showProgress({ done, before: 0, failed: failures.length }, queued + running)
  }
  const listings = goOnListing(archive, {
    onChange: nudge.ring,
    onFailure: (name, failure) => failures.push({ name, failure })
  })
  const worker = startWorker({
    archive,
    terminal,
    interruption,
    calls: options.concurrency,
    onChange: nudge.ring,
    onLeft,
    verbose
  })
  try {
    const { signal } = interruption
    await untilStill({
      queue,
      which: () => ({}),
      more: listings.going,
      answered: worker.answered,
      onLook,
      nudge,
      signal
    })
  } finally {
    await listings.stop()
    await worker.stop()
    terminal.clearProgress()
  }
  for (const { name, failure } of failures) tellFailure(terminal, failure, { about: name, verbose })
  terminal.say(`${counted(done, 'picture')} done${failures.length > 0 ? `, ${grouped(failures.length)} failed` : ''}.`)
  interruption.signal.throwIfAborted()
  const waits = waitsOf(queue, {})
  for (const line of describeWaits(waits)) terminal.say(line)
  await archive.library.tidy()
  return failures.length > 0 ? exitCodes.failed : exitCodeOfWaits(waits)
}
