import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Box, boundsOf } from '../../../../../main/engine/protocol/geometry.ts'
import type { Progress } from '../../../../../main/engine/protocol/operations.ts'
import { type ReadLine, readLine } from '../../../../../main/engine/protocol/reading.ts'
import type { Pixels } from '../../../../../main/engine/worker/imaging/pixels.ts'
import { Reader } from '../../../../../main/engine/worker/ocr/reader.ts'
import type { Call } from '../../../../../main/engine/worker/service.ts'
import { cancelled } from '../../../../../main/failure.ts'
import { distance } from '../../../../accuracy/distance.ts'
import { embeddedPack } from '../../../../fakes/engine/pack.ts'
import { type FixtureLine, fixturePath, readingFixtures } from '../../../../fixtures/reading/truth.ts'
import { blankPicture, picture, randomValues } from './canvas.ts'

/**
 * Most characters, blanks among them, that may be wrong in a fixture: what the embedded pack misses today. Fixtures
 * that are not named are read without a mistake.
 */
const tolerated: Readonly<Record<string, number>> = {
  'chinese-light': 1, // A straight quote for a wide one.
  'chinese-dark': 1,
  mixed: 10, // No blanks between Chinese and Latin, and o for the last 。
  'turned-90': 2,
  'turned-180': 2,
  'turned-270': 2,
  'vertical-chinese': 2, // Commas, where a line is found in two pieces.
  'tall-strip': 28, // Blanks behind the colon before Chinese.
  'wide-strip': 19, // Blanks around bars between Chinese and Latin.
  code: 12, // Blanks before signs, and what stands beside underscores.
  'code-light': 14,
  sidebar: 2
}

let folder: string
let reader: Reader

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-reader-'))
  reader = await Reader.load(embeddedPack(), { threads: 0, cache: folder })
})
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

async function pixelsOf(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Reads a picture; what it reports and when it stops can be changed. */
async function read(pixels: Pixels, change: Partial<Call> = {}) {
  const call = { signal: new AbortController().signal, report: () => {}, breathe: async () => {}, ...change }
  return await reader.read(pixels, { threads: 0, scale: 0 }, call)
}

/** Share of two boxes that both cover. */
function sharedShare(a: Box, b: Box): number {
  const width = Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0))
  const height = Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0))
  return (width * height) / (areaOf(a) + areaOf(b) - width * height)
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0)
}

/** Two characters are found with as much room around them as a whole line. */
function leastShared({ text }: FixtureLine): number {
  return Array.from(text).length <= 2 ? 0.4 : 0.5
}

/** How far along a drawn line the middle of a read one stands, as a share of it, and how far beside, in thicknesses. */
function placeIn({ quad, vertical }: FixtureLine, line: ReadLine): { along: number; beside: number } {
  const start = quad[0]
  const [end, below] = vertical ? [quad[3], quad[1]] : [quad[1], quad[3]]
  const { x0, y0, x1, y1 } = boundsOf(line.quad)
  const [x, y] = [(x0 + x1) / 2 - (start[0] + below[0]) / 2, (y0 + y1) / 2 - (start[1] + below[1]) / 2]
  const [alongX, alongY] = [end[0] - start[0], end[1] - start[1]]
  const length = Math.hypot(alongX, alongY)
  const thickness = Math.hypot(below[0] - start[0], below[1] - start[1])
  return {
    along: (x * alongX + y * alongY) / length ** 2,
    beside: Math.abs(y * alongX - x * alongY) / length / thickness
  }
}

/** The pieces in which a drawn line was read, from its start. */
function piecesOf(drawn: FixtureLine, lines: readonly ReadLine[]): ReadLine[] {
  return lines
    .map((line) => ({ line, ...placeIn(drawn, line) }))
    .filter(({ along, beside }) => along > 0 && along < 1 && beside < 0.5)
    .toSorted((a, b) => a.along - b.along)
    .map(({ line }) => line)
}

/** The box around all pieces of a line. */
function boundsOfAll(pieces: readonly ReadLine[]): Box {
  const boxes = pieces.map(({ quad }) => boundsOf(quad))
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1))
  }
}

function expectWellFormed(lines: readonly ReadLine[]): void {
  for (const line of lines) {
    expect(readLine.parse(line)).toEqual(line)
    expect(line.text.trim()).not.toBe('')
    expect(line.positions).toHaveLength(Array.from(line.text).length)
    expect(line.confidences).toHaveLength(line.positions.length)
    expect(line.positions).toEqual(line.positions.toSorted((a, b) => a - b))
  }
}

describe('reading fixtures', () => {
  // The embedded pack knows no kana: of Japanese only the place can be right.
  const japanese = 'vertical-japanese'

  it.each(readingFixtures().filter(({ name }) => name !== japanese))('$name', async (fixture) => {
    const found = await read(await pixelsOf(fixturePath(fixture)))
    expect(found).toMatchObject({ width: fixture.width, height: fixture.height, turn: fixture.turn })
    expectWellFormed(found.lines)
    const lines = fixture.lines.map((drawn) => ({ drawn, pieces: piecesOf(drawn, found.lines) }))
    const misplaced = lines.filter(({ drawn, pieces }) => {
      const shared = sharedShare(boundsOfAll(pieces), boundsOf(drawn.quad))
      return !(shared > leastShared(drawn)) || pieces.some(({ vertical }) => vertical !== drawn.vertical)
    })
    expect(misplaced).toEqual([])
    const misread = lines.flatMap(({ drawn, pieces }) => {
      const text = pieces.map((piece) => piece.text).join('')
      return text === drawn.text ? [] : [{ text, wrong: distance(drawn.text, text) }]
    })
    const wrong = misread.reduce((sum, line) => sum + line.wrong, 0)
    expect(wrong <= (tolerated[fixture.name] ?? 0) ? [] : misread).toEqual([])
    const known = lines.flatMap(({ pieces }) => pieces)
    expect(found.lines.filter((line) => !known.includes(line)).map(({ text }) => text)).toEqual([])
  })

  it(`${japanese}: the lines stand where they were drawn`, async () => {
    const fixture = readingFixtures().find(({ name }) => name === japanese)
    if (!fixture) throw new Error(`no fixture ${japanese}`)
    const { lines, turn } = await read(await pixelsOf(fixturePath(fixture)))
    expect(turn).toBe(0)
    expectWellFormed(lines)
    const missed = fixture.lines.filter((drawn) => !piecesOf(drawn, lines).some(({ vertical }) => vertical))
    expect(missed).toEqual([])
  })
})

describe('a call', () => {
  const page = join(import.meta.dirname, '../../../../fixtures/reading/two-columns.png')

  it('is told how far it has come, never backwards, up to the end', async () => {
    const reported: Progress[] = []
    await read(await pixelsOf(page), { report: (progress) => reported.push(progress) })
    for (const stage of ['detect', 'recognise'] as const) {
      const steps = reported.filter((progress) => progress.stage === stage)
      const done = steps.map((progress) => progress.done)
      expect(done.length).toBeGreaterThan(0)
      expect(done).toEqual(done.toSorted((a, b) => a - b))
      expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
      expect(new Set(steps.map(({ total }) => total)).size).toBe(1)
    }
    const stages = reported.map(({ stage }) => stage)
    expect(stages.lastIndexOf('detect')).toBeLessThan(stages.indexOf('recognise'))
  })

  it.each([1, 2, 4])('that is cancelled ends at step %i', async (step) => {
    let steps = 0
    const breathe = async (): Promise<void> => {
      if (++steps === step) throw cancelled()
    }
    await expect(read(await pixelsOf(page), { breathe })).rejects.toMatchObject({ code: 'cancelled' })
    expect(steps).toBe(step)
  })

  it('tells the times', async () => {
    const { milliseconds, pack } = await read(await pixelsOf(page))
    expect(pack).toBe('ppocr-v4-mobile')
    expect(milliseconds.model).toBeGreaterThan(0)
    expect(milliseconds.model).toBeLessThan(milliseconds.detect + milliseconds.recognise)
  })
})

describe('colours', () => {
  it.each([
    ['red on black', [255, 0, 0], [0, 0, 0]],
    ['blue on black', [0, 0, 255], [0, 0, 0]],
    ['yellow on white', [255, 255, 0], [255, 255, 255]]
  ])('%s is read', async (_name, ink, ground) => {
    const grey = await pixelsOf(join(import.meta.dirname, '../../../../fixtures/reading/light.png'))
    const data = grey.data.map((value, index) => {
      const [from, to] = [ink[index % 3] ?? 0, ground[index % 3] ?? 0]
      return from + ((to - from) * value) / 255
    })
    const { lines } = await read({ ...grey, data })
    expect(lines.map(({ text }) => text)).toContain('The lighthouse keeper counts the boats at dusk.')
  })
})

describe('odd pictures', () => {
  const random = randomValues(7)
  const coarse = Array.from({ length: 100 * 100 }, () => (random() > 0.5 ? 255 : 0))

  it.each([
    ['one pixel', blankPicture(1, 1)],
    ['one row', picture(500, 1, (x) => (x % 7) * 40)],
    ['a blank page', blankPicture(700, 500)],
    ['a narrow strip', picture(3, 9000, (x, y) => (x === 1 && y % 400 < 14 ? 0 : 255))],
    ['a flat strip', picture(20_000, 4, (x, y) => (y === 1 && x % 20 < 14 ? 0 : 255))]
  ])('%s holds no text', async (_name, pixels) => {
    expect(await read(pixels)).toMatchObject({ width: pixels.width, height: pixels.height, turn: 0, lines: [] })
  })

  it.each([
    ['fine noise', picture(400, 400, () => random() * 255)],
    ['coarse noise', picture(400, 400, (x, y) => coarse[(y >> 2) * 100 + (x >> 2)] ?? 0)],
    ['a dotted grid', picture(400, 400, (x, y) => (x % 12 < 4 && y % 12 < 4 ? 0 : 255))],
    ['stripes', picture(400, 400, (_x, y) => (y % 16 < 8 ? 0 : 255))]
  ])('%s is no failure', async (_name, pixels) => {
    const found = await read(pixels)
    expect(found).toMatchObject({ width: 400, height: 400 })
    expectWellFormed(found.lines)
  })

  it('small print across a very wide picture is read in pieces', async () => {
    const width = 7200
    const tile = await pixelsOf(join(import.meta.dirname, '../../../../fixtures/reading/size-10.png'))
    const data = new Uint8Array(width * 24 * 3)
    for (let y = 0; y < 24; y++) {
      for (let x = 0; x < width; x++) {
        const from = ((y + 14) * tile.width + 20 + (x % 240)) * 3
        data.set(tile.data.subarray(from, from + 3), (y * width + x) * 3)
      }
    }
    const { lines } = await read({ data, width, height: 24 })
    expect(lines.length).toBeGreaterThan(1)
    expectWellFormed(lines)
    expect(
      lines
        .map(({ text }) => text)
        .join(' ')
        .split('smallest')
    ).toHaveLength(width / 240 + 1)
  })
})
