import { describe, expect, it } from 'vitest'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { type FindTextOptions, findText } from '../../../../../../main/engine/worker/ocr/detect/text.ts'
import { createMemory } from '../../../../../../main/engine/worker/ocr/memory.ts'
import { embeddedPack } from '../../../../../fakes/engine/pack.ts'
import { blankPicture, draw, picture } from '../canvas.ts'

const { detector: manifest } = embeddedPack().manifest

/** Finds with a detector that takes what is dark for the kernel of a line; tells the sizes that it was shown. */
async function find(pixels: Pixels, interfaceScale = 1) {
  const shown: [number, number][] = []
  const progress: [number, number][] = []
  const options: FindTextOptions = {
    manifest,
    interfaceScale,
    memory: createMemory(),
    clock: { model: 0 },
    detector: async (values, width, height) => {
      shown.push([width, height])
      return values.subarray(0, width * height).map((value) => (value < 0 ? 1 : 0))
    },
    advance: async (done, total) => {
      progress.push([done, total])
    }
  }
  return { ...(await findText(pixels, options)), shown, progress }
}

describe('findText', () => {
  it('finds the same lines at every scale of the interface, in pixels of the picture', async () => {
    const pixels = draw(blankPicture(800, 600), [{ x0: 100, y0: 200, x1: 500, y1: 240 }])
    for (const scale of [1, 1.25, 2, 4]) {
      const { strips } = await find(pixels, scale)
      expect(strips).toHaveLength(1)
      expect(Math.abs((strips[0]?.x ?? 0) - 300)).toBeLessThan(2)
      expect(Math.abs((strips[0]?.y ?? 0) - 220)).toBeLessThan(2)
      expect(Math.abs((strips[0]?.length ?? 0) - 400 - (400 * 40 * manifest.unclip) / 440)).toBeLessThan(10)
    }
  })

  it('finds a line that runs through all tiles once', async () => {
    const pixels = draw(blankPicture(5000, 1000), [
      { x0: 10, y0: 100, x1: 4990, y1: 112 },
      { x0: 10, y0: 500, x1: 4990, y1: 512 },
      { x0: 20, y0: 880, x1: 4980, y1: 892 }
    ])
    const { strips, shown } = await find(pixels)
    expect(shown.length).toBeGreaterThan(2)
    for (const [width, height] of shown) expect(width * height).toBeLessThan(1_700_000)
    expect(new Set(strips.map(({ length }) => length > 4900))).toEqual(new Set([true]))
    expect(strips.map(({ x, y }) => [x, y]).toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual([
      [2500, 106],
      [2500, 506],
      [2500, 886]
    ])
  })

  it('cuts what is longer than the recogniser can take', async () => {
    const { strips } = await find(draw(blankPicture(20_000, 40), [{ x0: 0, y0: 18, x1: 20_000, y1: 24 }]))
    expect(strips.length).toBeGreaterThan(1)
    for (const { length, thickness } of strips) expect(length / thickness).toBeLessThanOrEqual(220)
    expect(strips.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(20_000)
  })

  it('looks again at full size where the lines are small', async () => {
    const pixels = draw(blankPicture(400, 200), [{ x0: 20, y0: 20, x1: 300, y1: 28 }])
    const { shown } = await find(pixels, 2)
    expect(shown.length).toBe(2)
    expect(shown[1]?.[0]).toBeGreaterThan(shown[0]?.[0] ?? 0)
  })

  it('lets others have a turn before each run, and tells how far it has come', async () => {
    const boxes = [
      { x0: 50, y0: 50, x1: 700, y1: 350 },
      { x0: 1800, y0: 1500, x1: 2400, y1: 1780 }
    ]
    const { progress } = await find(draw(blankPicture(2500, 1900), boxes))
    expect(progress).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
      [2, 2]
    ])
  })

  it('stops between two tiles of one region', async () => {
    const rows = Array.from({ length: 100 }, (_, k) => ({ x0: 10, y0: k * 20, x1: 2990, y1: k * 20 + 4 }))
    const pixels = draw(blankPicture(3000, 2000), rows)
    let turns = 0
    const stopping = async (): Promise<void> => {
      if (++turns === 3) throw new Error('enough')
    }
    let runs = 0
    const detector: FindTextOptions['detector'] = async (_values, width, height) => {
      runs++
      return new Float32Array(width * height)
    }
    const options = {
      manifest,
      interfaceScale: 1,
      memory: createMemory(),
      clock: { model: 0 },
      detector,
      advance: stopping
    }
    await expect(findText(pixels, options)).rejects.toThrow('enough')
    expect(runs).toBe(2)
  })

  it.each([
    [1, 1],
    [2, 1],
    [1, 40],
    [7, 500],
    [500, 3]
  ])('takes a picture of %i by %i pixels at every scale', async (width, height) => {
    const pixels = picture(width, height, (x, y) => ((x + y) % 2) * 255)
    for (const scale of [0, 0.1, 1, 1.75, 3, 8]) {
      const { shown } = await find(pixels, scale)
      for (const side of shown.flat()) expect(side % manifest.multiple).toBe(0)
    }
  })

  it('finds nothing in a blank picture', async () => {
    expect(await find(blankPicture(300, 200))).toEqual({ strips: [], leftovers: [], shown: [], progress: [] })
  })
})
