import { describe, expect, it } from 'vitest'
import { detectorInput } from '../../../../../../main/engine/worker/ocr/detect/input.ts'
import { createMemory } from '../../../../../../main/engine/worker/ocr/memory.ts'
import { picture, plainPlanes, valueAt } from '../canvas.ts'

describe('detectorInput', () => {
  const pixels = picture(50, 40, (x, y) => x * 3 + y)

  it.each([
    ['the whole picture', { x0: 0, y0: 0, x1: 50, y1: 40 }, 8, 32, { width: 96, height: 64 }],
    ['a part', { x0: 10, y0: 5, x1: 26, y1: 21 }, 8, 32, { width: 32, height: 32 }],
    ['one pixel in the last corner', { x0: 49, y0: 39, x1: 50, y1: 40 }, 0, 4, { width: 4, height: 4 }],
    ['nothing to pad', { x0: 0, y0: 0, x1: 32, y1: 32 }, 0, 32, { width: 32, height: 32 }]
  ])('%s', (_name, region, margin, multiple, size) => {
    const { values, width, height } = detectorInput(pixels, region, plainPlanes, multiple, margin, createMemory())
    expect({ width, height }).toEqual(size)
    const corner = valueAt(pixels, region.x0, region.y0)
    const plane = Array.from({ length: width * height }, (_, index) => {
      const [x, y] = [(index % width) - margin + region.x0, Math.floor(index / width) - margin + region.y0]
      const within = x >= region.x0 && x < region.x1 && y >= region.y0 && y < region.y1
      return within ? valueAt(pixels, x, y) : corner
    })
    expect([...values]).toEqual([...plane, ...plane, ...plane])
  })

  it('takes the bytes and the range that each plane asks for', () => {
    const dot = { data: Uint8Array.of(10, 20, 30), width: 1, height: 1 }
    const planes = [
      { byte: 2, scale: 0.5, shift: 1 },
      { byte: 1, scale: 1, shift: 0 },
      { byte: 0, scale: 2, shift: -1 }
    ] as const
    const { values } = detectorInput(dot, { x0: 0, y0: 0, x1: 1, y1: 1 }, planes, 1, 0, createMemory())
    expect([...values]).toEqual([16, 20, 19])
  })
})
