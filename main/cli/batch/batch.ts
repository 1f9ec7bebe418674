import { parsePageRange } from '../../documents/page-range.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { tellFailure } from '../errors.ts'
import { type ExitCode, exitCodeOfAll, exitCodes } from '../exit-codes.ts'
import type { Finding } from '../input/inputs.ts'
import { openArchive } from '../library/open.ts'
import { type Destination, destinationOf, requireSense } from '../output/destination.ts'
import { openSink } from '../output/open.ts'
import type { Sink } from '../output/sink.ts'
import { exitCodeOfWaits } from '../queue/waits.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { requireAddress } from './address.ts'
import { adopt, type Wish } from './adopt.ts'
import { conclude } from './conclude.ts'
import { namesBy } from './names.ts'
import { type AsksOptions, asksOf } from './options.ts'
import { createOutcomes } from './outcomes.ts'
import { findSources } from './sources.ts'
import { describeStart } from './tell.ts'
import { workOff } from './work-off.ts'

/** What the parser makes of the options of `glyphlens batch`. */
export interface BatchCommandOptions extends AsksOptions {
  readonly concurrency?: number
  readonly again?: true
  /** As a person names them. */
  readonly pages?: string
}

type Options = BatchCommandOptions & ProgramOptions

/** Runs `glyphlens batch`. Throws `Failure` when nothing could be tried, or nothing written. */
export async function runBatch(names: readonly string[], options: Options, session: Session): Promise<ExitCode> {
  const { vision, preferences, engine, getPicture } = session.house()
  const asks = asksOf(options, preferences.get())
  requireAddress(vision, asks)
  const { pages, recursive, again } = options
  const range = pages === undefined ? undefined : parsePageRange(pages)
  const { signal } = session.interruption
  const { from, findings } = await findSources(names, {
    recursive: recursive ?? false,
    engine,
    getPicture,
    range,
    signal
  })
  signal.throwIfAborted()
  const output = await destinationOf(options.output)
  requireSense(findings, { output })
  if (from !== undefined) {
    return await perform({ from, asks, again: again ?? false, pages }, { findings, output }, options, session)
  }
  const failures = findings.flatMap((finding) => ('failure' in finding ? [finding.failure] : []))
  for (const failure of failures) tellFailure(session.terminal, failure, { verbose: options.verbose ?? session.debug })
  return exitCodeOfAll(failures.map(({ code }) => code))
}

interface Places {
  readonly findings: readonly Finding[]
  readonly output: Destination | undefined
}

async function perform(
  wish: Wish,
  { findings, output }: Places,
  options: Options,
  session: Session
): Promise<ExitCode> {
  const { terminal, interruption } = session
  const verbose = options.verbose ?? session.debug
  const archive = openArchive(session)
  const adopted = adopt(archive.queue, wish)
  const lost = findings.flatMap((finding) => ('failure' in finding ? [finding] : []))
  const files = findings.length - lost.length
  sayStart(wish.asks, { files, done: Math.min(adopted.done, files) }, options, session)

  const sink = await openTexts(options, { findings, output }, session)
  const namesOf = namesBy(findings)
  const outcomes = createOutcomes({
    entries: archive.library.entries,
    namesOf,
    sink,
    began: Date.now(),
    onDone: (name) => {
      if (verbose) terminal.say(terminal.paint('dim', `${printable(name)}: done`))
    }
  })
  try {
    for (const finding of lost) await outcomes.refused(finding, finding.failure)
    const left = await workOff({
      archive,
      adopted,
      files,
      calls: wish.asks.engine === deviceEngine ? 0 : options.concurrency,
      namesOf,
      outcomes,
      terminal,
      interruption,
      verbose
    })
    await conclude({ left, outcomes, namesOf, sink, terminal, interruption, verbose })
    await archive.library.tidy()
    return outcomes.failures().length > 0 ? exitCodes.failed : exitCodeOfWaits(left)
  } finally {
    await sink?.discard()
  }
}

function sayStart(
  asks: BatchAsks,
  { files, done }: { readonly files: number; readonly done: number },
  { tiles = false }: Options,
  { house, terminal }: Session
): void {
  const { preferences, archive } = house()
  const callee = { engine: asks.engine, model: asks.model }
  const forecast = (calls: number) => archive().queue.forecast(callee, { calls })
  const line = describeStart({ pictures: files, done, tiles }, asks, preferences.get().vision, forecast)
  terminal.say(printable(line))
}

/** The place for the texts, where one was named: they are in the library anyhow. */
async function openTexts(
  { json }: Options,
  { findings, output }: Places,
  { terminal }: Session
): Promise<Sink | undefined> {
  if (!json && output === undefined) return undefined
  return await openSink(terminal, output, { json: json ?? false, several: findings.length > 1, ending: '.txt' })
}
