import { asFailure, Failure } from '../../failure.ts'
import { partialPicture } from '../../pictures/partial.ts'
import { tellFailure } from '../errors.ts'
import type { Finding } from '../input/inputs.ts'
import type { Position } from '../output/progress.ts'
import { recordFailure } from '../output/record.ts'
import type { Sink } from '../output/sink.ts'
import { printable, type Terminal } from '../terminal.ts'
import { loadAhead } from './load-ahead.ts'
import { showProgress } from './progress.ts'
import type { ReadPicture } from './reader.ts'
import type { ReadingRecord } from './record.ts'

export interface Batch {
  readonly findings: readonly Finding[]
  /** The bytes of a picture, or the reason why there are none. Never rejects. */
  readonly load: (finding: Finding) => Promise<Uint8Array | Failure>
  readonly read: ReadPicture
  readonly sink: Sink
  readonly terminal: Terminal
  readonly signal: AbortSignal
  readonly verbose: boolean
}

/**
 * Reads all pictures in their order. One that fails is told of and does not keep the others from being read. Gives
 * whether all could be read; throws when the command was interrupted or the texts could not be written.
 */
export async function readAll(batch: Batch): Promise<boolean> {
  const { findings, load, sink, terminal, signal, verbose } = batch
  let number = 0
  let good = true
  for await (const [finding, loaded] of loadAhead(findings, load)) {
    number += 1
    const outcome = await readOne(finding, loaded, { number, of: findings.length }, batch)
    // A read that was cut off fails in many ways; what counts is that the person wished it.
    signal.throwIfAborted()
    terminal.clearProgress()
    if (outcome instanceof Failure) {
      good = false
      tellFailure(terminal, outcome, { about: finding.name, verbose })
    } else {
      tellReading(terminal, outcome, verbose)
    }
    await sink.put(finding, outcome instanceof Failure ? recordFailure(finding.name, outcome) : outcome)
  }
  return good
}

async function readOne(
  finding: Finding,
  loaded: Uint8Array | Failure,
  position: Position,
  { read, terminal }: Batch
): Promise<ReadingRecord | Failure> {
  if (loaded instanceof Failure) return loaded
  showProgress(terminal, finding.name, position)
  try {
    return await read(finding, loaded, (progress) => showProgress(terminal, finding.name, position, progress))
  } catch (thrown) {
    return asFailure(thrown)
  }
}

/** An empty text is a result, but one that a person wonders about: what else the picture holds may be the answer. */
function tellReading(terminal: Terminal, record: ReadingRecord, verbose: boolean): void {
  const { file, text, lines, codes = [], partial = false, milliseconds } = record
  const empty = text.trim() === ''
  const tell = (sentence: string): void => terminal.say(terminal.paint('dim', printable(sentence)))
  if (partial) tellProblem(terminal, file, partialPicture.message)
  if (empty) terminal.say(`No text was found in ${printable(file)}.`)
  else if (verbose) tell(`${file}: ${lines.length} ${lines.length === 1 ? 'line' : 'lines'} in ${milliseconds} ms`)
  if (empty || verbose) for (const code of codes) tell(`${file}: ${code.format} ${code.text}`)
}

/** Puts something odd about a picture that is read all the same on standard error. */
export function tellProblem(terminal: Terminal, name: string, problem: string): void {
  terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${printable(name)}: ${printable(problem)}`)
}
