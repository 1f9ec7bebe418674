import { Failure } from '../../failure.ts'
import { VisionFailure } from '../../vision/failure.ts'
import { tellFailure } from '../errors.ts'
import { type ExitCode, exitCodeOf, exitCodeOfAll } from '../exit-codes.ts'
import type { Finding } from '../input/inputs.ts'
import type { Sink } from '../output/sink.ts'
import { printable, printableText, type Terminal } from '../terminal.ts'
import type { Announcer } from './announcer.ts'
import type { Answer } from './ask-one.ts'
import { inOrder } from './in-order.ts'
import { recordAskFailure } from './record.ts'
import { stopsAll } from './stops.ts'
import { counted, describeCost } from './tell.ts'

export interface Batch {
  readonly findings: readonly Finding[]
  /** Must not reject. */
  readonly ask: (finding: Finding, index: number) => Promise<Answer | Failure>
  /** Most pictures at a time. */
  readonly atATime: number
  /** Takes what came of each picture in their order, good or not. */
  readonly sink: Sink
  readonly onAnswer: (answer: Answer) => void
  readonly announcer: Announcer
  readonly terminal: Terminal
  readonly signal: AbortSignal
  readonly verbose: boolean
  /** Whether the beginning of an answer that broke off is told: neither a record nor a screen has it. */
  readonly partials: boolean
}

/**
 * Asks about all pictures. One that fails does not keep the others from being asked about, unless they would all fail of
 * the same. Throws when the command was interrupted or the answers could not be written.
 */
export async function askAll(batch: Batch): Promise<ExitCode> {
  const { findings, ask, atATime, signal } = batch
  const failures: Failure[] = []
  let tried = 0
  const outcomes = inOrder(findings, ask, {
    atATime,
    proves: (outcome) => !(outcome instanceof Failure),
    stops: (outcome) => signal.aborted || (outcome instanceof Failure && stopsAll(outcome))
  })
  for await (const [finding, outcome] of outcomes) {
    signal.throwIfAborted()
    batch.terminal.clearProgress()
    tried += 1
    const failure = outcome instanceof Failure ? outcome : outcome.failure
    if (failure !== undefined) {
      // What stops all is met as well by those that were on their way: once said is enough.
      if (!stopsAll(failure) || failures.every(({ code }) => code !== failure.code)) tell(batch, finding, failure)
      failures.push(failure)
    }
    await take(batch, finding, outcome)
  }
  return conclude(batch, failures, findings.length - tried)
}

function conclude({ terminal }: Batch, failures: readonly Failure[], untried: number): ExitCode {
  if (untried > 0) terminal.say(`${counted(untried, 'more picture')} would meet the same: not tried.`)
  const stopping = failures.find(stopsAll)
  return stopping === undefined ? exitCodeOfAll(failures.map(({ code }) => code)) : exitCodeOf(stopping.code)
}

function tell({ findings, terminal, verbose, partials }: Batch, { name }: Finding, failure: Failure): void {
  const about = findings.length > 1 && !stopsAll(failure) ? { about: name } : {}
  tellFailure(terminal, failure, { ...about, verbose })
  const partial = failure instanceof VisionFailure ? failure.partial?.trim() : undefined
  if (partials && partial) terminal.say(`  What had come of the answer:\n${printableText(partial)}`)
}

async function take(batch: Batch, finding: Finding, outcome: Answer | Failure): Promise<void> {
  const { announcer, terminal, verbose, sink, onAnswer } = batch
  if (outcome instanceof Failure) return sink.put(finding, recordAskFailure(finding.name, outcome))
  const { record, notices, answered } = outcome
  announcer.notices(finding.name, notices)
  if (verbose && answered !== undefined) {
    terminal.say(terminal.paint('dim', printable(`${finding.name}: ${describeCost(answered)}`)))
  }
  onAnswer(outcome)
  await sink.put(finding, record)
}
