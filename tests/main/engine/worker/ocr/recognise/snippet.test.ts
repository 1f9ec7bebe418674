import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { copyStrip, levelBox, type Target } from '../../../../../../main/engine/worker/ocr/recognise/snippet.ts'
import { quadOf, type Strip, turned } from '../../../../../../main/engine/worker/ocr/strip.ts'
import { turnBack, turnPixels } from '../../../../../../main/engine/worker/ocr/turn.ts'
import { blankPicture, picture, plainPlanes, valueAt } from '../canvas.ts'

/** The strip as red, green and blue planes of `width` by `height` in rows of one more. */
function copied(pixels: Pixels, strip: Strip, width: number, height: number): Target {
  const stride = width + 1
  const size = stride * height
  const target = { values: new Float32Array(2 + 3 * size).fill(-1), offset: 2, stride, size, width, height }
  copyStrip(pixels, strip, plainPlanes, target)
  return target
}

/** One plane without what is beside the line. */
function plane({ values, offset, stride, size, width, height }: Target, k = 0): number[] {
  return Array.from(
    { length: width * height },
    (_, index) => values[offset + k * size + Math.floor(index / width) * stride + (index % width)] ?? Number.NaN
  )
}

/** The greatest difference between two lines. */
function difference(a: readonly number[], b: readonly number[]): number {
  expect(a).toHaveLength(b.length)
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? Number.NaN))), 0)
}

/** Neighbours differ by little, and so do samples that are half a pixel off. */
function wave(x: number, y: number): number {
  return 128 + 60 * Math.sin(x / 9) + 60 * Math.cos(y / 7)
}

const waves = picture(160, 120, wave)
const strip: Strip = { x: 80, y: 60, length: 60, thickness: 24, angle: 0, score: 1 }

describe('levelBox', () => {
  it.each([
    ['inside', strip, { x0: 50, y0: 48, x1: 110, y1: 72 }],
    ['over the left and upper edge', { ...strip, x: 10, y: 5 }, { x0: 0, y0: 0, x1: 40, y1: 17 }],
    ['over the right and lower edge', { ...strip, x: 150, y: 118 }, { x0: 120, y0: 106, x1: 160, y1: 120 }],
    ['outside', { ...strip, x: 400, y: -90 }, { x0: 159, y0: 0, x1: 160, y1: 1 }],
    ['without extent', { ...strip, length: 0, thickness: 0 }, { x0: 80, y0: 60, x1: 81, y1: 61 }],
    ['larger than the picture', { ...strip, length: 999, thickness: 999 }, { x0: 0, y0: 0, x1: 160, y1: 120 }]
  ])('%s', (_name, at, box) => {
    expect(levelBox(waves, at)).toEqual(box)
  })
})

describe('copyStrip', () => {
  it('of equal size is the crop', () => {
    const crop = Array.from({ length: 60 * 24 }, (_, k) => valueAt(waves, 50 + (k % 60), 48 + Math.floor(k / 60)))
    const target = copied(waves, strip, 60, 24)
    for (let k = 0; k < 3; k++) expect(plane(target, k)).toEqual(crop)
  })

  it('leaves alone what is beside the line', () => {
    const { values, stride, width } = copied(waves, { ...strip, angle: 0.2 }, 60, 24)
    expect([...values].filter((value, index) => index >= 2 && (index - 2) % stride >= width && value !== -1)).toEqual(
      []
    )
    expect([...values.subarray(0, 2)]).toEqual([-1, -1])
  })

  it('takes the byte and the range that each plane asks for', () => {
    const dot = { data: Uint8Array.of(10, 20, 30), width: 1, height: 1 }
    const planes = [
      { byte: 2, scale: 0.5, shift: 1 },
      { byte: 1, scale: 1, shift: 0 },
      { byte: 0, scale: 2, shift: -1 }
    ] as const
    for (const angle of [0, 1]) {
      const target = { values: new Float32Array(3), offset: 0, stride: 1, size: 1, width: 1, height: 1 }
      copyStrip(dot, { x: 0.5, y: 0.5, length: 1, thickness: 1, angle, score: 1 }, planes, target)
      expect([...target.values]).toEqual([16, 20, 19])
    }
  })

  it.each([
    ['of equal size', 60, 24],
    ['enlarged', 120, 48],
    ['shrunk by half', 30, 12],
    ['shrunk to a third', 20, 8]
  ])('slanted samples of a turned page are those of the upright one, %s', (_name, width, height) => {
    const upright = plane(copied(waves, strip, width, height))
    for (const turn of [90, 180, 270] as const) {
      const page = turnPixels(waves, turn)
      const line = { text: '', quad: quadOf(strip), confidence: 1, positions: [], confidences: [], vertical: false }
      const back = ((360 - turn) % 360) as 90 | 180 | 270
      const [[x0, y0], , [x1, y1]] = turnBack(line, back, page.width, page.height).quad
      const sideways = { ...strip, x: (x0 + x1) / 2, y: (y0 + y1) / 2, angle: (turn * Math.PI) / 180 }
      expect(difference(plane(copied(page, sideways, width, height)), upright)).toBeLessThan(8)
    }
  })

  it('slanted samples follow the slant', () => {
    const angle = 0.3
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const slanted = picture(160, 120, (x, y) => {
      const [dx, dy] = [x + 0.5 - 80, y + 0.5 - 60]
      return wave(80 + dx * cos + dy * sin - 0.5, 60 + dy * cos - dx * sin - 0.5)
    })
    const upright = plane(copied(waves, strip, 60, 24))
    expect(difference(plane(copied(slanted, { ...strip, angle }, 60, 24)), upright)).toBeLessThan(4)
  })

  it('a strip on its head is the same line backwards', () => {
    const upright = plane(copied(waves, strip, 60, 24))
    expect(difference(plane(copied(waves, turned(strip, 2), 60, 24)), upright.toReversed())).toBeLessThan(1e-3)
  })

  it('of one colour is that colour, wherever the strip lies', () => {
    const place = fc.double({ min: -50, max: 90, noNaN: true })
    const extent = fc.double({ min: 0, max: 300, noNaN: true })
    const angle = fc.oneof(fc.constant(0), fc.double({ min: -4, max: 4, noNaN: true }))
    const grey = blankPicture(40, 30, 77)
    fc.assert(
      fc.property(place, place, extent, extent, angle, (x, y, length, thickness, slant) => {
        const target = copied(grey, { x, y, length, thickness, angle: slant, score: 1 }, 16, 12)
        expect(
          difference(
            plane(target, 2),
            Array.from({ length: 16 * 12 }, () => 77)
          )
        ).toBeLessThan(1e-3)
      }),
      { numRuns: 60 }
    )
  })
})
