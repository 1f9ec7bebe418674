import type { Quad } from '../../../main/engine/protocol/geometry.ts'
import type { Reading, ReadLine, Ruling } from '../../../main/engine/protocol/reading.ts'

/** Text with the left and the top of its box, and the height of the box (16 when left out). */
export type Placed = readonly [text: string, x: number, y: number, size?: number]

const unspaced = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff65]/u

/** Width of a text in a font whose Latin letters are half as wide as its lines are high. */
export function widthOf(text: string, size = 16): number {
  return Array.from(text).reduce((width, character) => width + (unspaced.test(character) ? size : size / 2), 0)
}

/** A reading of hand-placed lines in such a font. */
export function readingOf(placed: readonly Placed[], rulings: readonly Ruling[] = []): Reading {
  return readingFrom(placed.map(lineOf), rulings)
}

export function readingFrom(lines: readonly ReadLine[], rulings: readonly Ruling[] = []): Reading {
  return {
    width: 2000,
    height: 2000,
    turn: 0,
    lines: [...lines],
    rulings: [...rulings],
    pack: 'none',
    milliseconds: { decode: 0, detect: 0, recognise: 0, model: 0, total: 0 }
  }
}

function lineOf([text, x, y, size = 16]: Placed): ReadLine {
  const width = widthOf(text, size)
  let used = 0
  const positions = Array.from(text).map((character) => {
    const own = widthOf(character, size)
    used += own
    return (used - own / 2) / width
  })
  return makeLine(text, boxQuad(x, y, x + width, y + size), positions)
}

/** A line whose letters are spread evenly. */
export function makeLine(text: string, quad: Quad, positions?: number[], vertical = false): ReadLine {
  const characters = Array.from(text)
  return {
    text,
    quad,
    confidence: 1,
    positions: positions ?? characters.map((_, index) => (index + 0.5) / characters.length),
    confidences: characters.map(() => 1),
    vertical
  }
}

export function boxQuad(x0: number, y0: number, x1: number, y1: number): Quad {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1]
  ]
}

/** The same reading turned about the origin by `degrees`, clockwise. */
export function turned(reading: Reading, degrees: number): Reading {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return mapPoints(reading, ([x, y]) => [x * cos - y * sin, x * sin + y * cos])
}

export function mapPoints(reading: Reading, move: (point: [number, number]) => [number, number]): Reading {
  const lines = reading.lines.map((line) => ({
    ...line,
    quad: [move(line.quad[0]), move(line.quad[1]), move(line.quad[2]), move(line.quad[3])] satisfies Quad
  }))
  const rulings = reading.rulings.map((ruling) => {
    const [x0, y0] = move([ruling.x0, ruling.y0])
    const [x1, y1] = move([ruling.x1, ruling.y1])
    return { x0, y0, x1, y1 }
  })
  return { ...reading, lines, rulings }
}
