import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findComponents, type ProbabilityMap } from '../../../../../../main/engine/worker/ocr/detect/components.ts'
import { mapOf, mapOfRows, pixelsOf } from './probability-map.ts'

/** The same by a slow walk from pixel to pixel: each piece as the sorted list of its pixels. */
function flooded({ values, stride, width, height }: ProbabilityMap, threshold: number): string[][] {
  const seen = new Set<string>()
  const isText = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (values[y * stride + x] ?? 0) > threshold
  const pieces: string[][] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const queue: [number, number][] = [[x, y]]
      const piece: string[] = []
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [u, v] = next
        if (!isText(u, v) || seen.has(`${u},${v}`)) continue
        seen.add(`${u},${v}`)
        piece.push(`${u},${v}`)
        queue.push([u - 1, v], [u + 1, v], [u, v - 1], [u, v + 1])
      }
      if (piece.length > 0) pieces.push(piece.toSorted())
    }
  }
  return pieces
}

/** A row of that many probabilities. */
function row(width: number): fc.Arbitrary<number[]> {
  return fc.array(fc.constantFrom(0, 0.2, 0.6, 0.9), { minLength: width, maxLength: width })
}

describe('findComponents', () => {
  it('finds what a flood fill finds', () => {
    const rows = fc.integer({ min: 1, max: 24 }).chain((width) => fc.array(row(width), { minLength: 1, maxLength: 16 }))
    fc.assert(
      fc.property(rows, (drawn) => {
        const map = mapOfRows(drawn)
        const found = findComponents(map, 0.3).map((component) => pixelsOf(component).join(' '))
        expect(found.toSorted()).toEqual(
          flooded(map, 0.3)
            .map((piece) => piece.join(' '))
            .toSorted()
        )
      })
    )
  })

  it('measures a piece', () => {
    const [piece, ...others] = findComponents(
      mapOfRows([
        [0, 0, 0, 0],
        [0, 0.5, 1, 0],
        [0, 0.9, 0, 0]
      ]),
      0.3
    )
    expect(others).toEqual([])
    expect(piece).toMatchObject({ x0: 1, y0: 1, x1: 3, y1: 3, area: 3 })
    expect(piece?.score).toBeCloseTo(0.8)
  })

  it.each([
    [
      'corners do not touch',
      [
        [1, 0],
        [0, 1]
      ],
      2
    ],
    [
      'a ring is one',
      [
        [1, 1, 1],
        [1, 0, 1],
        [1, 1, 1]
      ],
      1
    ],
    [
      'two arms meet late',
      [
        [1, 0, 1],
        [1, 0, 1],
        [1, 1, 1]
      ],
      1
    ],
    [
      'three arms',
      [
        [1, 0, 1, 0, 1],
        [1, 1, 1, 1, 1]
      ],
      1
    ],
    ['exactly the threshold is no text', [[0.25]], 0],
    ['nothing', [[0]], 0]
  ])('%s', (_name, rows, count) => {
    expect(findComponents(mapOfRows(rows), 0.25)).toHaveLength(count)
  })

  it('leaves the padding of a row out', () => {
    const found = findComponents(
      mapOf(5, 3, (x) => x === 4, 8),
      0.3
    )
    expect(found.map(({ x0, x1, area }) => ({ x0, x1, area }))).toEqual([{ x0: 4, x1: 5, area: 3 }])
  })
})
