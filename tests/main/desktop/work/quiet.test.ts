import { expect, test } from 'vitest'
import { isQuiet, type QuietFacts } from '../../../../main/desktop/work/quiet.ts'

const minute = 60_000
const quiet: QuietFacts = { untouched: 600, isIdle: true, onBattery: false, since: undefined, running: 10 * minute }

test.each([
  ['nobody is there, nothing is to be done', {}, true],
  ['something runs', { isIdle: false }, false],
  ['somebody types', { untouched: 5 }, false],
  ['on battery', { onBattery: true }, false],
  ['it was done a moment ago', { since: 5 * minute }, false],
  ['it was done an hour ago', { since: 60 * minute }, true],
  ['somebody types since this morning', { untouched: 5, running: 13 * 60 * minute }, true],
  ['on battery since this morning', { onBattery: true, since: 13 * 60 * minute }, true],
  ['since this morning, and something runs', { isIdle: false, since: 13 * 60 * minute }, false]
])('%s', (_what, some, expected) => {
  expect(isQuiet({ ...quiet, ...some })).toBe(expected)
})
