import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, placeWindow, smallest } from '../../../../main/desktop/windows/place.ts'

const primary: Bounds = { x: 0, y: 25, width: 1920, height: 1055 }
const left: Bounds = { x: -1280, y: 0, width: 1280, height: 1024 }

describe('where the window opens', () => {
  test.each([
    ['the first time: in the middle', undefined, [primary], { x: 370, y: 163, width: 1180, height: 780 }],
    [
      'where it was',
      { x: 100, y: 100, width: 900, height: 600 },
      [primary],
      { x: 100, y: 100, width: 900, height: 600 }
    ],
    [
      'on the display on the left',
      { x: -1200, y: 50, width: 900, height: 600 },
      [primary, left],
      { x: -1200, y: 50, width: 900, height: 600 }
    ],
    [
      'that display is gone',
      { x: -1200, y: 50, width: 900, height: 600 },
      [primary],
      { x: 510, y: 253, width: 900, height: 600 }
    ],
    [
      'half outside, but its title can be taken',
      { x: 1700, y: 900, width: 900, height: 600 },
      [primary],
      { x: 1700, y: 900, width: 900, height: 600 }
    ],
    [
      'only a corner is seen',
      { x: 1900, y: 100, width: 900, height: 600 },
      [primary],
      { x: 510, y: 253, width: 900, height: 600 }
    ],
    [
      'its title is above the screen',
      { x: 100, y: -200, width: 900, height: 600 },
      [primary],
      { x: 510, y: 253, width: 900, height: 600 }
    ],
    [
      'larger than the display now is',
      { x: 0, y: 25, width: 3000, height: 2000 },
      [primary],
      { x: 0, y: 25, width: 1920, height: 1055 }
    ],
    ['smaller than it may be', { x: 10, y: 30, width: 1, height: 1 }, [primary], { x: 10, y: 30, ...smallest }],
    [
      'a display smaller than the smallest window',
      undefined,
      [{ x: 0, y: 0, width: 640, height: 480 }],
      { x: 0, y: 0, width: 640, height: 480 }
    ]
  ] as [string, Bounds | undefined, Bounds[], Bounds][])('%s', (_what, former, displays, bounds) => {
    const state = former && { ...former, isMaximized: false }
    expect(placeWindow(state, displays)).toEqual({ ...bounds, isMaximized: false })
  })

  test('maximised as it was, on the display where it was', () => {
    const former = { x: -1200, y: 50, width: 900, height: 600, isMaximized: true }
    expect(placeWindow(former, [primary, left])).toEqual(former)
    expect(placeWindow(former, [primary])).toMatchObject({ isMaximized: true, x: 510 })
  })

  test('without any display it is somewhere', () => {
    expect(placeWindow(undefined, [])).toMatchObject({ x: 0, y: 0 })
  })

  test('its title can always be taken', () => {
    const bounds = fc.record({
      x: fc.integer({ min: -10_000, max: 10_000 }),
      y: fc.integer({ min: -10_000, max: 10_000 }),
      width: fc.integer({ min: 1, max: 8000 }),
      height: fc.integer({ min: 1, max: 8000 })
    })
    const display = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 640, max: 4000 }),
      height: fc.integer({ min: 480, max: 3000 })
    })
    fc.assert(
      fc.property(
        fc.option(bounds, { nil: undefined }),
        fc.array(display, { minLength: 1, maxLength: 4 }),
        (former, displays) => {
          const placed = placeWindow(former && { ...former, isMaximized: false }, displays)
          const seen = displays.map((area) => {
            const width = Math.min(placed.x + placed.width, area.x + area.width) - Math.max(placed.x, area.x)
            return placed.y >= area.y && placed.y + 32 <= area.y + area.height ? width : 0
          })
          expect(Math.max(...seen)).toBeGreaterThanOrEqual(120)
        }
      ),
      { numRuns: 2000 }
    )
  })
})
