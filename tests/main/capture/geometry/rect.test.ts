import { describe, expect, it } from 'vitest'
import { between, hasArea, intersection, outward, pushedInto, rounded } from '../../../../main/capture/geometry/rect.ts'

describe('between', () => {
  it.each([
    [
      { x: 1, y: 2 },
      { x: 4, y: 8 }
    ],
    [
      { x: 4, y: 8 },
      { x: 1, y: 2 }
    ],
    [
      { x: 1, y: 8 },
      { x: 4, y: 2 }
    ]
  ])('%o and %o', (from, to) => {
    expect(between(from, to)).toEqual({ x: 1, y: 2, width: 3, height: 6 })
  })
})

it('intersection is without area where nothing is shared', () => {
  const rect = { x: 0, y: 0, width: 10, height: 10 }
  expect(intersection(rect, { x: 5, y: -5, width: 10, height: 10 })).toEqual({ x: 5, y: 0, width: 5, height: 5 })
  expect(hasArea(intersection(rect, { x: 10, y: 0, width: 5, height: 5 }))).toBe(false)
})

it.each([
  [
    { x: -5, y: 3, width: 4, height: 4 },
    { x: 0, y: 3, width: 4, height: 4 }
  ],
  [
    { x: 8, y: 9, width: 4, height: 4 },
    { x: 6, y: 6, width: 4, height: 4 }
  ],
  [
    { x: 3, y: 0, width: 40, height: 4 },
    { x: 0, y: 0, width: 10, height: 4 }
  ]
])('pushedInto moves %o before it cuts', (rect, expected) => {
  expect(pushedInto(rect, { width: 10, height: 10 })).toEqual(expected)
})

it('outward takes in every part, but no error of rounding', () => {
  expect(outward({ x: 0.1, y: 1, width: 0.2, height: 1.5 })).toEqual({ x: 0, y: 1, width: 1, height: 2 })
  expect(outward({ x: 0.1 * 3 * 10, y: 0, width: 1, height: 1 })).toEqual({ x: 3, y: 0, width: 1, height: 1 })
})

it('rounded moves edges, not sides', () => {
  expect(rounded({ x: 0.4, y: 0.6, width: 1.2, height: 1 })).toEqual({ x: 0, y: 1, width: 2, height: 1 })
})
