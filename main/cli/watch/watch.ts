import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import type { BatchEvent } from '../../jobs/batch/events.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { requireAddress } from '../batch/address.ts'
import { type AsksOptions, asksOf } from '../batch/options.ts'
import { createOutcomes, type Names } from '../batch/outcomes.ts'
import { createTally } from '../batch/tally.ts'
import { tellFailure } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openArchive } from '../library/open.ts'
import { destinationOf } from '../output/destination.ts'
import { openSink } from '../output/open.ts'
import { type Sink, streamSink } from '../output/sink.ts'
import { createNudge } from '../queue/nudge.ts'
import { waitsOf } from '../queue/settle.ts'
import { untilStill } from '../queue/until-still.ts'
import { describeWaits } from '../queue/waits.ts'
import { startWorker } from '../queue/worker.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { formatLine } from './line.ts'

/** What the parser makes of the options of `glyphlens watch`. */
export interface WatchCommandOptions extends AsksOptions {
  readonly concurrency?: number
  readonly all?: true
}

type Options = WatchCommandOptions & ProgramOptions

/** Runs `glyphlens watch` until it is interrupted. Throws `Failure` when nothing can be watched, or nothing written. */
export async function watch(folder: string, options: Options, session: Session): Promise<ExitCode> {
  const { terminal, interruption } = session
  const { signal } = interruption
  const verbose = options.verbose ?? session.debug
  const { vision, preferences } = session.house()
  const asks = asksOf(options, preferences.get())
  requireAddress(vision, asks)
  await requireFolder(folder)
  const archive = openArchive(session)
  const { queue, library } = archive
  const nudge = createNudge()
  const tally = createTally(queue)
  const sink = await openLines(options, session)
  const namesOf = namesIn(folder)
  const onDone = (name: string): void => {
    if (verbose) terminal.say(terminal.paint('dim', `${printable(name)}: done`))
  }
  const outcomes = createOutcomes({ entries: library.entries, namesOf, sink, began: Date.now(), onDone })
  const teller = createTeller(session, verbose)
  const refused: { readonly path: string; readonly failure: Failure }[] = []

  const onEvent = (event: BatchEvent): void => {
    if (event.kind === 'trouble') teller.failure(folder, event.failure)
    if (event.kind === 'file' && event.file.kind === 'job') tally.add(event.file.path, event.file.job.id)
    if (event.kind === 'file' && event.file.kind === 'refused') refused.push(event.file)
    nudge.ring()
  }
  const onLook = async (): Promise<void> => {
    const former = outcomes.failures().length
    for (const { path, failure } of refused.splice(0)) await outcomes.refused(namesOf(path), failure)
    for (const ended of tally.look()) await outcomes.ended(ended)
    for (const { name, failure } of outcomes.failures().slice(former)) teller.failure(name, failure)
    teller.waits(describeWaits(waitsOf(queue, which())))
  }
  const which = () => ({ ids: [...tally.open().keys()] })

  const batches = archive.createBatches(onEvent)
  const from = { kind: 'folder', path: folder, recursive: options.recursive ?? false } as const
  const batch = batches.watch({ from, asks }, options.all ?? false)
  const calls = asks.engine === deviceEngine ? 0 : options.concurrency
  const worker = startWorker({ archive, terminal, interruption, calls, onChange: nudge.ring, verbose })
  terminal.say(`Watching ${folder}. Ctrl+C ends it.`)
  try {
    await untilStill({ queue, which, more: () => true, answered: worker.answered, onLook, nudge, signal })
  } finally {
    batches.unwatch(batch.id)
    await batches.stop()
    await worker.stop()
  }
  await onLook()
  await sink.finish()
  return exitCodes.good
}

async function requireFolder(folder: string): Promise<void> {
  const present = await stat(folder).catch(() => undefined)
  if (present?.isDirectory()) return
  throw new Failure('picture-missing', `There is no folder “${folder}”.`, { advice: 'Check the name.' })
}

async function openLines({ json, output }: Options, { terminal }: Session): Promise<Sink> {
  const destination = await destinationOf(output)
  if (destination !== undefined && !destination.folder) {
    throw new Failure('usage', '--output names a file, and more pictures may come without end.', {
      advice: 'Name a folder: end it with /.'
    })
  }
  if (!json && destination === undefined) return streamSink(terminal, formatLine)
  return await openSink(terminal, destination, { json: json ?? false, several: true, ending: '.txt' })
}

function namesIn(folder: string): (path: string) => Names {
  const absolute = resolve(folder)
  return (path) => {
    const inside = relative(absolute, path)
    return { name: join(folder, inside), outputName: inside }
  }
}

/** Says each sentence about waiting once, and what failed at once. */
function createTeller({ terminal }: Session, verbose: boolean) {
  let said: readonly string[] = []
  return {
    failure: (about: string, failure: Failure): void => tellFailure(terminal, failure, { about, verbose }),
    waits: (lines: readonly string[]): void => {
      for (const line of lines.filter((each) => !said.includes(each))) terminal.say(line)
      said = lines
    }
  }
}
