import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, nextMidnight } from '../../../main/jobs/day.ts'

const hour = 3_600_000

describe('a provider’s day', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', 480, '2026-11-23', '2026-11-23T16:00:00.000Z'],
    ['2026-11-23T16:00:00.000Z', 480, '2026-11-24', '2026-11-24T16:00:00.000Z'],
    ['2026-11-23T23:59:59.999Z', 0, '2026-11-23', '2026-11-24T00:00:00.000Z'],
    ['2026-11-23T04:00:00.000Z', -300, '2026-11-22', '2026-11-23T05:00:00.000Z']
  ])('at %s with %i minutes', (time, offset, day, midnight) => {
    expect(dayOf(Date.parse(time), offset)).toBe(day)
    expect(new Date(nextMidnight(Date.parse(time), offset)).toISOString()).toBe(midnight)
  })

  it('ends at the next midnight, and not before', () => {
    const times = fc.integer({ min: 0, max: 4e12 })
    fc.assert(
      fc.property(times, fc.integer({ min: -720, max: 840 }), (now, offset) => {
        const midnight = nextMidnight(now, offset)
        expect(midnight - now).toBeGreaterThan(0)
        expect(midnight - now).toBeLessThanOrEqual(24 * hour)
        expect(dayOf(midnight - 1, offset)).toBe(dayOf(now, offset))
        expect(dayOf(midnight, offset)).not.toBe(dayOf(now, offset))
      })
    )
  })
})
