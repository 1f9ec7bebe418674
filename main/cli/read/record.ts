import type { Quad } from '../../engine/protocol/geometry.ts'
import type { Reading, ReadLine } from '../../engine/protocol/reading.ts'
import type { Failure, FailureCode } from '../../failure.ts'

/** What `--json` tells of a picture that was read. Promised in the README: fields may be added, none changes its meaning. */
export interface ReadingRecord {
  readonly file: string
  readonly text: string
  readonly lines: readonly LineRecord[]
  readonly width: number
  readonly height: number
  readonly turn: Reading['turn']
  readonly pack: string
  /** Time of reading inside the engine. */
  readonly milliseconds: number
}

/** What `--json` tells of a picture that could not be read. */
export interface FailureRecord {
  readonly file: string
  readonly error: { readonly code: FailureCode; readonly message: string; readonly advice?: string }
}

export type PictureRecord = ReadingRecord | FailureRecord

interface LineRecord {
  readonly text: string
  readonly quad: Quad
  readonly confidence: number
}

/** `lines` are the reading's own, in reading order. */
export function recordReading(file: string, reading: Reading, lines: readonly ReadLine[], text: string): ReadingRecord {
  return {
    file,
    text,
    lines: lines.map(recordLine),
    width: reading.width,
    height: reading.height,
    turn: reading.turn,
    pack: reading.pack,
    milliseconds: Math.round(reading.milliseconds.total)
  }
}

export function recordFailure(file: string, failure: Failure): FailureRecord {
  const { code, message, advice } = failure
  return { file, error: { code, message, ...(advice !== undefined && { advice }) } }
}

/** A tenth of a pixel and a hundredth of a per cent are finer than the models are. */
function recordLine(line: ReadLine): LineRecord {
  const [a, b, c, d] = line.quad
  return {
    text: line.text,
    quad: [roundPoint(a), roundPoint(b), roundPoint(c), roundPoint(d)],
    confidence: round(line.confidence, 4)
  }
}

function roundPoint([x, y]: Quad[number]): Quad[number] {
  return [round(x, 1), round(y, 1)]
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
