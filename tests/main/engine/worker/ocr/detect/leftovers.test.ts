import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../../main/engine/protocol/geometry.ts'
import { findActivity } from '../../../../../../main/engine/worker/ocr/detect/activity.ts'
import { findLeftovers } from '../../../../../../main/engine/worker/ocr/detect/leftovers.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw } from '../canvas.ts'

/** A level line, 20 pixels thick, with its middle at `y`. */
function line(x0: number, x1: number, y: number, thickness = 20): Strip {
  return { x: (x0 + x1) / 2, y, length: x1 - x0, thickness, angle: 0, score: 0.9 }
}

/** What is left of a picture with `ink` in it of which `strips` are known. */
function leftovers(ink: readonly Box[], strips: readonly Strip[]): Strip[] {
  const pixels = draw(blankPicture(640, 480), ink)
  return findLeftovers(pixels, findActivity(pixels), strips)
}

const lines = [line(40, 300, 60), line(40, 260, 100)]
const brace = { x0: 44, y0: 133, x1: 50, y1: 147 }

describe('findLeftovers', () => {
  it('finds a character under the edge of a line', () => {
    expect(leftovers([brace], lines)).toEqual([
      { x: 47, y: 140, length: 6 + 20 * 0.45, thickness: 20, angle: 0, score: 1 }
    ])
  })

  it('lays a character in a row with a line on its middle', () => {
    expect(leftovers([{ x0: 400, y0: 54, x1: 408, y1: 68 }], lines)).toMatchObject([{ x: 404, y: 60, thickness: 20 }])
  })

  it.each([
    ['what a strip covers', { x0: 100, y0: 55, x1: 106, y1: 65 }],
    ['what is in no row and under no edge', { x0: 500, y0: 133, x1: 506, y1: 147 }],
    ['what is too tall', { x0: 44, y0: 130, x1: 50, y1: 155 }],
    ['what is too low', { x0: 44, y0: 140, x1: 50, y1: 144 }],
    ['what is too wide', { x0: 44, y0: 133, x1: 70, y1: 147 }],
    ['what is far below', { x0: 44, y0: 400, x1: 50, y1: 414 }],
    ['a large thing', { x0: 40, y0: 130, x1: 300, y1: 400 }]
  ])('leaves out %s', (_name, ink) => {
    expect(leftovers([ink], lines)).toEqual([])
  })

  it('reads a fragment of a character again as a whole', () => {
    const fragment = line(42, 54, 140, 10)
    expect(leftovers([brace], [...lines, fragment])).toHaveLength(1)
  })

  it('gives up on a picture that is full of small things', () => {
    const many = Array.from({ length: 60 }, (_, k) => ({
      x0: 320 + (k % 10) * 30,
      y0: 54 + Math.floor(k / 10) * 40,
      x1: 326 + (k % 10) * 30,
      y1: 68 + Math.floor(k / 10) * 40
    }))
    const rows = Array.from({ length: 6 }, (_, k) => line(40, 300, 60 + k * 40))
    expect(leftovers(many.slice(0, 40), rows)).toHaveLength(40)
    expect(leftovers(many, rows)).toEqual([])
  })

  it('needs a level line to go by', () => {
    expect(leftovers([brace], [])).toEqual([])
    expect(leftovers([brace], [{ ...line(40, 300, 60), angle: 0.2 }])).toEqual([])
  })

  it.each([
    ['the first corner', { x0: 0, y0: 0, x1: 5, y1: 14 }, line(30, 200, 6)],
    ['the last corner', { x0: 634, y0: 466, x1: 640, y1: 480 }, line(30, 600, 473)]
  ])('takes a character in %s', (_name, ink, beside) => {
    expect(leftovers([ink], [beside])).toHaveLength(1)
  })

  it('takes strips that reach out of the picture', () => {
    expect(leftovers([brace], [line(-50, 700, -5), line(-50, 700, 485), line(650, 700, 60)])).toEqual([])
  })
})
