import { expect, test } from 'vitest'
import { timesOf } from '../../../../main/vision/client/times.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

const preset = presetOf('modelscope')

test('a large picture has time to go out on a slow line before an answer is expected', () => {
  const small = timesOf(preset, 0)
  const large = timesOf(preset, 9_300_000)
  expect(small).toEqual({ firstByte: preset.patienceMilliseconds, idle: 60_000, total: 600_000 })
  expect(large).toEqual({ ...small, firstByte: preset.patienceMilliseconds + 74_400 })
})

test('limits that are given hold, the later ones first', () => {
  const times = timesOf(preset, 1_000_000, { firstByte: 400, idle: 500 }, undefined, { idle: 600 })
  expect(times).toEqual({ firstByte: 400, idle: 600, total: 600_000 })
})
