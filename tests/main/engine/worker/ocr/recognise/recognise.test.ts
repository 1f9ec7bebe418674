import { describe, expect, it } from 'vitest'
import { recogniseStrips } from '../../../../../../main/engine/worker/ocr/recognise/recognise.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw } from '../canvas.ts'
import { textOf } from './glyphs.ts'
import { recogniserThat } from './recogniser.ts'

/** A level strip at the left edge, 48 pixels thick, so that lengths are widths of the recogniser's input. */
function strip(y: number, length: number, thickness = 48): Strip {
  return { x: length / 2, y, length, thickness, angle: 0, score: 1 }
}

const letters = 'abcdefghij'
const strips = Array.from({ length: 10 }, (_, k) => strip(24 + k * 48, 120 + ((k * 37) % 100) * 8))
/** One grey for each strip. */
const page = strips.reduce(
  (pixels, { y }, k) => draw(pixels, [{ x0: 0, y0: y - 24, x1: 1000, y1: y + 24 }], 100 + k * 10),
  blankPicture(1000, 480)
)

async function enough(): Promise<void> {
  throw new Error('enough')
}

describe('recogniseStrips', () => {
  it('answers in the order of the strips, however they were grouped', async () => {
    const { options, advanced } = recogniserThat(({ row }) => ({
      text: letters[Math.round(((row[0] ?? 0) * 255 - 100) / 10)] ?? '',
      confidence: 0.75
    }))
    const read = await recogniseStrips(page, strips, options)
    expect(read.map(({ glyphs }) => textOf(glyphs))).toEqual(Array.from(letters))
    expect(read.map((line) => line.strip)).toEqual(strips)
    expect(read.map(({ confidence }) => confidence)).toEqual(strips.map(() => 0.75))
    expect(advanced.reduce((sum, lines) => sum + lines, 0)).toBe(10)
  })

  it.each([
    ['small text is stretched', strip(24, 100, 20), 288],
    ['other text keeps its shape', strip(24, 100, 24), 200],
    ['a sliver gets a width', strip(24, 1, 48), 16]
  ])('%s', async (_name, line, width) => {
    const { options, shown } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    await recogniseStrips(page, [line], options)
    expect(shown.map((one) => one.width)).toEqual([width])
  })

  it('tells where along the strip each letter stands', async () => {
    const { options } = recogniserThat(() => ({ text: 'ab', confidence: 1 }))
    const [line] = await recogniseStrips(page, [strip(24, 160)], options)
    expect(line?.glyphs.map(({ step }) => line.place(step))).toEqual([0.025, 0.075])
    expect(line?.place(10_000)).toBe(1)
  })

  it('shows dark lines as their negative', async () => {
    const dark = draw(blankPicture(200, 48, 20), [{ x0: 0, y0: 0, x1: 8, y1: 48 }], 220)
    const { options, shown } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    await recogniseStrips(dark, [strip(24, 200)], options)
    expect(shown[0]?.row[0]).toBeCloseTo(35 / 255)
    expect(shown[0]?.row[100]).toBeCloseTo(235 / 255)
  })

  it('a line without text is sure of nothing', async () => {
    const { options } = recogniserThat(() => ({ text: '', confidence: 1 }))
    expect(await recogniseStrips(page, [strip(24, 100)], options)).toMatchObject([{ glyphs: [], confidence: 0 }])
    expect(await recogniseStrips(page, [], options)).toEqual([])
  })

  it('ends when it is told to', async () => {
    const { options } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    await expect(recogniseStrips(page, strips, { ...options, advance: enough })).rejects.toThrow('enough')
  })
})
