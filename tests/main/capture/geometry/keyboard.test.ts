import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moved, resized, type Stride, smallestSide } from '../../../../main/capture/geometry/keyboard.ts'
import { intersection, whole } from '../../../../main/capture/geometry/rect.ts'
import { rectWithin } from '../screens.ts'

const size = { width: 100, height: 80 }
const rect = { x: 20, y: 30, width: 40, height: 20 }

describe('moved', () => {
  it.each([
    ['left', 1, { x: 19 }],
    ['right', 1, { x: 21 }],
    ['up', 10, { y: 20 }],
    ['down', 10, { y: 40 }],
    ['left', 'edge', { x: 0 }],
    ['right', 'edge', { x: 60 }],
    ['up', 'edge', { y: 0 }],
    ['down', 'edge', { y: 60 }]
  ] as const)('%s by %s', (direction, stride, change) => {
    expect(moved(rect, direction, stride, size)).toEqual({ ...rect, ...change })
  })
})

describe('resized', () => {
  it.each([
    ['right', 1, { width: 41 }],
    ['left', 1, { width: 39 }],
    ['down', 10, { height: 30 }],
    ['up', 10, { height: 10 }],
    ['right', 'edge', { width: 80 }],
    ['left', 'edge', { x: 0, width: 60 }],
    ['down', 'edge', { height: 50 }],
    ['up', 'edge', { y: 0, height: 50 }]
  ] as const)('%s by %s', (direction, stride, change) => {
    expect(resized(rect, direction, stride, size)).toEqual({ ...rect, ...change })
  })

  it('stops at the smallest side', () => {
    expect(resized({ ...rect, width: 5 }, 'left', 10, size).width).toBe(smallestSide)
  })
})

it('no keys lead out of the display, and moving keeps the size', () => {
  const keys = fc.array(
    fc.record({
      change: fc.constantFrom(moved, resized),
      direction: fc.constantFrom('left', 'right', 'up', 'down'),
      stride: fc.constantFrom<Stride>(1, 10, 'edge')
    }),
    { maxLength: 30 }
  )
  fc.assert(
    fc.property(rectWithin(size), keys, (start, pressed) => {
      pressed.reduce((before, { change, direction, stride }) => {
        const after = change(before, direction, stride, size)
        expect(intersection(after, whole(size))).toEqual(after)
        expect(change === resized || (after.width === before.width && after.height === before.height)).toBe(true)
        return after
      }, start)
    })
  )
})
