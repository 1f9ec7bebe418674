import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceAfter, paceResumed, rateOf, startPace, timeLeft } from '../../../main/jobs/pace.ts'

describe('the pace', () => {
  it('is unknown before the first job has ended', () => {
    const pace = startPace(0)
    expect(rateOf(pace)).toBeUndefined()
    expect(timeLeft(pace, 3)).toBeUndefined()
    expect(timeLeft(pace, 0)).toBe(0)
  })

  it('of steady work is that of the work', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 200 }), (each, count) => {
        let pace = startPace(0)
        for (let index = 1; index <= count; index += 1) pace = paceAfter(pace, 1, index * each)
        // The first step of a weighted mean is at most one step ahead.
        expect(rateOf(pace)).toBeGreaterThan((1000 / each) * 0.999)
      })
    )
  })

  it('follows a network that has become slower', () => {
    let pace = startPace(0)
    for (let index = 1; index <= 100; index += 1) pace = paceAfter(pace, 1, index * 1000)
    for (let index = 1; index <= 30; index += 1) pace = paceAfter(pace, 1, 100_000 + index * 10_000)
    expect(timeLeft(pace, 10)).toBeGreaterThan(80_000)
    expect(timeLeft(pace, 10)).toBeLessThan(110_000)
  })

  it('forgets a pause', () => {
    const before = paceAfter(startPace(0), 1, 1000)
    const after = paceAfter(paceResumed(before, 900_000), 1, 901_000)
    expect(timeLeft(after, 1)).toBeCloseTo(1000, 0)
  })

  it('bears a clock that is set back', () => {
    const pace = paceAfter(paceAfter(startPace(5000), 1, 6000), 1, 2000)
    expect(rateOf(pace)).toBeGreaterThan(0)
  })
})
