import { describe, expect, it } from 'vitest'
import { size } from '../../../../main/cli/library/sizes.ts'
import { days, duration, localTime, moment } from '../../../../main/cli/library/times.ts'

/** A Monday in the zone of whoever runs this. */
const now = new Date(2026, 10, 23, 18, 30).getTime()
const at = (day: number, hour = 0, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

describe('moment', () => {
  const read = moment(() => now)

  it.each([
    ['today', at(23), at(24)],
    ['Yesterday', at(22), at(23)],
    ['2026-11-01', at(1), at(2)],
    ['2026-11-30', at(30), new Date(2026, 11, 1).getTime()],
    ['2026-11-23 08:15', at(23, 8, 15), at(23, 8, 15)],
    ['2026-11-23T08:15:00Z', Date.UTC(2026, 10, 23, 8, 15), Date.UTC(2026, 10, 23, 8, 15)],
    ['12h', now - 12 * 3_600_000, now - 12 * 3_600_000],
    ['7d', now - 7 * 86_400_000, now - 7 * 86_400_000],
    ['2w', now - 14 * 86_400_000, now - 14 * 86_400_000]
  ])('of %s', (value, time, end) => {
    expect(read(value)).toEqual({ time, end })
  })

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '23.11.2026', '7', '7y', '2026-11-23 25:00', '1e3d'])(
    'is not “%s”',
    (value) => {
      expect(() => read(value)).toThrow('It must be a day')
    }
  )
})

describe('days', () => {
  it.each([
    ['90d', 90],
    ['90', 90],
    ['2w', 14],
    ['0d', 0]
  ])('of %s are %i', (value, count) => {
    expect(days(value)).toBe(count)
  })

  it.each(['', '-1d', '1.5d', '3m', 'd'])('are not “%s”', (value) => {
    expect(() => days(value)).toThrow('number of days')
  })
})

describe('size', () => {
  it.each([
    ['500MB', 500_000_000],
    ['1.5 gb', 1_500_000_000],
    ['0KB', 0]
  ])('of %s is %i', (value, bytes) => {
    expect(size(value)).toBe(bytes)
  })

  it.each(['', '2', '-1GB', '2 XB', 'GB', '1e3MB'])('is not “%s”', (value) => {
    expect(() => size(value)).toThrow('It must be a size')
  })
})

describe('for people', () => {
  it('a time is in the zone of this machine', () => {
    expect(localTime(at(3, 4, 5))).toBe('2026-11-03 04:05')
  })

  it.each([
    [0, '0 s'],
    [1, '1 s'],
    [99_000, '99 s'],
    [99_001, '2 min'],
    [3_600_000, '60 min'],
    [7_500_000, '2 h 5 min']
  ])('%i ms are %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text)
  })
})
