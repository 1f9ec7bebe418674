import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesOf } from '../../../../../../main/engine/worker/ocr/recognise/batches.ts'

const widths = fc.array(fc.integer({ min: 16, max: 20_000 }), { maxLength: 80 })

describe('batchesOf', () => {
  it('holds every line once, in a width that all of a batch fit into', () => {
    fc.assert(
      fc.property(widths, (drawn) => {
        const lines = drawn.map((width, index) => ({ width, index }))
        const batches = batchesOf(lines)
        expect(batches.flatMap((batch) => batch.lines.map(({ index }) => index)).toSorted((a, b) => a - b)).toEqual(
          lines.map(({ index }) => index)
        )
        for (const { lines: batch, width } of batches) {
          expect(width).toBe(Math.ceil(Math.max(...batch.map((line) => line.width)) / 8) * 8)
          expect(batch.length === 1 || batch.length * width <= 3200).toBe(true)
          expect(batch.length).toBeLessThanOrEqual(16)
        }
      })
    )
  })

  it.each([
    ['nothing', [], []],
    ['one line, however wide', [100_000], [[100_000]]],
    ['narrow ones share a run', [100, 90, 95], [[90, 95, 100]]],
    ['a wide one stands alone', [100, 1500, 90], [[90, 100], [1500]]]
  ])('%s', (_name, drawn, expected) => {
    expect(batchesOf(drawn.map((width) => ({ width }))).map(({ lines }) => lines.map(({ width }) => width))).toEqual(
      expected
    )
  })
})
