import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectRegion, grown } from '../../../../../../main/engine/worker/ocr/detect/detect.ts'
import { createMemory } from '../../../../../../main/engine/worker/ocr/memory.ts'
import { blankPicture, draw, plainPlanes } from '../canvas.ts'

const kernel = { x: 50, y: 40, length: 60, thickness: 10, angle: 0.3, score: 0.9 }

describe('grown', () => {
  it.each([1, 0.5])('adds area times unclip over perimeter on each side, at scale %d', (scale) => {
    const distance = (60 * 10 * 1.8) / 140
    expect(grown(kernel, 1.8, scale)).toEqual({
      ...kernel,
      x: 50 / scale,
      y: 40 / scale,
      length: (60 + 2 * distance) / scale,
      thickness: (10 + 2 * distance) / scale
    })
  })

  it('drops specks', () => {
    expect(grown({ ...kernel, thickness: 2.9 }, 1.8, 1)).toBeUndefined()
    expect(grown({ ...kernel, length: 2.9 }, 1.8, 1)).toBeUndefined()
    expect(grown({ ...kernel, length: 3, thickness: 3 }, 1.8, 1)).toBeDefined()
  })

  it('grows the thin side at most by the share that unclip tells', () => {
    const side = fc.double({ min: 3, max: 5000, noNaN: true })
    fc.assert(
      fc.property(side, side, (length, thickness) => {
        const strip = grown({ ...kernel, length, thickness }, 1.8, 1)
        expect(strip?.length).toBeGreaterThan(length)
        expect(strip?.thickness).toBeLessThanOrEqual(thickness * 2.8 + 1e-6)
      })
    )
  })
})

/** Takes what is dark for text, as the networks would a kernel. */
const darkIsText = {
  planes: plainPlanes,
  multiple: 32,
  pixelThreshold: 0.5,
  memory: createMemory(),
  clock: { model: 0 },
  detector: async (values: Float32Array, width: number, height: number) =>
    values.subarray(0, width * height).map((value) => (value < 128 ? 1 : 0))
}

describe('detectRegion', () => {
  const pixels = draw(blankPicture(300, 200), [{ x0: 100, y0: 60, x1: 180, y1: 72 }])

  it.each([
    ['the whole picture', { x0: 0, y0: 0, x1: 300, y1: 200 }, 1, { x0: 100, y0: 60, x1: 180, y1: 72, area: 960 }],
    ['a region of it', { x0: 90, y0: 50, x1: 190, y1: 90 }, 1, { x0: 100, y0: 60, x1: 180, y1: 72, area: 960 }],
    ['a region that cuts it', { x0: 140, y0: 0, x1: 300, y1: 66 }, 1, { x0: 140, y0: 60, x1: 180, y1: 66, area: 240 }],
    ['half size', { x0: 40, y0: 20, x1: 240, y1: 120 }, 0.5, { x0: 50, y0: 30, x1: 90, y1: 36, area: 240 }]
  ])('%s: what is found stands where it is in the scaled picture', async (_name, region, scale, expected) => {
    const shared = region.x0 === 140 ? { ...darkIsText, detector: notTheMargin } : darkIsText
    expect(await detectRegion(pixels, region, scale, shared)).toMatchObject([expected])
  })

  it.each([
    [{ x0: 0, y0: 0, x1: 1, y1: 1 }, 1],
    [{ x0: 299, y0: 199, x1: 300, y1: 200 }, 0.125],
    [{ x0: 0, y0: 0, x1: 300, y1: 1 }, 0.5]
  ])('takes the narrow region %j', async (region, scale) => {
    expect(await detectRegion(pixels, region, scale, darkIsText)).toEqual([])
  })
})

/** The same, deaf to the first 8 pixels on each side. */
async function notTheMargin(values: Float32Array, width: number, height: number): Promise<Float32Array> {
  const map = await darkIsText.detector(values, width, height)
  return map.map((value, index) => (index % width < 8 ? 0 : value))
}
