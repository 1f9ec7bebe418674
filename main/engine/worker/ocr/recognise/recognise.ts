import type { Pixels } from '../../imaging/pixels.ts'
import type { Memory } from '../memory.ts'
import type { ModelClock, Recogniser } from '../network.ts'
import type { Plane } from '../planes.ts'
import type { Strip } from '../strip.ts'
import { batchesOf } from './batches.ts'
import { restoreBlanks } from './blanks.ts'
import { decodeSteps, type Glyph } from './ctc.ts'
import { settleCase } from './letter-case.ts'
import { invert, isDark } from './polarity.ts'
import { repairGlyphs } from './repair.ts'
import { copyStrip } from './snippet.ts'
import { firstTwins } from './twins.ts'

/** What the recogniser made of one strip. */
export interface Recognised {
  readonly strip: Strip
  readonly glyphs: readonly Glyph[]
  /** Where along the strip a step of the recogniser has its middle, 0 to 1. */
  readonly place: (step: number) => number
  /** Mean over the glyphs, 0 when there are none. */
  readonly confidence: number
  /** Its characters stand below each other. */
  readonly vertical: boolean
}

export interface RecogniseOptions {
  readonly recogniser: Recogniser
  readonly planes: readonly Plane[]
  /** Height of the recogniser's input in pixels. */
  readonly height: number
  readonly characters: readonly string[]
  readonly memory: Memory
  readonly clock: ModelClock
  /** Called after each run with the number of lines read by it; may throw to stop. */
  readonly advance: (lines: number) => Promise<void>
}

const narrowest = 16
/**
 * Strips lower than this many pixels hold text of 13 px and less, whose thinnest letters are narrower than one step
 * of the recogniser: "ll" becomes "l". Stretched, they read far better (interface text: 0.16 % wrong, not 0.42).
 */
const smallText = 24
const stretch = 1.2

interface Line {
  readonly strip: Strip
  readonly index: number
  /** At the recogniser's height, in pixels. */
  readonly width: number
}

/** Reads every strip; the answers come in the order of the strips. */
export async function recogniseStrips(
  pixels: Pixels,
  strips: readonly Strip[],
  options: RecogniseOptions
): Promise<Recognised[]> {
  const twins = firstTwins(pixels, strips)
  const lines = strips
    .map((strip, index) => ({ strip, index, width: widthOf(strip, options.height) }))
    .filter(({ index }) => twins[index] === index)
  const answers: Recognised[] = []
  for (const { lines: batch, width } of batchesOf(lines)) {
    for (const [k, recognised] of (await readBatch(pixels, batch, width, options)).entries())
      answers[(batch[k] as Line).index] = recognised
    await options.advance(batch.length)
  }
  if (lines.length < strips.length) await options.advance(strips.length - lines.length)
  return strips.map((strip, index) => ({ ...(answers[twins[index] as number] as Recognised), strip }))
}

function widthOf({ length, thickness }: Strip, height: number): number {
  const width = (length * height * (thickness < smallText ? stretch : 1)) / thickness
  return Math.max(narrowest, Math.round(width))
}

async function readBatch(
  pixels: Pixels,
  batch: readonly Line[],
  stride: number,
  { recogniser, planes, height, characters, memory, clock }: RecogniseOptions
): Promise<Recognised[]> {
  const size = height * stride
  const values = memory(batch.length * 3 * size).fill(0)
  for (const [k, { strip, width }] of batch.entries()) {
    const target = { values, offset: k * 3 * size, stride, size, width, height }
    copyStrip(pixels, strip, planes, target)
    if (isDark(target)) invert(target, planes)
  }
  const { classes, probabilities, steps } = await recogniser(
    values,
    { lines: batch.length, height, width: stride },
    clock
  )
  const pixelsPerStep = stride / steps
  return batch.map(({ strip, width }, k) => {
    const decoded = decodeSteps({ classes, probabilities, from: k * steps, count: steps }, characters)
    const image = { values, offset: k * 3 * size + size, stride, width, height }
    const cased = settleCase(decoded, image, pixelsPerStep)
    const glyphs = repairGlyphs(restoreBlanks(cased, image, pixelsPerStep))
    const confidence = decoded.reduce((sum, glyph) => sum + glyph.confidence, 0) / Math.max(1, decoded.length)
    const place = (step: number): number => Math.min(1, ((step + 0.5) * pixelsPerStep) / width)
    return { strip, glyphs, place, confidence, vertical: false }
  })
}
