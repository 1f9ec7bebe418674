import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findHtmlTables } from '../../../../main/tasks/parse/html-table.ts'
import { findMarkdownTables } from '../../../../main/tasks/parse/markdown-table.ts'
import type { ChartData, TableData } from '../../../../main/tasks/result.ts'
import { writeChart } from '../../../../main/tasks/write/chart.ts'
import { writeTables } from '../../../../main/tasks/write/tables.ts'

const table: TableData = {
  title: 'A <b>',
  header: ['name', 'a|b'],
  rows: [
    ['x, "y"', '=1+1'],
    ['<&>', 'two\nlines']
  ]
}

describe('tables', () => {
  test.each<[Parameters<typeof writeTables>[1], string]>([
    ['csv', 'name,a|b\r\n"x, ""y""",=1+1\r\n<&>,"two\nlines"'],
    ['tsv', 'name\ta|b\nx, "y"\t=1+1\n<&>\ttwo lines'],
    ['markdown', '**A <b>**\n\n| name | a\\|b |\n| --- | --- |\n| x, "y" | =1+1 |\n| <&> | two lines |'],
    [
      'html',
      [
        '<table>',
        '  <caption>A &lt;b&gt;</caption>',
        '  <thead>',
        '    <tr><th>name</th><th>a|b</th></tr>',
        '  </thead>',
        '  <tbody>',
        '    <tr><td>x, &quot;y&quot;</td><td>=1+1</td></tr>',
        '    <tr><td>&lt;&amp;&gt;</td><td>two<br>lines</td></tr>',
        '  </tbody>',
        '</table>'
      ].join('\n')
    ]
  ])('%s', (format, expected) => {
    expect(writeTables([table], format)).toBe(expected)
  })

  test('JSON comes back', () => {
    expect(JSON.parse(writeTables([table, table], 'json'))).toEqual([table, table])
  })

  test('several are parted by an empty line', () => {
    const small = { header: ['a'], rows: [['1']] }
    expect(writeTables([small, small], 'csv')).toBe('a\r\n1\r\n\r\na\r\n1')
    expect(writeTables([small, small], 'tsv')).toBe('a\n1\n\na\n1')
  })

  test('a byte order mark where it is wanted', () => {
    const small = { header: ['a'], rows: [] }
    expect(writeTables([small], 'csv', { byteOrderMark: true })).toBe('\ufeffa')
    expect(writeTables([small], 'markdown', { byteOrderMark: true })).toBe('| a |\n| --- |')
  })

  test('without a header the first row stands for it, but not in HTML', () => {
    const bare = { header: [], rows: [['1', '2']] }
    expect(writeTables([bare], 'csv')).toBe('1,2')
    expect(writeTables([bare], 'markdown')).toBe('| 1 | 2 |\n| --- | --- |')
    expect(writeTables([bare], 'html')).not.toContain('thead')
  })

  const cell = fc
    .string({ unit: fc.constantFrom('a', '|', '\\', '`', '<', '&', '"', '猫', '-', ':', ' ', '=') })
    .map((text) => text.trim().replaceAll(/\s+/gu, ' '))
  const grid = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 })
        .map((rows) => ({ header: Array.from({ length: width }, (_, index) => `h${index}`), rows }))
    )

  test('what is written as Markdown is read again', () => {
    fc.assert(
      fc.property(grid, (one) => {
        // Lines of dashes within a table are taken for a second rule.
        fc.pre(one.rows.every((row) => !row.every((text) => /^:?-+:?$/u.test(text))))
        fc.pre(one.rows.flat().every((text) => (text.match(/`/gu)?.length ?? 0) === 0))
        expect(findMarkdownTables(writeTables([one], 'markdown')).tables).toEqual([one])
      })
    )
  })

  test('what is written as HTML is read again', () => {
    fc.assert(
      fc.property(grid, (one) => {
        expect(findHtmlTables(writeTables([one], 'html')).tables).toEqual([one])
      })
    )
  })
})

describe('charts', () => {
  const chart: ChartData = {
    title: 'Sales',
    type: 'bar',
    x: { title: 'Year' },
    y: {},
    series: [{ name: 'A', unit: '%' }, { name: 'B' }],
    rows: [{ label: '2020', values: [1.5, null] }]
  }
  test.each<[Parameters<typeof writeChart>[1], string]>([
    ['csv', 'Year,A (%),B\r\n2020,1.5,'],
    ['tsv', 'Year\tA (%)\tB\n2020\t1.5\t'],
    ['markdown', '**Sales**\n\n| Year | A (%) | B |\n| --- | --- | --- |\n| 2020 | 1.5 |  |'],
    ['json', JSON.stringify(chart, undefined, 2)]
  ])('%s', (format, expected) => {
    expect(writeChart(chart, format)).toBe(expected)
  })

  test('HTML has the title as caption', () => {
    expect(writeChart(chart, 'html')).toContain('<caption>Sales</caption>')
  })
})
