import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributesOf, countLabels } from '../../../../renderer/features/result/boxes/counts.ts'
import { plotOf, shapeOf, tableOf } from '../../../../renderer/features/result/chart/shape.ts'
import { diffWords } from '../../../../renderer/features/result/compare/diff.ts'
import { fromTabs } from '../../../../renderer/features/result/table/from-tabs.ts'
import { roomFor } from '../../../../renderer/features/result/table/room.ts'
import { chunksOf } from '../../../../renderer/features/result/text/chunks.ts'
import { doubtfulRanges } from '../../../../renderer/features/result/text/doubtful.ts'
import { alignLines } from '../../../../renderer/features/viewer/text/alignment.ts'

const markedBeside = (text: string, other: string): string =>
  diffWords(text, other)
    .left.map(({ text: part, changed }) => (changed ? `[${part}]` : part))
    .join('')

describe('what two texts do not have in common', () => {
  test.each([
    ['the same', 'the same', 'the same'],
    ['Total 32.34 paid', 'Total 32.84 paid', 'Total [32.34 ]paid'],
    ['one more word', 'one word', 'one [more ]word'],
    ['本馆定于六月八日闭馆', '本馆定于六月九日闭馆', '本馆定于六月[八]日闭馆'],
    ['gone', '', '[gone]'],
    ['', 'new', '']
  ])('%j beside %j', (text, other, expected) => {
    expect(markedBeside(text, other)).toBe(expected)
  })

  test('nothing is lost on either side', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const difference = diffWords(left, right)
        expect(difference.left.map(({ text }) => text).join('')).toBe(left)
        expect(difference.right.map(({ text }) => text).join('')).toBe(right)
      })
    )
  })

  test('long texts are shown without marks', () => {
    const long = 'word '.repeat(20_000)
    expect(diffWords(long, `${long}more`).left).toEqual([{ text: long, changed: false }])
  })
})

describe('a chart', () => {
  const rows = [
    { label: '1', values: [3] },
    { label: '2.5', values: [null] }
  ]
  const series = [{ name: 'Visitors', unit: 'k' }]

  test.each([
    ['bar', 'bar'],
    ['grouped bar chart', 'bar'],
    ['line', 'line'],
    ['折线图', 'line'],
    ['stacked area', 'area'],
    ['donut', 'pie'],
    ['饼图', 'pie'],
    ['scatter plot', 'scatter'],
    ['radar', 'bar'],
    ['', 'bar']
  ])('of the kind %j is drawn as %s', (type, shape) => {
    expect(shapeOf({ type, series, rows })).toBe(shape)
  })

  test.each([
    ['a pie of several series', 'pie', [...series, { name: 'x' }], rows, 'bar'],
    ['a pie with a negative slice', 'pie', series, [{ label: 'a', values: [-1] }], 'bar'],
    ['points without numbers', 'scatter', series, [{ label: 'Jan', values: [1] }], 'line']
  ] as const)('%s takes another form', (_, type, someSeries, someRows, shape) => {
    const chart = {
      type,
      series: [...someSeries],
      rows: someRows.map(({ label, values }) => ({ label, values: [...values] }))
    }
    expect(shapeOf(chart)).toBe(shape)
  })

  test('any names of series are safe as keys, and gaps stay gaps', () => {
    const odd = { series: [{ name: '__proto__' }, { name: 'label' }], rows: [{ label: 'a', values: [1, null] }] }
    expect(plotOf(odd)).toEqual({
      points: [{ label: 'a', s0: 1, s1: null }],
      series: [
        { key: 's0', name: '__proto__' },
        { key: 's1', name: 'label' }
      ],
      left: 0
    })
  })

  test('more than can be told apart is counted, not drawn', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ label: `${index}`, values: [index] }))
    expect(plotOf({ series, rows: many })).toMatchObject({ left: 600 })
  })

  test('is a table, with units in its header', () => {
    expect(tableOf({ type: 'bar', x: { title: 'Day', unit: 'd' }, y: {}, series, rows })).toEqual({
      header: ['Day (d)', 'Visitors (k)'],
      rows: [
        ['1', '3'],
        ['2.5', '']
      ]
    })
  })
})

test('labels are counted in the order in which they come', () => {
  const labels = ['cat', 'dog', 'cat', '__proto__'].map((label) => ({ label }))
  expect([...countLabels(labels)]).toEqual([
    ['cat', 2],
    ['dog', 1],
    ['__proto__', 1]
  ])
  expect(attributesOf({ attributes: { colour: 'red', kind: 'small' } })).toBe('colour: red · kind: small')
  expect(attributesOf({})).toBe('')
})

test.each([
  [
    'a\tb\n1',
    [
      ['a', 'b'],
      ['1', '']
    ]
  ],
  ['', [['']]]
])('the tab-separated %j', (text, rows) => {
  expect(fromTabs(text)).toEqual({ header: [], rows })
})

test.each([
  [3, { columns: 3, rows: 200 }],
  [50, { columns: 50, rows: 80 }],
  [1000, { columns: 60, rows: 66 }],
  [0, { columns: 1, rows: 200 }]
])('of a table of %i columns so much is shown', (columns, room) => {
  expect(roomFor({ header: Array<string>(columns).fill('x'), rows: [] })).toEqual(room)
})

describe('chunks of a text', () => {
  test('are the text, in order, each begun where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 2, max: 40 }), (text, length) => {
        const chunks = chunksOf(text, length)
        expect(chunks.map((chunk) => chunk.text).join('')).toBe(text)
        for (const chunk of chunks) {
          expect(text.startsWith(chunk.text, chunk.start)).toBe(true)
          expect(chunk.text.length).toBeLessThanOrEqual(length)
        }
      })
    )
  })

  test('are cut at lines where there are some, and never within a character', () => {
    expect(chunksOf('aaaa\nbbbb\ncc', 8).map(({ text }) => text)).toEqual(['aaaa\n', 'bbbb\ncc'])
    expect(chunksOf('aaa𠮷bb', 4).map(({ text }) => text)).toEqual(['aaa', '𠮷bb'])
  })
})

const lineOf = (text: string, doubtful: string) => ({
  text,
  confidences: Array.from(text).map((_, index) =>
    index >= text.indexOf(doubtful) && index < text.indexOf(doubtful) + doubtful.length ? 0.4 : 0.98
  )
})
const marked = (lines: readonly { text: string; confidences: number[] }[], text: string): string[] => {
  const alignment = alignLines(
    lines.map((line) => line.text),
    text
  )
  return doubtfulRanges(lines, alignment).map(([start, end]) => text.slice(start, end))
}

describe('doubtful words', () => {
  test.each([
    ['a word', 'Willow Iane Tea', 'Iane', ['Iane']],
    ['Chinese', '柳巷茶馆营业', '茶馆', ['茶馆']],
    ['marks are no words', 'Total: 12', ':', []],
    ['nothing', 'all is well', '', []]
  ])('%s', (_, text, doubtful, expected) => {
    expect(marked([lineOf(text, doubtful)], `before\n${text}`)).toEqual(expected)
  })

  test('a line that the text does not have has none', () => {
    expect(marked([lineOf('Willow Iane', 'Iane')], 'another text')).toEqual([])
  })
})
