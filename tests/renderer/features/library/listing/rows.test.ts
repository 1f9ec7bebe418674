import { describe, expect, test } from 'vitest'
import {
  keptAround,
  missingSpan,
  noRows,
  pageSize,
  type Rows,
  replaced,
  rowAt,
  spanOver,
  withAnswer
} from '../../../../../renderer/features/library/listing/rows.ts'
import { hitOf } from '../shelf.ts'

const hits = (count: number) => Array.from({ length: count }, (_, index) => hitOf(count - index))
const rowsWith = (pages: readonly number[], count: number): Rows => ({
  ...noRows,
  count,
  isCountKnown: true,
  pages: new Map(pages.map((page) => [page, hits(pageSize)]))
})

describe('spans', () => {
  test.each([
    [0, 0, 0, 50],
    [0, 49, 0, 50],
    [49, 50, 0, 100],
    [60, 99, 50, 50],
    [-3, 12, 0, 50],
    [120, 700, 100, 200]
  ])('rows %i to %i are asked as %i and %i more', (first, last, from, size) => {
    expect(spanOver(first, last)).toEqual({ first: from, size })
  })

  test.each<[string, readonly number[], number, number, unknown]>([
    ['all is there', [0, 1], 10, 80, undefined],
    ['one page', [0, 2], 10, 120, { first: 50, size: 50 }],
    ['nothing is there', [], 0, 120, { first: 0, size: 150 }],
    ['not behind the end', [0], 10, 400, { first: 50, size: 200 }],
    ['nothing behind the end', [5], 251, 900, undefined]
  ])('missing: %s', (_title, pages, first, last, expected) => {
    expect(missingSpan(rowsWith(pages, 255), first, last)).toEqual(expected)
  })
})

describe('answers', () => {
  test('rows are found by their place', () => {
    const rows = withAnswer(noRows, { span: { first: 50, size: 100 }, hits: hits(70), hasMore: false, total: 120 })
    expect([49, 50, 99, 100, 119, 120].map((index) => rowAt(rows, index)?.entry.id)).toEqual([
      undefined,
      70,
      21,
      20,
      1,
      undefined
    ])
  })

  test.each([
    ['the library says it', { hasMore: true, total: 1000, count: 60 }, 1000, true],
    ['news above are not rows', { hasMore: true, total: 1000, count: 60, fresh: 7 }, 993, true],
    ['the last page', { hasMore: false, total: undefined, count: 60 }, 60, true],
    ['more than is known', { hasMore: true, total: undefined, count: 50 }, 51, false],
    ['nothing', { hasMore: false, total: undefined, count: 0 }, 0, true]
  ])('length: %s', (_title, { hasMore, total, count, ...more }, expected, isCountKnown) => {
    const answer = { span: { first: 0, size: 50 }, hits: hits(count), hasMore, total }
    expect(withAnswer({ ...noRows, ...more }, answer)).toMatchObject({ count: expected, isCountKnown })
  })

  test('replacing lets all other pages go', () => {
    const rows = replaced(rowsWith([0, 1, 2], 150), {
      span: { first: 50, size: 50 },
      hits: hits(50),
      hasMore: true,
      total: 150
    })
    expect([...rows.pages.keys()]).toEqual([1])
  })

  test('pages far from what is seen are let go', () => {
    const rows = rowsWith([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 500)
    expect([...keptAround(rows, 240, 260, 2).pages.keys()]).toEqual([2, 3, 4, 5, 6, 7])
    expect(keptAround(rows, 0, 499, 0)).toBe(rows)
  })
})
