import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../../main/engine/protocol/geometry.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { unstack } from '../../../../../../main/engine/worker/ocr/recognise/unstack.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw, valueAt } from '../canvas.ts'

/** A strip that runs straight down from `y0` to `y1`. */
function column(x: number, y0: number, y1: number, breadth = 30): Strip {
  return { x, y: (y0 + y1) / 2, length: y1 - y0, thickness: breadth, angle: Math.PI / 2, score: 1 }
}

/** A hollow square of 20 pixels, ruled every fourth column so that each of its rows has ink and paper. */
function character(x0: number, y0: number): Box[] {
  return [0, 4, 8, 12, 16].map((dx) => ({ x0: x0 + dx, y0, x1: x0 + dx + (dx === 16 ? 4 : 2), y1: y0 + 20 }))
}

/** Black pixels of each cell of a row. */
function inkOf(pixels: Pixels, cells: number): number[] {
  const side = pixels.width / cells
  return Array.from({ length: cells }, (_, cell) => {
    let ink = 0
    for (let y = 0; y < pixels.height; y++)
      for (let x = 0; x < side; x++) if (valueAt(pixels, cell * side + x, y) === 0) ink++
    return ink
  })
}

const characterInk = 20 * 12

describe('unstack', () => {
  it('lays characters below each other side by side', () => {
    const page = draw(
      blankPicture(100, 160),
      [10, 40, 70, 110].flatMap((y) => character(40, y))
    )
    const { pixels, positions } = unstack(page, column(50, 0, 140))
    expect(positions.map((position) => position * 140)).toEqual([20, 50, 80, 120].map((y) => expect.closeTo(y)))
    expect(pixels).toMatchObject({ width: 4 * 25, height: 25 })
    expect(inkOf(pixels, 4)).toEqual([characterInk, characterInk, characterInk, characterInk])
  })

  it('keeps the parts of one character together', () => {
    const twoParts = [
      ...character(40, 10).map((box) => ({ ...box, y1: 18 })),
      ...character(40, 20).map((box) => ({ ...box, y1: 30 }))
    ]
    const page = draw(blankPicture(100, 100), [...twoParts, ...character(40, 44)])
    expect(unstack(page, column(50, 0, 80)).positions).toHaveLength(2)
  })

  it('cuts a block without blanks into equal parts', () => {
    const page = draw(
      blankPicture(100, 120),
      [0, 20, 40].flatMap((y) => character(40, 10 + y))
    )
    const { positions } = unstack(page, column(50, 0, 120))
    expect(positions.map((position) => position * 120)).toEqual([20, 40, 60].map((y) => expect.closeTo(y)))
  })

  it('takes the ground of a dark page', () => {
    const page = draw(blankPicture(100, 100, 30), character(40, 10), 220)
    const { pixels } = unstack(page, column(50, 0, 60))
    expect(valueAt(pixels, 0, 0)).toBe(30)
  })

  it('takes a rule for one thing, not for thousands', () => {
    const rule = draw(blankPicture(20, 9000), [{ x0: 10, y0: 0, x1: 11, y1: 9000 }])
    expect(unstack(rule, column(10.5, 0, 9000, 6)).positions).toEqual([0.5])
  })

  it.each([
    ['a blank page', blankPicture(60, 80), column(30, 10, 70)],
    ['one pixel', blankPicture(1, 1), column(0.5, 0, 1, 1)],
    ['a strip over every edge', draw(blankPicture(60, 80), character(0, 30)), column(8, -20, 110, 60)],
    ['a strip outside', blankPicture(60, 80), column(200, 200, 300)],
    ['a thin rule', draw(blankPicture(20, 600), [{ x0: 10, y0: 0, x1: 11, y1: 600 }]), column(10.5, 0, 600, 6)]
  ])('takes %s', (_name, page, strip) => {
    const { pixels, positions } = unstack(page, strip)
    expect(positions.length).toBeGreaterThan(0)
    expect(pixels.data).toHaveLength(pixels.width * pixels.height * 3)
    expect(pixels.width).toBe(pixels.height * positions.length)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(positions.every((position) => position >= 0 && position <= 1)).toBe(true)
  })
})
