import { Failure } from '../../failure.ts'
import type { CustomTask, TaskName } from '../../tasks/options.ts'
import { concurrencyOf } from '../../vision/concurrency.ts'
import type { Meter } from '../../vision/metered.ts'
import { presetOf } from '../../vision/presets.ts'
import type { ExitCode } from '../exit-codes.ts'
import { counted } from '../library/counted.ts'
import { openSink } from '../output/open.ts'
import type { Sink } from '../output/sink.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { createAnnouncer } from './announcer.ts'
import { askAll } from './batch.ts'
import { type DatasetPicture, writeDataset } from './dataset.ts'
import { createLiveText, type LiveText } from './live-text.ts'
import { type AskCommandOptions, type AskTask, wishesOf } from './options.ts'
import { ownTask } from './own-task.ts'
import { createPerformer } from './perform.ts'
import { findPlaces, type Places } from './places.ts'
import { endingOf } from './write.ts'

type Options = AskCommandOptions & ProgramOptions

/** Runs a command that asks a vision model. Throws `Failure` when nothing could be tried, or nothing written. */
export function askPictures(
  command: AskTask,
  names: readonly string[],
  options: Options,
  session: Session
): Promise<ExitCode> {
  return counted(session, (meter) => askThem(command, names, options, { ...session, meter }))
}

async function askThem(
  command: AskTask,
  names: readonly string[],
  options: Options,
  session: Session & { readonly meter: Meter }
): Promise<ExitCode> {
  const { terminal, interruption, meter } = session
  const house = session.house()
  const own = options.task === undefined ? undefined : ownTask(options.task, house.preferences.get().tasks.custom)
  const task = own === undefined ? command : 'custom'
  requireData(command, options, own)
  const wishes = wishesOf(task, options, own)
  const preferences = house.preferences.get().vision
  const atATime = concurrencyOf(preferences, presetOf(options.provider ?? preferences.provider))
  const places = await findPlaces(names, options, session)
  const { findings, boxes, dataset } = places

  // Calls may be on their way when the command ends early, because nobody reads its output any more.
  const end = new AbortController()
  const signal = AbortSignal.any([interruption.signal, end.signal])
  const verbose = options.verbose ?? session.debug
  const announcer = createAnnouncer(terminal, { pictures: findings.length, verbose })
  const live = showsLive(own?.result ?? task, options, places, session) ? createLiveText(terminal) : undefined
  const ask = createPerformer({
    setup: { house, meter, task, wishes, format: options.format, boxes, exporting: dataset !== undefined, signal },
    dryRun: options.dryRun ?? false,
    pictures: findings.length,
    announcer,
    terminal,
    live
  })
  const labelled: DatasetPicture[] = []
  const sink = await openAnswers(task, options, places, session, live)
  try {
    const exitCode = await askAll({
      findings,
      ask,
      atATime,
      sink,
      onAnswer: (answer) => {
        if (answer.labelled !== undefined) labelled.push(answer.labelled)
      },
      announcer,
      terminal,
      signal,
      verbose,
      partials: !options.json && live === undefined
    })
    await sink.finish()
    if (dataset !== undefined && labelled.length > 0) await writeDataset(dataset, labelled, options.categories)
    return exitCode
  } finally {
    end.abort()
    await sink.discard()
  }
}

/** A form of data is refused before a call that could not bring any. */
function requireData(command: AskTask, { format }: Options, own: CustomTask | undefined): void {
  const brings = own === undefined ? command === 'chart' || command === 'table' : hasRows.has(own.result)
  if (format === undefined || brings) return
  throw new Failure('usage', '--format is for answers with charts or tables.', { advice: 'Leave it out.' })
}

const hasRows: ReadonlySet<CustomTask['result']> = new Set<CustomTask['result']>(['chart', 'tables'])

/** Tasks whose answer is printed as the model writes it; all others are read first. */
const asWritten: ReadonlySet<string> = new Set<TaskName | CustomTask['result']>([
  'describe',
  'ask',
  'ocr',
  'translate',
  'text'
])

/** Only one answer can grow on a screen. */
function showsLive(
  kind: TaskName | CustomTask['result'],
  { json, dryRun }: Options,
  places: Places,
  { terminal }: Session
): boolean {
  const onScreen = terminal.screen && places.output === undefined
  return onScreen && asWritten.has(kind) && places.findings.length === 1 && !json && !dryRun
}

async function openAnswers(
  task: TaskName,
  { json, format, dryRun }: Options,
  { findings, output }: Places,
  { terminal }: Session,
  live: LiveText | undefined
): Promise<Sink> {
  const several = findings.length > 1
  const ending = dryRun ? '.txt' : endingOf(task, format)
  const sink = await openSink(terminal, output, { json: json ?? false, several, ending })
  if (live === undefined) return sink
  // What the person has seen grow is not printed once more.
  return { ...sink, put: (input, record) => (live.shown() ? Promise.resolve() : sink.put(input, record)) }
}
