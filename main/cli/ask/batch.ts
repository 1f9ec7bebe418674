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
  const { findings, ask, atATime, sink, terminal, signal } = batch
  const failures: Failure[] = []
  let stopping: Failure | undefined
  let tried = 0
  const outcomes = inOrder(findings, ask, {
    atATime,
    proves: (outcome) => !(outcome instanceof Failure),
    stops: (outcome) => signal.aborted || (outcome instanceof Failure && stopsAll(outcome))
  })
  for await (const [finding, outcome] of outcomes) {
    signal.throwIfAborted()
    terminal.clearProgress()
    tried += 1
    const failure = outcome instanceof Failure ? outcome : outcome.failure
    if (failure !== undefined) {
      // Those that were on their way met the same: once said is enough.
      if (failure.code !== stopping?.code) tell(batch, finding, failure)
      if (stopsAll(failure)) stopping ??= failure
      failures.push(failure)
    }
    if (outcome instanceof Failure) await sink.put(finding, recordAskFailure(finding.name, outcome))
    else await take(batch, finding, outcome)
  }
  if (stopping === undefined) return exitCodeOfAll(failures.map(({ code }) => code))
  const untried = findings.length - tried
  if (untried > 0)
    terminal.say(`${counted(untried, 'picture')} behind it would meet the same and ${were(untried)} not tried.`)
  return exitCodeOf(stopping.code)
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}

function tell({ findings, terminal, verbose, partials }: Batch, { name }: Finding, failure: Failure): void {
  tellFailure(terminal, failure, { ...(findings.length > 1 && { about: name }), verbose })
  const partial = failure instanceof VisionFailure ? failure.partial?.trim() : undefined
  if (partials && partial) terminal.say(`  What had come of the answer:\n${printableText(partial)}`)
}

async function take({ announcer, terminal, verbose, sink, onAnswer }: Batch, finding: Finding, answer: Answer) {
  const { record, notices, answered } = answer
  announcer.notices(finding.name, notices)
  if (verbose && answered !== undefined) {
    terminal.say(terminal.paint('dim', printable(`${finding.name}: ${describeCost(answered)}`)))
  }
  onAnswer(answer)
  await sink.put(finding, record)
}
