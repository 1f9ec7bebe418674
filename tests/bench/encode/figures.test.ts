import { describe, expect, it } from 'vitest'
import { geometricMean, median, sum } from './figures.ts'
import { decibels } from './likeness.ts'

describe('figures of the bench', () => {
  it.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 2, 100], 3]
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })

  it('ratios of two and a half make one', () => {
    expect(geometricMean([2, 0.5])).toBeCloseTo(1)
    expect(sum([1, 2, 3])).toBe(6)
  })

  it('the same pixels have no noise, opposite ones nothing but', () => {
    expect(decibels(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(Number.POSITIVE_INFINITY)
    expect(decibels(Uint8Array.of(0, 255), Uint8Array.of(255, 0))).toBe(0)
  })
})
