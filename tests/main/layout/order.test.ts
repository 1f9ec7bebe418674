import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderLines } from '../../../main/layout/order.ts'
import { boxQuad, makeLine, mapPoints, type Placed, readingFrom, readingOf, turned } from './page.ts'

const words = 'the harbour office keeps three ledgers and the clerks count every vessel before noon'.split(' ')

/** Lines of prose of about 40 letters, one below the other. */
function prose(mark: string, x: number, y: number, count: number, pitch = 24): Placed[] {
  return Array.from({ length: count }, (_, index) => {
    const text = `${mark}${index} ${words.slice(index % 5, (index % 5) + 7).join(' ')}`
    return [text.slice(0, 40), x, y + index * pitch] as const
  })
}

function list(mark: string, x: number, y: number, count: number, pitch: number): Placed[] {
  return Array.from({ length: count }, (_, index) => [`${mark}${index} item`, x, y + index * pitch] as const)
}

const texts = (placed: readonly Placed[]) => placed.map(([text]) => text)

/** Each page is given in the order in which it should be read. */
const pages: { name: string; page: Placed[]; rulings?: { x0: number; y0: number; x1: number; y1: number }[] }[] = [
  { name: 'one column', page: prose('a', 40, 40, 6) },
  { name: 'two columns on the same lines', page: [...prose('a', 40, 40, 12), ...prose('b', 420, 40, 12)] },
  { name: 'two columns on different lines', page: [...prose('a', 40, 40, 12), ...prose('b', 420, 51, 11, 26)] },
  {
    name: 'three columns below a headline and above a footer',
    page: [
      ['A headline that runs across the whole of the page, large', 40, 20, 32],
      ...prose('a', 40, 90, 9),
      ...prose('b', 420, 90, 9),
      ...prose('c', 800, 90, 8),
      [
        'A footer below all of the columns that also runs across the whole page and has small letters, and then some more words to the right edge',
        40,
        340,
        14
      ]
    ]
  },
  { name: 'a sidebar', page: [...list('s', 20, 20, 9, 33), ...prose('m', 220, 24, 12)] },
  {
    name: 'rows of a table',
    page: Array.from({ length: 6 }, (_, row): Placed[] => [
      [`Part ${row} of it`, 40, 40 + row * 30],
      [`shelf ${row}`, 340, 40 + row * 30],
      [`${row * 3 + 1}.50`, 560, 40 + row * 30]
    ]).flat()
  },
  {
    name: 'a receipt',
    page: [
      ['CORNER SHOP', 150, 20],
      ['Bread', 40, 60],
      ['2.40', 380, 60],
      ['Milk, two bottles', 40, 84],
      ['3.10', 380, 84],
      ['Coffee', 40, 108],
      ['11.95', 372, 108],
      ['TOTAL', 40, 150],
      ['17.45', 372, 150]
    ]
  },
  {
    name: 'a menu with key strokes',
    page: [
      ['New window', 40, 40],
      ['Ctrl+N', 300, 40],
      ['Open...', 40, 66],
      ['Ctrl+O', 300, 66],
      ['Recent', 40, 92],
      ['Save a copy', 40, 118],
      ['Ctrl+Shift+S', 300, 118],
      ['Quit', 40, 144]
    ]
  },
  {
    name: 'labels with fields that stand a little lower',
    page: ['Name', 'Street', 'Town', 'Country'].flatMap((label, row): Placed[] => [
      [`${label}:`, 40, 40 + row * 40],
      [`${words[row]} ${words[row + 1]}`, 240, 45 + row * 40]
    ])
  },
  {
    name: 'settings with an explanation below each label',
    page: ['Sound', 'Light', 'Power', 'Network'].flatMap((label, row): Placed[] => [
      [label, 40, 40 + row * 80],
      [`Explains what ${label.toLowerCase()} does`, 40, 60 + row * 80, 13],
      ['On', 600, 50 + row * 80]
    ])
  },
  {
    name: 'lists with headings side by side',
    page: [0, 1, 2].flatMap((column): Placed[] => [
      [`Group ${column}`, 40 + column * 300, 40],
      ...list(`g${column}e`, 64 + column * 300, 74, 4 + column, 30)
    ])
  },
  {
    name: 'two editors with line numbers',
    page: [0, 1].flatMap((pane): Placed[] =>
      Array.from({ length: 8 }, (_, line): Placed[] => [
        [`${line + 1}`, 20 + pane * 600, 20 + line * 22],
        [`const v${pane}${line} = read(${line})`, 60 + pane * 600, 20 + line * 22]
      ]).flat()
    )
  },
  {
    name: 'a pane with a drawn edge, on the same lines as the list beside it',
    page: [...list('s', 20, 40, 6, 30), ...list('m', 260, 40, 6, 30)],
    rulings: [{ x0: 200, y0: 20, x1: 201, y1: 240 }]
  },
  {
    name: 'cells of two lines between drawn rules',
    page: [0, 1, 2].flatMap((row): Placed[] => [
      [`left ${row} first`, 40, 40 + row * 60],
      [`left ${row} second`, 40, 62 + row * 60],
      [`right ${row}`, 300, 52 + row * 60]
    ]),
    rulings: [0, 1, 2, 3].map((row) => ({ x0: 20, y0: 31 + row * 60, x1: 500, y1: 32 + row * 60 }))
  }
]

describe('orderLines', () => {
  test.each(pages)('$name', ({ page, rulings }) => {
    expect(orderLines(readingOf(page, rulings)).map((line) => line.text)).toEqual(texts(page))
  })

  test.each([-7, -1.5, 3, 12, 90, 180, 270])('a page turned by %d degrees', (degrees) => {
    const page = [...prose('a', 40, 40, 12), ...prose('b', 420, 40, 12)]
    expect(orderLines(turned(readingOf(page), degrees)).map((line) => line.text)).toEqual(texts(page))
  })

  test('vertical lines from right to left', () => {
    const lines = ['春眠不觉晓', '处处闻啼鸟', '夜来风雨声', '花落知多少'].map((text, index) =>
      makeLine(text, boxQuad(400 - index * 40, 20, 424 - index * 40, 140), undefined, true)
    )
    expect(orderLines(readingFrom(lines.toReversed()))).toEqual(lines)
  })

  test('a block of vertical lines on a page that runs across', () => {
    const page = readingOf(prose('a', 40, 200, 6))
    const vertical = ['春眠不觉晓', '处处闻啼鸟'].map((text, index) =>
      makeLine(text, boxQuad(300 - index * 30, 20, 324 - index * 30, 140), undefined, true)
    )
    const ordered = orderLines({ ...page, lines: [...page.lines, ...vertical.toReversed()] })
    expect(ordered.slice(0, 2)).toEqual(vertical)
  })

  test('a chart is read row by row, whatever its gaps', () => {
    const page: Placed[] = [
      ['80', 40, 40],
      ['legend', 500, 44],
      ['60', 40, 90],
      ['north', 500, 66],
      ['40', 40, 140],
      ['0', 70, 170],
      ['10', 150, 170],
      ['20', 230, 170],
      ['30', 310, 170],
      ['40', 390, 170]
    ]
    expect(orderLines(readingOf(page)).map((line) => line.text)).toEqual([
      '80',
      'legend',
      'north',
      '60',
      '40',
      '0',
      '10',
      '20',
      '30',
      '40'
    ])
  })

  test('tick boxes in front of the entries of lists side by side', () => {
    const lines = [0, 1, 2].flatMap((section) =>
      [0, 1].flatMap((column) => {
        const [x, y] = [40 + column * 320, 40 + section * 160]
        const heading = makeLine(`Group ${section}${column}`, boxQuad(x, y, x + 64, y + 16))
        const entries = [0, 1, 2, 3].map((entry) => {
          // The quad begins at the box, the letters 26 of 200 pixels later.
          const text = `entry ${entry} of group ${section}${column}`
          const positions = Array.from(text).map((_, index) => (26 + ((index + 0.5) / text.length) * 174) / 200)
          return makeLine(text, boxQuad(x, y + 28 + entry * 24, x + 200, y + 44 + entry * 24), positions)
        })
        return [heading, ...entries]
      })
    )
    expect(orderLines(readingFrom(lines.toReversed()))).toEqual(lines)
  })

  test('menus above panes are read before the panes', () => {
    const bar: Placed[] = ['File', 'Edit', 'View', 'Tools', 'Help'].map((text, index) => [text, 20 + index * 60, 10])
    const page = [...bar, ...list('s', 20, 50, 8, 31), ...prose('m', 200, 54, 10)]
    expect(orderLines(readingOf(page)).map((line) => line.text)).toEqual(texts(page))
  })

  test('a label that runs upwards comes after the page', () => {
    const page = readingOf(list('a', 60, 40, 5, 30))
    const label = makeLine('Height in metres', [
      [20, 160],
      [20, 40],
      [36, 40],
      [36, 160]
    ])
    const ordered = orderLines({ ...page, lines: [label, ...page.lines] })
    expect(ordered.at(-1)).toBe(label)
  })
})

const placedPage = fc.array(
  fc.tuple(
    fc.stringMatching(/^[a-z0-9][a-z0-9 .]{0,20}[a-z0-9]$/),
    fc.integer({ min: 0, max: 1200 }),
    fc.integer({ min: 0, max: 800 }),
    fc.integer({ min: 10, max: 40 })
  ),
  { maxLength: 40 }
)

const sorted = (values: readonly string[]) => values.toSorted()

describe('properties of the order', () => {
  test('every line appears exactly once', () => {
    fc.assert(
      fc.property(placedPage, (page) => {
        const ordered = orderLines(readingOf(page))
        expect(sorted(ordered.map((line) => line.text))).toEqual(sorted(texts(page)))
      })
    )
  })

  test('the order of the input does not matter', () => {
    fc.assert(
      fc.property(placedPage, fc.infiniteStream(fc.nat()), (page, keys) => {
        const reading = readingOf(page)
        const keyed = reading.lines.map((line) => ({ line, key: keys.next().value ?? 0 }))
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ line }) => line)
        const ordered = orderLines({ ...reading, lines: shuffled }).map((line) => line.text)
        expect(ordered).toEqual(orderLines(reading).map((line) => line.text))
      })
    )
  })

  test('neither the place nor the scale of the page matters', () => {
    // Powers of two and whole pixels, so that rounding cannot move a line across a limit.
    const move = fc.record({
      scale: fc.constantFrom(0.5, 1, 2, 4),
      x: fc.integer({ min: -400, max: 400 }),
      y: fc.integer({ min: -400, max: 400 })
    })
    fc.assert(
      fc.property(placedPage, move, (page, { scale, x, y }) => {
        const reading = readingOf(page)
        const moved = mapPoints(reading, ([px, py]) => [(px + x) * scale, (py + y) * scale])
        expect(orderLines(moved).map((line) => line.text)).toEqual(orderLines(reading).map((line) => line.text))
      })
    )
  })
})
