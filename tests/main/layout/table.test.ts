import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable, type Table } from '../../../main/layout/table.ts'
import { writeTable } from '../../../main/layout/tableText.ts'
import { type Placed, readingOf } from './page.ts'

const texts = (table: ReturnType<typeof readTable>) => table.rows.map((row) => row.map((cell) => cell.text))

describe('readTable', () => {
  test('rows and columns from where the texts stand', () => {
    const page: Placed[] = [
      ['Name', 40, 40],
      ['Town', 240, 40],
      ['Amount', 452, 40],
      ['Anna', 40, 70],
      ['Bergen', 240, 70],
      ['12.50', 460, 70],
      ['Boris', 40, 100],
      ['7.00', 468, 100],
      ['Carla', 40, 130],
      ['Cork', 240, 130],
      ['110.25', 452, 130]
    ]
    expect(texts(readTable(readingOf(page)))).toEqual([
      ['Name', 'Town', 'Amount'],
      ['Anna', 'Bergen', '12.50'],
      ['Boris', '', '7.00'],
      ['Carla', 'Cork', '110.25']
    ])
  })

  test('a heading that spans columns', () => {
    const body = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((row): Placed[] => [
      [`a${row}`, 40, 80 + row * 30],
      [`b${row}`, 200, 80 + row * 30],
      [`c${row}`, 360, 80 + row * 30]
    ])
    const [head, first] = readTable(readingOf([['A heading over all of the columns together', 40, 40], ...body])).rows
    expect(head).toEqual([{ text: 'A heading over all of the columns together', span: 3 }])
    expect(first?.map((cell) => cell.span)).toEqual([1, 1, 1])
  })

  test('cells of several lines between drawn rules', () => {
    const page: Placed[] = [
      ['Key', 40, 40],
      ['Meaning', 200, 40],
      ['one', 40, 80],
      ['the first of', 200, 80],
      ['all numbers', 200, 102],
      ['two', 40, 142],
      ['the second', 200, 142]
    ]
    const rules = [30, 68, 130, 168].map((y) => ({ x0: 20, y0: y, x1: 400, y1: y + 1 }))
    expect(texts(readTable(readingOf(page, rules)))).toEqual([
      ['Key', 'Meaning'],
      ['one', 'the first of all numbers'],
      ['two', 'the second']
    ])
  })

  test('drawn columns hold even where texts stand close', () => {
    const page: Placed[] = [
      ['abcdefgh', 42, 40],
      ['ijkl', 112, 40],
      ['ab', 42, 70],
      ['ij', 112, 70]
    ]
    expect(texts(readTable(readingOf(page, [{ x0: 108, y0: 30, x1: 109, y1: 100 }])))).toEqual([
      ['abcdefgh', 'ijkl'],
      ['ab', 'ij']
    ])
  })

  test('an empty picture has no rows', () => {
    expect(readTable(readingOf([])).rows).toEqual([])
  })
})

const table: Table = {
  columns: 3,
  rows: [
    [
      { text: 'a|b', span: 2 },
      { text: 'say "x", <y>', span: 1 }
    ],
    [
      { text: 'one\ttwo', span: 1 },
      { text: '', span: 1 },
      { text: 'R&D', span: 1 }
    ]
  ]
}

describe('writeTable', () => {
  test.each([
    ['tsv', 'a|b\t\tsay "x", <y>\none two\t\tR&D'],
    ['csv', 'a|b,,"say ""x"", <y>"\r\none\ttwo,,R&D'],
    ['markdown', '| a\\|b |  | say "x", <y> |\n| --- | --- | --- |\n| one two |  | R&D |'],
    [
      'html',
      '<table>\n  <tr><td colspan="2">a|b</td><td>say &quot;x&quot;, &lt;y&gt;</td></tr>\n' +
        '  <tr><td>one\ttwo</td><td></td><td>R&amp;D</td></tr>\n</table>'
    ]
  ] as const)('%s', (format, text) => {
    expect(writeTable(table, format)).toBe(text)
  })

  const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 })

  test('CSV can be read back', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const written = writeTable(
          { columns: 2, rows: rows.map((row) => row.map((text) => ({ text, span: 1 }))) },
          'csv'
        )
        expect(parseCsv(written)).toEqual(rows)
      })
    )
  })

  test('TSV has one line a row and one field a cell', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const written = writeTable(
          { columns: 2, rows: rows.map((row) => row.map((text) => ({ text, span: 1 }))) },
          'tsv'
        )
        const blanks = rows.map((row) => row.map((text) => text.replace(/\s+/gu, ' ')))
        expect(written.split('\n').map((line) => line.split('\t'))).toEqual(blanks)
      })
    )
  })
})

/** RFC 4180, as a reader of it would write it down. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let rest = text
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/u.exec(rest)
    const field = quoted ?? /^([^,\r\n]*)/u.exec(rest)
    rows.at(-1)?.push(quoted ? (field?.[1] ?? '').replaceAll('""', '"') : (field?.[1] ?? ''))
    rest = rest.slice(field?.[0].length ?? 0)
    if (rest === '') return rows
    if (rest.startsWith(',')) rest = rest.slice(1)
    else {
      rows.push([])
      rest = rest.slice(2)
    }
  }
}
