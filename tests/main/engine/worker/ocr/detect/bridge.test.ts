import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../../../main/engine/protocol/geometry.ts'
import { bridgeGaps } from '../../../../../../main/engine/worker/ocr/detect/bridge.ts'
import type { Strip } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { blankPicture, draw } from '../canvas.ts'

/** A level strip from edge to edge. */
function strip(x0: number, x1: number, y0 = 40, y1 = 60, angle = 0): Strip {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, length: x1 - x0, thickness: y1 - y0, angle, score: 0.9 }
}

function bridged(strips: readonly Strip[], ink: readonly Box[], dark = false): Strip[] {
  return bridgeGaps(draw(blankPicture(400, 100, dark ? 20 : 255), ink, dark ? 230 : 0), strips)
}

const underscore = { x0: 102, y0: 56, x1: 128, y1: 58 }
const dots = [104, 112, 120].map((x) => ({ x0: x, y0: 53, x1: x + 3, y1: 56 }))

describe('bridgeGaps', () => {
  it.each([
    ['an underscore', [underscore]],
    ['dots', dots],
    ['a dash', [{ x0: 105, y0: 49, x1: 125, y1: 51 }]]
  ])('joins over %s', (_name, ink) => {
    expect(bridged([strip(20, 100), strip(130, 200)], ink)).toEqual([strip(20, 200)])
    expect(bridged([strip(130, 200), strip(20, 100)], ink)).toEqual([strip(20, 200)])
  })

  it('joins in a dark picture, and several pieces in a row', () => {
    const more = { ...underscore, x0: 202, x1: 218 }
    expect(bridged([strip(220, 300), strip(20, 100), strip(130, 200)], [underscore, more], true)).toEqual([
      strip(20, 300)
    ])
  })

  it.each([
    ['a little', 95, 1],
    ['by half a thickness', 90, 2],
    ['not at all', 100, 2]
  ])('joins pieces that overlap %s', (_name, from, count) => {
    expect(bridged([strip(20, 100), strip(from, 200)], [])).toHaveLength(count)
  })

  it('takes the union of heights and the lesser score', () => {
    const [joined] = bridged([strip(20, 100, 40, 60), { ...strip(130, 200, 42, 61), score: 0.6 }], [underscore])
    expect(joined).toEqual({ ...strip(20, 200, 40, 61), score: 0.6 })
  })

  it.each([
    ['a blank', strip(130, 200), []],
    ['a letter', strip(130, 200), [{ x0: 110, y0: 45, x1: 118, y1: 58 }]],
    ['too little ink', strip(130, 200), [{ x0: 110, y0: 56, x1: 115, y1: 58 }]],
    ['a long way', strip(150, 200), [{ x0: 102, y0: 56, x1: 148, y1: 58 }]],
    ['another row', strip(130, 200, 45, 65), [underscore]],
    ['another size', strip(130, 200, 44, 57), [underscore]],
    ['another direction', strip(130, 200, 40, 60, 0.1), [underscore]]
  ])('leaves pieces apart over %s', (_name, right, ink) => {
    const left = strip(20, 100)
    expect(bridged([left, right], ink)).toEqual([left, right])
  })

  it('takes strips that reach out of the picture', () => {
    const outside = [
      strip(-30, -5, -10, 10),
      strip(10, 390, -10, 10),
      strip(395, 430, 90, 110),
      strip(400, 440, 95, 115)
    ]
    expect(bridged(outside, [])).toHaveLength(4)
    expect(bridged([], [])).toEqual([])
  })
})
