import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasArea, intersection, whole } from '../../../../main/capture/geometry/rect.ts'
import { recall, refitted } from '../../../../main/capture/geometry/remembered.ts'
import { display, rectWithin } from '../screens.ts'

const home = display({ id: 1, bounds: { x: -1280, y: 0, width: 1280, height: 720 } })
const remembered = {
  display: home,
  size: { width: 1280, height: 720 },
  rect: { x: 100, y: 90, width: 300, height: 31 }
}
const other = display({ id: 2 })

describe('recall', () => {
  it.each([
    ['the same', [other, home], 'same', 1],
    ['plugged in anew, with another id', [other, { ...home, id: 7 }], 'same', 7],
    ['another scale', [other, { ...home, scale: 1.5 }], 'changed', 1],
    ['moved', [{ ...home, bounds: { ...home.bounds, x: 1280 } }, other], 'same', 1],
    ['another size', [{ ...home, bounds: { ...home.bounds, width: 1920 } }], 'changed', 1],
    ['turned', [{ ...home, rotation: 90 as const }], 'changed', 1],
    ['unplugged', [other], 'gone', undefined],
    ['no display at all', [], 'gone', undefined],
    [
      'changed for another',
      [
        { ...other, bounds: home.bounds },
        { ...home, bounds: other.bounds }
      ],
      'same',
      1
    ]
  ])('%s', (_name, displays, kind, id) => {
    const found = recall(remembered, displays)
    expect(found.kind).toBe(kind)
    expect(found.kind === 'gone' ? undefined : found.display.id).toBe(id)
  })
})

describe('refitted', () => {
  it.each([
    ['the same pixels', { width: 1280, height: 720 }, { x: 100, y: 90, width: 300, height: 31 }],
    ['the same part', { width: 2560, height: 1440 }, { x: 200, y: 180, width: 600, height: 62 }],
    ['never nothing', { width: 10, height: 10 }, { x: 1, y: 1, width: 2, height: 1 }]
  ])('%s', (_name, size, rect) => {
    expect(refitted(remembered, size)).toEqual(rect)
  })

  it('lies on the display, whatever became of that', () => {
    const side = fc.integer({ min: 1, max: 5000 })
    const sizes = fc.record({ width: side, height: side })
    const cases = sizes.chain((size) => rectWithin(size).map((rect) => ({ display: home, size, rect })))
    fc.assert(
      fc.property(cases, sizes, (region, size) => {
        const rect = refitted(region, size)
        expect(hasArea(rect)).toBe(true)
        expect(intersection(rect, whole(size))).toEqual(rect)
        expect(refitted(region, region.size)).toEqual(region.rect)
      })
    )
  })
})
