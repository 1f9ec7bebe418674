import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayAt, type Turn } from '../../../../main/capture/geometry/display.ts'
import { cropOf, fits, paintedSize, pixelSize } from '../../../../main/capture/geometry/frame.ts'
import { localDip, localTo, pixelUnder, spanning } from '../../../../main/capture/geometry/pixels.ts'
import { farCorner, type Point, type Rect, type Size, whole } from '../../../../main/capture/geometry/rect.ts'
import { frame, framedOn, rectWithin, type Screen, turns } from '../screens.ts'

/** A picture, row by row; each pixel is the name of its place on the upright screen. */
type Picture = string[][]

function pictureOf({ width, height }: Size): Picture {
  return Array.from({ length: height }, (_row, y) => Array.from({ length: width }, (_pixel, x) => `${x},${y}`))
}

function clockwise(picture: Picture): Picture {
  const [first = []] = picture
  return first.map((_, column) => picture.map((row) => row[column] ?? '').toReversed())
}

function turned(picture: Picture, degrees: number): Picture {
  return degrees === 0 ? picture : turned(clockwise(picture), degrees - 90)
}

function cut(picture: Picture, rect: Rect): Picture {
  const end = farCorner(rect)
  return picture.slice(rect.y, end.y).map((row) => row.slice(rect.x, end.x))
}

function sizeOf(picture: Picture): Size {
  return { width: picture[0]?.length ?? 0, height: picture.length }
}

/** The middle of a pixel in shared DIP: where the pointer is when it is on it. */
function pointerOn(pixel: Point, { display: { bounds, scale } }: Screen): Point {
  return { x: bounds.x + (pixel.x + 0.5) / scale, y: bounds.y + (pixel.y + 0.5) / scale }
}

/** The last DIP of a row or column belongs to its last pixel. */
function reachable(pixel: Point, { display, size }: Screen): Point {
  const { x, y } = localTo(display, pointerOn(pixel, { display, size }))
  return {
    x: x >= display.bounds.width - 1 ? size.width - 1 : pixel.x,
    y: y >= display.bounds.height - 1 ? size.height - 1 : pixel.y
  }
}

describe('what was framed is what is cropped', () => {
  it('from pointer to pixels of a frame that has one for each of the display, however that is turned', () => {
    fc.assert(
      fc.property(framedOn(60), fc.constantFrom(...turns), ({ screen, rect }, turn) => {
        const upright = pictureOf(screen.size)
        const raw = turned(upright, (360 - turn) % 360)
        const taken = { size: sizeOf(raw), turn }
        expect(fits(taken, screen.display)).toBe(true)

        const last = { x: rect.x + rect.width - 1, y: rect.y + rect.height - 1 }
        const [from, to] = [rect, last].map((pixel) =>
          pixelUnder(
            localTo(screen.display, pointerOn(pixel, screen)),
            screen.display,
            pixelSize(screen.display, taken)
          )
        )
        if (from === undefined || to === undefined) throw new Error('two points are two pixels')
        expect([from, to]).toEqual([reachable(rect, screen), reachable(last, screen)])

        const crop = cropOf(spanning(from, to), screen.display, taken)
        expect(turned(cut(raw, crop.rect), crop.turn)).toEqual(cut(upright, spanning(from, to)))
      }),
      { numRuns: 400 }
    )
  })

  it('every region of a display of real size is itself in a frame of the same pixels', () => {
    fc.assert(
      fc.property(framedOn(8192), ({ screen, rect }) => {
        const taken = frame(screen.size.width, screen.size.height)
        expect(pixelSize(screen.display, taken)).toEqual(screen.size)
        expect(cropOf(rect, screen.display, taken)).toEqual({ rect, turn: 0 })
      }),
      { numRuns: 1000 }
    )
  })

  it('is drawn over the very pixels that are cut out', () => {
    fc.assert(
      fc.property(framedOn(8192), ({ screen: { display, size }, rect }) => {
        const taken = frame(size.width, size.height)
        const painted = paintedSize(display, taken)
        const drawn = localDip(rect, display)
        // Where the border is drawn on the painted frame, in pixels of the frame.
        expect((drawn.x / painted.width) * size.width).toBeCloseTo(rect.x, 6)
        expect((farCorner(drawn).y / painted.height) * size.height).toBeCloseTo(farCorner(rect).y, 6)
      })
    )
  })

  it('takes of a frame of other size each pixel that is partly framed, and no other', () => {
    const coarse = fc.record({ width: fc.integer({ min: 1, max: 50 }), height: fc.integer({ min: 1, max: 50 }) })
    const cases = fc
      .record({ shown: coarse, seen: coarse, turn: fc.constantFrom(...turns) })
      .chain((sizes) => rectWithin(sizes.shown).map((rect) => ({ ...sizes, rect })))
    fc.assert(
      fc.property(cases, ({ shown, seen, turn, rect }) => {
        const display = { id: 1, bounds: whole(shown), scale: 1, rotation: 0 as Turn }
        const upright = pictureOf(seen)
        const raw = turned(upright, (360 - turn) % 360)
        const crop = cropOf(rect, display, { size: sizeOf(raw), turn })
        const expected = upright.flat().filter((name) => isPartlyIn(name, rect, shown, seen))
        expect(turned(cut(raw, crop.rect), crop.turn).flat()).toEqual(expected)
      }),
      { numRuns: 400 }
    )
  })
})

function overlaps(index: number, count: number, length: number, start: number, end: number): boolean {
  return index * length < end * count && (index + 1) * length > start * count
}

/** In whole numbers, so that the test has no roundings of its own. */
function isPartlyIn(name: string, rect: Rect, shown: Size, seen: Size): boolean {
  const [x = 0, y = 0] = name.split(',').map(Number)
  const end = farCorner(rect)
  return overlaps(x, seen.width, shown.width, rect.x, end.x) && overlaps(y, seen.height, shown.height, rect.y, end.y)
}

describe('several displays', () => {
  it('a pixel is found on the display that it is of', () => {
    fc.assert(
      fc.property(framedOn(4000), ({ screens, screen, rect }) => {
        const pointer = pointerOn(rect, screen)
        const { x, y } = localTo(screen.display, pointer)
        // Bounds that were rounded down end before the last pixel does.
        fc.pre(x < screen.display.bounds.width && y < screen.display.bounds.height)
        const displays = screens.map(({ display }) => display)
        expect(displayAt(pointer, displays)?.id).toBe(screen.display.id)
      })
    )
  })
})
