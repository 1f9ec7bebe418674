import { describe, expect, it } from 'vitest'
import type { Preset } from '../../../main/vision/preset.ts'
import { presetOf } from '../../../main/vision/presets.ts'
import { nextReset } from '../../../main/vision/quota.ts'

const modelscope = presetOf('modelscope')
const resetting = (minutes: number): Preset => ({ ...modelscope, quota: { resetOffsetMinutes: minutes } })

describe('nextReset', () => {
  it.each([
    ['the middle of the day in China', modelscope, '2026-11-23T04:00:00Z', '2026-11-23T16:00:00Z'],
    ['a moment before midnight', modelscope, '2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00Z'],
    ['midnight itself is over', modelscope, '2026-11-23T16:00:00Z', '2026-11-24T16:00:00Z'],
    ['the new day there, the old one in Greenwich', modelscope, '2026-11-23T20:00:00Z', '2026-11-24T16:00:00Z'],
    ['the end of a year', modelscope, '2026-12-31T16:30:00Z', '2027-01-01T16:00:00Z'],
    ['Greenwich', resetting(0), '2026-11-23T08:00:00Z', '2026-11-24T00:00:00Z'],
    ['west of it', resetting(-480), '2026-11-23T07:00:00Z', '2026-11-23T08:00:00Z'],
    ['a zone of half an hour', resetting(330), '2026-11-23T18:29:00Z', '2026-11-23T18:30:00Z'],
    ['before 1970', resetting(480), '1969-12-31T15:00:00Z', '1969-12-31T16:00:00Z']
  ])('%s', (_, preset, now, expected) => {
    expect(nextReset(preset, Date.parse(now))).toBe(Date.parse(expected))
  })

  it('is unknown where no midnight is told', () => {
    expect(nextReset(presetOf('openai'), 0)).toBeUndefined()
  })
})
