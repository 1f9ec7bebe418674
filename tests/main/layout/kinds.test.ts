import { expect, test } from 'vitest'
import { isMeasure, startsEntry, weightOf } from '../../../main/layout/kinds.ts'

test.each([
  '12.50',
  '$1,200.00',
  'RM 22.00',
  '-22.00',
  '2021-01-05 17:03',
  '8:26 AM',
  '47 %',
  '12 KB',
  'Ctrl+Shift+S',
  '⌘S',
  'F5'
])('%s is a measure', (text) => expect(isMeasure(text)).toBe(true))

test.each(['Active', 'No. 4 High Street', 'Fine', '第一', 'A4', ''])('%j is no measure', (text) =>
  expect(isMeasure(text)).toBe(false)
)

test.each(['• one', '1. one', '12) one', '- one', '(a) one', '一、背景'])('%s opens an entry', (text) =>
  expect(startsEntry(text)).toBe(true)
)

test.each(['one', '1.5 metres', '-5', 'a-b', '一共三本'])('%s opens none', (text) =>
  expect(startsEntry(text)).toBe(false)
)

test('Han characters weigh twice', () => {
  expect(weightOf('ab汉字')).toBe(6)
})
