import type { Quad } from '../../engine/protocol/geometry.ts'
import type { Code, Reading, ReadLine } from '../../engine/protocol/reading.ts'
import type { TextRecord } from '../output/record.ts'

/** What `--json` tells of a picture that was read. Promised in docs/command-line.md: fields may be added, none changes its meaning. */
export interface ReadingRecord extends TextRecord {
  readonly lines: readonly LineRecord[]
  /** QR codes and barcodes; absent when looking for them failed. */
  readonly codes?: readonly Code[]
  readonly width: number
  readonly height: number
  readonly turn: Reading['turn']
  /** The file was damaged or its end missing: only what could be decoded was read. */
  readonly partial?: true
  readonly pack: string
  /** Time of reading inside the engine. */
  readonly milliseconds: number
}

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
    ...(reading.codes !== undefined && { codes: reading.codes.map(recordCode) }),
    width: reading.width,
    height: reading.height,
    turn: reading.turn,
    ...(reading.partial && { partial: true }),
    pack: reading.pack,
    milliseconds: Math.round(reading.milliseconds.total)
  }
}

/** A tenth of a pixel and a hundredth of a per cent are finer than the models are. */
function recordLine(line: ReadLine): LineRecord {
  return { text: line.text, quad: roundQuad(line.quad), confidence: round(line.confidence, 4) }
}

function recordCode(code: Code): Code {
  return { ...code, quad: roundQuad(code.quad) }
}

/** A quad as it is written: to a tenth of a pixel. */
export function roundQuad([a, b, c, d]: Quad): Quad {
  return [roundPoint(a), roundPoint(b), roundPoint(c), roundPoint(d)]
}

function roundPoint([x, y]: Quad[number]): Quad[number] {
  return [round(x, 1), round(y, 1)]
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
