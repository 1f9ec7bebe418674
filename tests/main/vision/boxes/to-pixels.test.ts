import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../../main/engine/protocol/geometry.ts'
import type { Size, View } from '../../../../main/engine/protocol/view.ts'
import { assertNever } from '../../../../main/failure.ts'
import type { BoxSpace } from '../../../../main/tasks/task.ts'
import { toPixels } from '../../../../main/vision/boxes/to-pixels.ts'
import { planPicture } from '../../../../main/vision/budget/plan.ts'
import { rulesFor } from '../../../../main/vision/presets/rules.ts'
import { presets } from '../../../../main/vision/presets.ts'

type Numbers = readonly [number, number, number, number]

const whole: View = {
  crop: { x0: 0, y0: 0, x1: 2000, y1: 1000 },
  content: { width: 1000, height: 500 },
  canvas: { width: 1000, height: 500 }
}
/** The part from 100,200 to 500,300, at twice its size, with a white rim to the right and below. */
const padded: View = {
  crop: { x0: 100, y0: 200, x1: 500, y1: 300 },
  content: { width: 800, height: 200 },
  canvas: { width: 1000, height: 400 }
}

describe('a box goes back to the original', () => {
  const table: readonly (readonly [string, View, BoxSpace, Numbers, readonly number[] | undefined])[] = [
    ['thousandths', whole, 'thousand', [100, 200, 300, 400], [200, 200, 600, 400]],
    ['thousandths, y first', whole, 'thousand-y-first', [200, 100, 400, 300], [200, 200, 600, 400]],
    ['pixels', whole, 'pixels', [100, 100, 300, 200], [200, 200, 600, 400]],
    ['fractions', whole, 'unit', [0.1, 0.2, 0.3, 0.4], [200, 200, 600, 400]],
    ['everything', whole, 'thousand', [0, 0, 1000, 1000], [0, 0, 2000, 1000]],
    ['reversed corners', whole, 'thousand', [300, 400, 100, 200], [200, 200, 600, 400]],
    ['one reversed direction', whole, 'thousand', [300, 200, 100, 400], [200, 200, 600, 400]],
    ['beyond the grid', whole, 'thousand', [900, -50, 1200, 1e9], [1800, 0, 2000, 1000]],
    ['of a part, without the rim', padded, 'thousand', [0, 0, 800, 500], [100, 200, 500, 300]],
    ['of a part, inside', padded, 'thousand', [400, 250, 800, 500], [300, 250, 500, 300]],
    ['that reaches into the rim', padded, 'thousand', [400, 250, 990, 990], [300, 250, 500, 300]],
    ['that lies in the rim', padded, 'thousand', [850, 0, 990, 400], undefined],
    ['outside', whole, 'thousand', [1100, 0, 1200, 100], undefined],
    ['without width', whole, 'thousand', [100, 100, 100, 300], undefined],
    ['without height', whole, 'thousand', [100, 300, 200, 300], undefined],
    ['no number', whole, 'thousand', [100, Number.NaN, 200, 300], undefined],
    ['endless', whole, 'thousand', [0, 0, Number.POSITIVE_INFINITY, 300], undefined]
  ]
  it.each(table)('%s', (_, view, space, numbers, expected) => {
    const [x0, y0, x1, y1] = expected ?? []
    expect(toPixels(view, view.canvas, space)(numbers)).toEqual(expected && { x0, y0, x1, y1 })
  })

  it('when the canvas went out smaller than planned', () => {
    const sent = { width: 500, height: 250 }
    expect(toPixels(whole, sent, 'pixels')([50, 50, 150, 100])).toEqual({ x0: 200, y0: 200, x1: 600, y1: 400 })
    expect(toPixels(whole, sent, 'thousand')([100, 200, 300, 400])).toEqual({ x0: 200, y0: 200, x1: 600, y1: 400 })
  })
})

const grid = (fraction: number): number => Math.round(fraction * 1000)

/** What a model that sees perfectly would write. */
function written(box: Box, { crop, content, canvas }: View, sent: Size, space: BoxSpace): Numbers {
  const across = (x: number): number => ((x - crop.x0) * content.width) / (crop.x1 - crop.x0) / canvas.width
  const down = (y: number): number => ((y - crop.y0) * content.height) / (crop.y1 - crop.y0) / canvas.height
  const [x0, y0, x1, y1] = [across(box.x0), down(box.y0), across(box.x1), down(box.y1)]
  switch (space) {
    case 'thousand':
      return [grid(x0), grid(y0), grid(x1), grid(y1)]
    case 'thousand-y-first':
      return [grid(y0), grid(x0), grid(y1), grid(x1)]
    case 'pixels':
      return [
        Math.round(x0 * sent.width),
        Math.round(y0 * sent.height),
        Math.round(x1 * sent.width),
        Math.round(y1 * sent.height)
      ]
    case 'unit':
      return [grid(x0) / 1000, grid(y0) / 1000, grid(x1) / 1000, grid(y1) / 1000]
    default:
      return assertNever(space, 'no such space')
  }
}

const side = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20_000 }))
const anyRules = fc.constantFrom(
  ...presets.flatMap((preset) => ['any', 'qwen2.5-vl', 'gemma', 'gpt-4o'].map((model) => rulesFor(preset, model)))
)
const anySpace = fc.constantFrom<BoxSpace>('thousand', 'thousand-y-first', 'pixels', 'unit')
const fraction = fc.double({ min: 0, max: 1, noNaN: true })

describe('for any picture, provider, space and box', () => {
  it('what a model writes comes back within one token cell, from the overview and from every tile', () => {
    fc.assert(
      fc.property(
        fc.record({ width: side, height: side }),
        anyRules,
        anySpace,
        fc.tuple(fraction, fraction, fraction, fraction),
        fc.constantFrom(1, 0.7),
        (size, rules, space, [left, top, wide, high], shrink) => {
          const plan = planPicture(size, rules, { detail: 'tiles' })
          for (const view of [plan.overview, ...plan.tiles.slice(0, 4)]) {
            const { crop, content, canvas } = view
            const sent = { width: Math.ceil(canvas.width * shrink), height: Math.ceil(canvas.height * shrink) }
            // One cell of the picture as it was sent, in pixels of the original.
            const cellAcross = ((rules.snap / sent.width) * canvas.width * (crop.x1 - crop.x0)) / content.width
            const cellDown = ((rules.snap / sent.height) * canvas.height * (crop.y1 - crop.y0)) / content.height
            const x0 = crop.x0 + left * (crop.x1 - crop.x0)
            const y0 = crop.y0 + top * (crop.y1 - crop.y0)
            const box = { x0, y0, x1: x0 + wide * (crop.x1 - x0), y1: y0 + high * (crop.y1 - y0) }
            const decoded = toPixels(view, sent, space)(written(box, view, sent, space))
            // A model cannot write a box that is thinner than its grid.
            const isThin = box.x1 - box.x0 < cellAcross || box.y1 - box.y0 < cellDown
            expect(decoded !== undefined || isThin).toBe(true)
            const back = decoded ?? box
            expect(Math.abs(back.x0 - box.x0)).toBeLessThan(cellAcross)
            expect(Math.abs(back.x1 - box.x1)).toBeLessThan(cellAcross)
            expect(Math.abs(back.y0 - box.y0)).toBeLessThan(cellDown)
            expect(Math.abs(back.y1 - box.y1)).toBeLessThan(cellDown)
            expect(back.x0).toBeGreaterThanOrEqual(crop.x0)
            expect(back.x1).toBeLessThanOrEqual(crop.x1)
            expect(back.y0).toBeGreaterThanOrEqual(crop.y0)
            expect(back.y1).toBeLessThanOrEqual(crop.y1)
          }
        }
      ),
      { numRuns: 2000 }
    )
  })
})
