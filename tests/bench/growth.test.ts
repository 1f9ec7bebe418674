import { describe, expect, it } from 'vitest'
import { growthOf } from './growth.ts'

describe('growthOf', () => {
  it('compares the last round with the first after the warm-up', () => {
    const growth = growthOf([900, 900, 100, 200, 110, 190, 120, 210], 2, 2)
    expect(growth).toMatchObject({ early: 150, late: 165, peak: 900 })
    expect(growth.share).toBeCloseTo(0.1)
  })

  it('wants two rounds', () => {
    expect(() => growthOf([1, 2, 3, 4], 1, 2)).toThrow('at least 5')
  })
})
