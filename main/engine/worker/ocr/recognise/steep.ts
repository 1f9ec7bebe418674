import type { Pixels } from '../../imaging/pixels.ts'
import { type Strip, turned } from '../strip.ts'
import { type Recognised, type RecogniseOptions, recogniseStrips } from './recognise.ts'
import { unstack } from './unstack.ts'

/** Taller than this many times its width, a strip cannot be one upright character. */
const oneCharacter = 3

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wellRead = 0.75
/** In vertical writing a comma stands in the upper right of its cell, where the recogniser takes it for a quote. */
const comma = /^[’']$/

/**
 * Reads strips that run up or down in every way that such a line can be meant: turned to either side, as characters
 * that stand below each other, and, when it is short, as an upright character. The most confident way wins.
 */
export async function recogniseSteep(
  pixels: Pixels,
  strips: readonly Strip[],
  options: RecogniseOptions
): Promise<Recognised[]> {
  if (strips.length === 0) return []
  const silent = { ...options, advance: () => options.advance(0) }
  const ways = [
    await recogniseStrips(pixels, strips, silent),
    await recogniseStrips(
      pixels,
      strips.map((strip) => turned(strip, 2)),
      silent
    )
  ]
  const best: Recognised[] = []
  for (const [index, strip] of strips.entries()) {
    const turnedWays = ways.map((way) => way[index] as Recognised)
    best.push(await bestWay(pixels, strip, turnedWays, silent))
    await options.advance(1)
  }
  return best
}

async function bestWay(
  pixels: Pixels,
  strip: Strip,
  turnedWays: readonly Recognised[],
  options: RecogniseOptions
): Promise<Recognised> {
  const stacked = isLevel(strip) ? await recogniseStacked(pixels, strip, options) : undefined
  if (stacked && isVerticalWriting(stacked)) return stacked
  const isShort = strip.length < strip.thickness * oneCharacter
  const upright = isShort ? await recogniseStrips(pixels, [turned(strip, -1)], options) : []
  return [...turnedWays, ...upright].reduce((a, b) => (b.confidence > a.confidence ? b : a))
}

/** Chinese or Japanese that reads well character by character; Latin letters below each other are rare and read worse. */
function isVerticalWriting({ glyphs, confidence }: Recognised): boolean {
  const wide = glyphs.filter(({ text }) => eastAsian.test(text)).length
  return confidence >= wellRead && wide >= 2 && wide > glyphs.length / 2
}

/** Reads a tall upright strip from top to bottom, character by character. */
export async function recogniseStacked(pixels: Pixels, strip: Strip, options: RecogniseOptions): Promise<Recognised> {
  const row = unstack(pixels, strip)
  const { width, height } = row.pixels
  const whole: Strip = { x: width / 2, y: height / 2, length: width, thickness: height, angle: 0, score: strip.score }
  const [read] = await recogniseStrips(row.pixels, [whole], options)
  const { glyphs, confidence, place } = read as Recognised
  const cells = row.positions.length
  return {
    strip: turned(strip, -1),
    glyphs: glyphs.map((glyph) => (comma.test(glyph.text) ? { ...glyph, text: '，' } : glyph)),
    confidence,
    place: (step) => row.positions[Math.min(cells - 1, Math.floor(place(step) * cells))] as number,
    vertical: true
  }
}

/** Runs exactly downwards: only then can its characters stand upright below each other. */
export function isLevel({ angle }: Strip): boolean {
  return Math.abs(Math.cos(angle)) < 1e-6
}
