import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { View } from '../../../../main/engine/protocol/view.ts'
import { tilesOf } from '../../../../main/vision/budget/tiles.ts'
import { rulesFor } from '../../../../main/vision/presets/rules.ts'
import { presetOf, presets } from '../../../../main/vision/presets.ts'

const { picture: modelscope } = presetOf('modelscope')
const { picture: dashscope } = presetOf('dashscope')

const corners = (tiles: readonly View[]): number[][] => tiles.map(({ crop: { x0, y0, x1, y1 } }) => [x0, y0, x1, y1])

describe('tiles', () => {
  it('of a screen in 4K stand in reading order', () => {
    const tiles = tilesOf({ width: 3840, height: 2160 }, modelscope)
    expect(corners(tiles)).toEqual([
      [0, 0, 1960, 1120],
      [1880, 0, 3840, 1120],
      [0, 1040, 1960, 2160],
      [1880, 1040, 3840, 2160]
    ])
    expect(tiles[0]).toMatchObject({ content: { width: 1960, height: 1120 }, canvas: { width: 1984, height: 1120 } })
  })

  it.each([
    ['two beside each other', 2560, 1440, modelscope, 2],
    ['one when it fits', 1920, 1080, modelscope, 1],
    ['two where pixels are the limit', 2560, 1440, dashscope, 2],
    ['four where pixels are the limit', 3840, 2160, dashscope, 4],
    ['a column for a long page', 1200, 9000, modelscope, 5],
    ['a row for a panorama', 20_000, 100, modelscope, 11]
  ])('%s', (_, width, height, rules, count) => {
    expect(tilesOf({ width, height }, rules)).toHaveLength(count)
  })

  it('are none where a provider takes hardly any pixels', () => {
    const rules = { ...modelscope, maximumSide: 64, maximumPixels: 4096 }
    expect(tilesOf({ width: 1000, height: 1000 }, rules)).toEqual([])
  })
})

const side = fc.integer({ min: 1, max: 20_000 })
const anyRules = fc.constantFrom(
  ...presets.flatMap((preset) => ['any', 'qwen2.5-vl', 'gpt-4o'].map((model) => rulesFor(preset, model)))
)

/** Start and end of the parts along one direction, without repetition. */
function along(tiles: readonly View[], from: 'x0' | 'y0', to: 'x1' | 'y1'): readonly (readonly [number, number])[] {
  return [...new Map(tiles.map(({ crop }) => [crop[from], crop[to]]))].toSorted(([a], [b]) => a - b)
}

function expectCovered(parts: readonly (readonly [number, number])[], length: number): void {
  expect(parts[0]?.[0]).toBe(0)
  expect(parts.at(-1)?.[1]).toBe(length)
  for (const [index, [start]] of parts.slice(1).entries()) {
    const shared = (parts[index]?.[1] ?? 0) - start
    expect(shared).toBeGreaterThanOrEqual(64)
    expect(shared).toBeLessThanOrEqual(96)
  }
}

describe('for any picture and provider', () => {
  it('tiles cover everything, overlap by 64 to 96 pixels and keep every pixel', () => {
    fc.assert(
      fc.property(side, side, anyRules, (width, height, rules) => {
        const tiles = tilesOf({ width, height }, rules)
        const columns = along(tiles, 'x0', 'x1')
        const rows = along(tiles, 'y0', 'y1')
        expect(tiles).toHaveLength(columns.length * rows.length)
        expectCovered(columns, width)
        expectCovered(rows, height)
        for (const { crop, content, canvas } of tiles) {
          expect(content.width % (crop.x1 - crop.x0)).toBe(0)
          expect(content.height % (crop.y1 - crop.y0)).toBe(0)
          expect(Math.max(canvas.width, canvas.height)).toBeLessThanOrEqual(rules.maximumSide)
          expect(canvas.width * canvas.height).toBeLessThanOrEqual(rules.maximumPixels)
          expect([canvas.width % rules.snap, canvas.height % rules.snap]).toEqual([0, 0])
        }
      }),
      { numRuns: 500 }
    )
  })
})
