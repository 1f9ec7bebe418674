import { describe, expect, it } from 'vitest'
import { createCrashBudget } from '../../../main/engine/crashes.ts'

const options = { budget: 3, windowMilliseconds: 1000, backoffMilliseconds: 100 }

describe('the crash budget', () => {
  it.each([
    { crashes: [], now: 0, backoff: 0, barred: 0 },
    { crashes: [0], now: 1, backoff: 0, barred: 0 },
    { crashes: [0, 10], now: 11, backoff: 100, barred: 0 },
    { crashes: [0, 10, 20], now: 21, backoff: 200, barred: 979 },
    { crashes: [0, 10, 20, 30], now: 31, backoff: 400, barred: 979 },
    // The first has left the window, so one more may be tried.
    { crashes: [0, 10, 20], now: 1000, backoff: 100, barred: 0 },
    { crashes: [0, 10, 20], now: 5000, backoff: 0, barred: 0 }
  ])('after $crashes at $now: wait $backoff, barred for $barred', ({ crashes, now, backoff, barred }) => {
    const budget = createCrashBudget(options)
    for (const time of crashes) budget.record(time)
    expect(budget.total()).toBe(crashes.length)
    expect(budget.backoff(now)).toBe(backoff)
    expect(budget.barred(now)).toBe(barred)
  })

  it('waits no longer than five seconds', () => {
    const budget = createCrashBudget({ ...options, budget: 100 })
    for (let count = 0; count < 50; count += 1) budget.record(0)
    expect(budget.backoff(1)).toBe(5000)
  })
})
