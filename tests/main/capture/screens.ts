import fc from 'fast-check'
import type { Display, Turn } from '../../../main/capture/geometry/display.ts'
import type { Frame } from '../../../main/capture/geometry/frame.ts'
import type { Rect, Size } from '../../../main/capture/geometry/rect.ts'

export const scales = [1, 1.25, 1.5, 1.75, 2, 3] as const

export const turns: readonly Turn[] = [0, 90, 180, 270]

/** A display, with the size in pixels that it really has. */
export interface Screen {
  readonly display: Display
  readonly size: Size
}

/** A display of 1280 by 720 DIP at the origin, changed as told. */
export function display(change: Partial<Display> = {}): Display {
  return { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 720 }, scale: 1, rotation: 0, ...change }
}

/** An upright frame of this size. */
export function frame(width: number, height: number, turn: Turn = 0): Frame {
  return { size: { width, height }, turn }
}

/** The frame of a display as a system gives it that turns it itself. */
export function fullFrame({ bounds, scale }: Display): Frame {
  return frame(Math.round(bounds.width * scale), Math.round(bounds.height * scale))
}

const roundings = [Math.floor, Math.round, Math.ceil]

function screenOf(longest: number): fc.Arbitrary<Screen> {
  return fc
    .record({
      width: fc.integer({ min: 12, max: longest }),
      height: fc.integer({ min: 12, max: longest }),
      scale: fc.constantFrom(...scales),
      rotation: fc.constantFrom(...turns),
      // Systems round the bounds in different ways.
      inDip: fc.constantFrom(...roundings)
    })
    .map(({ width, height, scale, rotation, inDip }) => ({
      display: display({
        bounds: { x: 0, y: 0, width: inDip(width / scale), height: inDip(height / scale) },
        scale,
        rotation
      }),
      size: { width, height }
    }))
}

/** One to four displays side by side, not aligned, the first anywhere left and above of the origin or below it. */
export function arrangement(longest: number): fc.Arbitrary<Screen[]> {
  return fc
    .record({
      screens: fc.array(screenOf(longest), { minLength: 1, maxLength: 4 }),
      left: fc.integer({ min: -9000, max: 0 }),
      tops: fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 4, maxLength: 4 })
    })
    .map(({ screens, left, tops }) => {
      let x = left
      return screens.map(({ display: one, size }, index) => {
        const bounds = { ...one.bounds, x, y: tops[index] ?? 0 }
        x += bounds.width
        return { display: { ...one, id: 100 + index, bounds }, size }
      })
    })
}

/** A rectangle of whole numbers within a size, one pixel at least. */
export function rectWithin({ width, height }: Size): fc.Arbitrary<Rect> {
  return fc
    .record({
      x: fc.integer({ min: 0, max: width - 1 }),
      y: fc.integer({ min: 0, max: height - 1 }),
      right: fc.integer({ min: 1, max: width }),
      bottom: fc.integer({ min: 1, max: height })
    })
    .map(({ x, y, right, bottom }) => ({ x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }))
}

/** One screen of an arrangement, and a rectangle on it. */
export function framedOn(longest: number): fc.Arbitrary<{ screens: Screen[]; screen: Screen; rect: Rect }> {
  return arrangement(longest).chain((screens) =>
    fc.constantFrom(...screens).chain((screen) => rectWithin(screen.size).map((rect) => ({ screens, screen, rect })))
  )
}
