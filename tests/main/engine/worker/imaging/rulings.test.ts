import { describe, expect, test } from 'vitest'
import type { Pixels } from '../../../../../main/engine/worker/imaging/pixels.ts'
import { findRulings } from '../../../../../main/engine/worker/imaging/rulings.ts'

type Rectangle = readonly [x: number, y: number, width: number, height: number, grey: number]

function draw(width: number, height: number, ground: number, rectangles: readonly Rectangle[]): Pixels {
  const data = new Uint8Array(width * height * 3).fill(ground)
  for (const [left, top, wide, high, grey] of rectangles) {
    for (let y = top; y < top + high; y++) data.fill(grey, (y * width + left) * 3, (y * width + left + wide) * 3)
  }
  return { data, width, height }
}

describe('findRulings', () => {
  test('nothing on a blank picture', () => {
    expect(findRulings(draw(300, 200, 255, []))).toEqual([])
  })

  test('a thin grey line is one ruling', () => {
    const [ruling, ...others] = findRulings(draw(600, 400, 255, [[100, 200, 400, 1, 214]]))
    expect(others).toEqual([])
    expect(ruling?.y0).toBe(200)
    expect(ruling?.x0).toBeCloseTo(100, -1)
    expect(ruling?.x1).toBeCloseTo(500, -1)
  })

  test.each([
    ['light', 255, 243],
    ['dark', 30, 43]
  ])('the edge of a %s pane', (_name, ground, pane) => {
    const [ruling, ...others] = findRulings(draw(600, 400, ground, [[0, 0, 180, 400, pane]]))
    expect(others).toEqual([])
    expect([ruling?.x0, ruling?.x1]).toEqual([180, 180])
    expect((ruling?.y1 ?? 0) - (ruling?.y0 ?? 0)).toBeGreaterThan(380)
  })

  test('the grid of a table, lines crossing each other', () => {
    const lines = [0, 1, 2, 3, 4].flatMap((step): Rectangle[] => [
      [50, 50 + step * 30, 401, 1, 200],
      [50 + step * 100, 50, 1, 121, 200]
    ])
    const rulings = findRulings(draw(600, 300, 255, lines))
    const flat = rulings.filter((ruling) => ruling.x1 - ruling.x0 > ruling.y1 - ruling.y0)
    expect(flat.map((ruling) => ruling.y0).toSorted((a, b) => a - b)).toEqual([50, 80, 110, 140, 170])
    const upright = rulings.filter((ruling) => ruling.y1 - ruling.y0 > ruling.x1 - ruling.x0)
    expect(upright.map((ruling) => ruling.x0).toSorted((a, b) => a - b)).toEqual([50, 150, 250, 350, 450])
  })

  test('rows of letters are no rulings', () => {
    const letters = Array.from({ length: 20 }, (_row, row) =>
      Array.from({ length: 60 }, (_letter, letter): Rectangle => [20 + letter * 9, 20 + row * 18, 5, 11, 20])
    ).flat()
    expect(findRulings(draw(600, 400, 255, letters))).toEqual([])
  })

  test('a soft shade is no ruling', () => {
    const pixels = draw(600, 400, 255, [])
    for (let y = 0; y < 400; y++) pixels.data.fill(255 - (y >> 2), y * 1800, (y + 1) * 1800)
    expect(findRulings(pixels)).toEqual([])
  })

  test('at most a few hundred', () => {
    const stripes = Array.from({ length: 500 }, (_, row): Rectangle => [0, row * 8, 200, 1, 0])
    expect(findRulings(draw(200, 4000, 255, stripes)).length).toBeLessThanOrEqual(300)
  })
})
