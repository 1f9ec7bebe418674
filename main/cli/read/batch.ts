import type { House } from '../../compose.ts'
import { asFailure, Failure } from '../../failure.ts'
import { tellFailure } from '../errors.ts'
import type { Finding } from '../input/inputs.ts'
import { loadPicture } from '../input/load.ts'
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
  readonly getPicture: House['getPicture']
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
  const { findings, sink, terminal, signal, verbose } = batch
  let number = 0
  let good = true
  for await (const [finding, loaded] of loadAhead(findings, (next) => loadPicture(next, batch.getPicture, signal))) {
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

/** An empty text is a result, but one that a person wonders about. */
function tellReading(terminal: Terminal, record: ReadingRecord, verbose: boolean): void {
  if (record.text.trim() === '') terminal.say(`No text was found in ${printable(record.file)}.`)
  else if (verbose) {
    const { file, lines, milliseconds } = record
    terminal.say(
      terminal.paint(
        'dim',
        `${printable(file)}: ${lines.length} ${lines.length === 1 ? 'line' : 'lines'} in ${milliseconds} ms`
      )
    )
  }
}
