import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agoText } from '../../../../../renderer/features/library/list/ago.ts'
import { linesOf, partsOf } from '../../../../../renderer/features/library/list/marks.ts'
import { rowAfter } from '../../../../../renderer/features/library/list/movement.ts'
import {
  nothingSelected,
  rangeOf,
  toggled,
  withRange
} from '../../../../../renderer/features/library/list/selection.ts'
import { isSoon, standingOf } from '../../../../../renderer/features/library/standing.ts'

describe('keys', () => {
  test.each<[string, number, number | undefined]>([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 14],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['x', 50, undefined]
  ])('%s from row %i', (key, row, expected) => {
    expect(rowAfter(key, { row, count: 100, page: 10 })).toBe(expected)
  })

  test('lead nowhere in an empty list', () => {
    expect(rowAfter('End', { row: 0, count: 0, page: 10 })).toBeUndefined()
  })
})

describe('selection', () => {
  test('an entry is picked and let go; ranges begin at the last one', () => {
    const one = toggled(nothingSelected, 7, 3)
    expect([...one.ids]).toEqual([7])
    expect(rangeOf(one, 1)).toEqual([1, 3])
    expect(rangeOf(one, 8)).toEqual([3, 8])
    expect(rangeOf(nothingSelected, 8)).toEqual([8, 8])
    expect([...toggled(one, 7, 3).ids]).toEqual([])
    expect([...withRange(one, [1, 2], false).ids]).toEqual([1, 2])
    expect([...withRange(one, [1, 2], true).ids]).toEqual([7, 1, 2])
  })
})

describe('marks', () => {
  test.each<[string, [number, number][], string]>([
    ['one two', [[4, 7]], 'one |[two]'],
    [
      'one two',
      [
        [0, 3],
        [4, 7]
      ],
      '[one]| |[two]'
    ],
    [
      'one two',
      [
        [4, 7],
        [0, 5]
      ],
      '[one t]|[wo]'
    ],
    ['one', [[1, 90]], 'o|[ne]'],
    ['one', [[2, 2]], 'one'],
    ['', [[0, 1]], '']
  ])('%s with %o', (text, ranges, expected) => {
    const shown = partsOf(text, ranges).map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    expect(shown.join('|')).toBe(expected)
  })

  test('lose nothing of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(30), fc.nat(30))), (text, ranges) => {
        expect(
          partsOf(text, ranges)
            .map((part) => part.text)
            .join('')
        ).toBe(text)
      })
    )
  })

  test('the first line that says something leads', () => {
    expect(linesOf('\n  \n Total \n\n 12.50\nThanks')).toEqual(['Total', '12.50 Thanks'])
    expect(linesOf('')).toEqual(['', ''])
  })
})

describe('times', () => {
  const now = Date.UTC(2026, 10, 30, 12)
  test.each([
    [-5000, 'now'],
    [30_000, 'now'],
    [60_000, '1 min. ago'],
    [59 * 60_000, '59 min. ago'],
    [23 * 3_600_000, '23 hr. ago'],
    [24 * 3_600_000, undefined]
  ])('%i milliseconds ago', (passed, expected) => {
    expect(agoText('en', now - passed, now)).toBe(expected)
  })

  test('in Chinese', () => {
    expect(agoText('zh-CN', now - 5 * 60_000, now)).toBe('5分钟前')
  })

  test.each([
    [{ state: 'done' }, { kind: 'done' }],
    [
      { state: 'waiting', reason: 'quota', notBefore: now + 1 },
      { kind: 'waiting', reason: 'quota', until: now + 1 }
    ],
    [
      { state: 'waiting', reason: 'retry', notBefore: now },
      { kind: 'waiting', reason: 'retry', until: undefined }
    ],
    [
      { state: 'waiting', reason: 'of a later version' },
      { kind: 'waiting', reason: 'other', until: undefined }
    ]
  ] as const)('%o stands as %o', (entry, expected) => {
    expect(standingOf({ reason: undefined, notBefore: undefined, ...entry }, now)).toEqual(expected)
  })

  test('midnight is a matter of today', () => {
    expect(isSoon(now + 12 * 3_600_000, now)).toBe(true)
    expect(isSoon(now + 25 * 3_600_000, now)).toBe(false)
  })
})
