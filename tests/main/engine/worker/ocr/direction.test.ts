import { describe, expect, it } from 'vitest'
import { findSideways, isUpsideDown } from '../../../../../main/engine/worker/ocr/direction.ts'
import type { Strip } from '../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw } from './canvas.ts'
import { recognised } from './recognise/glyphs.ts'
import { recogniserThat, type Shown } from './recognise/recogniser.ts'

/** A page whose upper and left half is grey: which half a line begins with tells in which direction it is read. */
const page = draw(
  blankPicture(400, 400),
  [
    { x0: 0, y0: 0, x1: 400, y1: 200 },
    { x0: 0, y0: 200, x1: 200, y1: 400 }
  ],
  190
)

/** Five lines that run down through the grey and the white quarter of the right half. */
const steep = Array.from(
  { length: 5 },
  (_, k): Strip => ({ x: 220 + k * 35, y: 200, length: 300, thickness: 20, angle: Math.PI / 2, score: 1 })
)
const level = steep.map((strip): Strip => ({ ...strip, x: 200, y: strip.x, angle: 0 }))

const beginsGrey = ({ row }: Shown): boolean => (row[8] ?? 0) < 0.9
/** Without ink a column is one character, a single cell. */
const isStacked = ({ row }: Shown): boolean => row.length < 100

describe('findSideways', () => {
  it.each([
    ['reads downwards', { down: 0.95, up: 0.5, stacked: 0.4 }, 270],
    ['reads upwards', { down: 0.5, up: 0.95, stacked: 0.4 }, 90],
    ['is vertical writing', { down: 0.95, up: 0.5, stacked: 0.9 }, 0],
    ['is vertical writing, read worse than on its side but well', { down: 0.99, up: 0.97, stacked: 0.98 }, 0]
  ])('a page that %s', async (_name, trust, turn) => {
    const { options } = recogniserThat((shown) => ({
      text: 'abcdef',
      confidence: isStacked(shown) ? trust.stacked : beginsGrey(shown) ? trust.down : trust.up
    }))
    expect(await findSideways(page, steep, options)).toBe(turn)
  })

  it.each([
    ['without lines', []],
    ['of level lines', level],
    ['with a few steep ones', [...level, ...steep.slice(0, 3)]],
    ['of short steep ones', steep.map((strip) => ({ ...strip, length: 50 }))]
  ])('a page %s is not read on trial', async (_name, strips) => {
    const { options, shown } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    expect(await findSideways(page, strips, options)).toBe(0)
    expect(shown).toEqual([])
  })
})

describe('isUpsideDown', () => {
  const read = level.map((strip) => recognised('abcdef', 0.6, { strip }))

  it.each([
    ['reads better on its head', 0.9, true],
    ['reads as badly on its head', 0.62, false]
  ])('a page that %s', async (_name, confidence, expected) => {
    const { options } = recogniserThat(() => ({ text: 'abcdef', confidence }))
    expect(await isUpsideDown(page, read, options)).toBe(expected)
  })

  it.each([
    ['that reads well', level.map((strip) => recognised('abcdef', 0.95, { strip }))],
    ['without text', []]
  ])('a page %s is not read on trial', async (_name, lines) => {
    const { options, shown } = recogniserThat(() => ({ text: 'a', confidence: 1 }))
    expect(await isUpsideDown(page, lines, options)).toBe(false)
    expect(shown).toEqual([])
  })
})
