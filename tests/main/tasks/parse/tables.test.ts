import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitRow } from '../../../../main/tasks/parse/markdown-table.ts'
import { parseTables } from '../../../../main/tasks/parse/tables.ts'
import { type TableData, taskResult } from '../../../../main/tasks/result.ts'
import { contextOf } from './context.ts'

const context = contextOf({ task: 'table' })

function read(answer: string): TableData[] {
  const result = parseTables(answer, context)
  if (result.kind !== 'tables') throw new Error(`${result.kind}: ${result.text}`)
  return result.tables
}

const grid = {
  header: ['a', 'b'],
  rows: [
    ['1', '2'],
    ['3', '']
  ]
}

describe('shapes that models give', () => {
  test.each<[string, string]>([
    ['Markdown', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |  |'],
    ['without outer pipes', 'a | b\n--- | :-:\n1 | 2\n3 |'],
    ['fenced', '```markdown\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |  |\n```'],
    ['uneven rows', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |'],
    ['indented', '  | a | b |\n  |---|---|\n  | 1 | 2 |\n  | 3 | |'],
    ['a second rule', '| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | |'],
    [
      'HTML',
      '<table border="1"><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr></tbody></table>'
    ],
    ['HTML without ends', '<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td></table>'],
    ['JSON, rows as objects', '[{"a": 1, "b": 2}, {"a": "3", "b": null}]'],
    ['JSON, rows as lists', '{"header": ["a", "b"], "rows": [[1, 2], ["3"]]}'],
    ['JSON, columns and data', '```json\n{"columns": ["a", "b"], "data": [["1", "2"], ["3", ""]]}\n```'],
    ['JSON, several', '{"tables": [{"headers": ["a", "b"], "rows": [["1", "2"], ["3", ""]]}]}']
  ])('%s', (_name, answer) => {
    expect(read(answer)).toEqual([grid])
  })

  test('a row of dashes is data', () => {
    expect(read('| a | b |\n|---|---|\n| - | - |\n| 1 | 2 |')[0]?.rows).toEqual([
      ['-', '-'],
      ['1', '2']
    ])
  })

  test('titles, prose and several tables', () => {
    const answer =
      'Two tables:\n\n**First**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n### Second\n| c |\n|---|\n| 3 |\n\nThat is all.'
    const result = parseTables(answer, context)
    expect(result).toMatchObject({
      kind: 'tables',
      prose: 'Two tables:\n\nThat is all.',
      tables: [
        { title: 'First', header: ['a', 'b'], rows: [['1', '2']] },
        { title: 'Second', header: ['c'], rows: [['3']] }
      ]
    })
  })

  test('letters that grow in lower case do not shift the ends of an HTML table', () => {
    const html = `${'İ'.repeat(20)}<table><tr><td>İİİ</td></tr><tr><td>2</td></tr></TABLE> behind`
    const result = parseTables(html, context)
    expect(result).toMatchObject({ prose: `${'İ'.repeat(20)} behind`, tables: [{ rows: [['İİİ'], ['2']] }] })
    expect(read('<table><tr><td>İİİİİİ</td></tr><tr><td>2</td></TR><tr><td>ha')[0]?.rows).toEqual([['İİİİİİ'], ['2']])
  })

  test('cells that span others leave them empty', () => {
    const html =
      '<table><caption>T &amp; U</caption><tr><th colspan="2">a</th><th>b</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>'
    expect(read(html)).toEqual([
      {
        title: 'T & U',
        header: ['a', '', 'b'],
        rows: [
          ['1', '2', '3'],
          ['', '4', '5']
        ]
      }
    ])
  })

  test.each([
    ['Markdown', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |  |\n| 4 | 5'],
    [
      'HTML',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr><tr><td>4</td><td>5'
    ]
  ])('half a row of %s is left out', (_name, answer) => {
    const result = parseTables(answer, contextOf({ task: 'table' }, true))
    expect(result).toMatchObject({ kind: 'tables', tables: [grid] })
    expect(result.notices.map(({ message }) => message).join(' ')).toContain('cut off')
  })

  test('a table within a table is not read', () => {
    expect(parseTables('<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>', context).kind).toBe(
      'text'
    )
  })

  test('a span of a thousand million is no memory', () => {
    const [table] = read('<table><tr><td colspan="9999" rowspan="9999">1</td></tr></table>')
    expect(table?.rows[0]?.length).toBe(1000)
  })
})

describe('cells of a row', () => {
  test.each<[string, string[]]>([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a \\| b | c |', ['a | b', 'c']],
    ['| `a | b` | c |', ['`a | b`', 'c']],
    ['| ``a ` | b`` | c |', ['``a ` | b``', 'c']],
    ['| it`s | c |', ['it`s', 'c']],
    ['| C:\\\\dir | \\d |', ['C:\\dir', '\\d']],
    ['| $\\frac{1}{2}$ | a<br>b<br/>c |', ['$\\frac{1}{2}$', 'a\nb\nc']],
    ['| | x |', ['', 'x']],
    ['|a||b|', ['a', '', 'b']]
  ])('%s', (row, cells) => {
    expect(splitRow(row)).toEqual(cells)
  })
})

describe('no table', () => {
  test.each(['There is no table here.', 'a | b', '---', '[1, 2]', '{}', '<table></table>'])('%s', (answer) => {
    const result = parseTables(answer, context)
    expect(result).toMatchObject({ kind: 'text', text: answer })
    expect(result.notices.map(({ message }) => message)).toContain('The answer holds no table.')
  })
})

test('there is a valid result for any answer', () => {
  const part = fc.constantFrom(
    '|',
    '---',
    '\n',
    'a',
    '`',
    '\\',
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=3>',
    '**b**',
    '[{"a":1}]',
    ' ',
    '# t'
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.boolean(), (parts, truncated) => {
      const result = parseTables(parts.join(''), contextOf({ task: 'table' }, truncated))
      expect(taskResult.safeParse(result).success).toBe(true)
    }),
    { numRuns: 1000 }
  )
})

test.each(['|', '|-', '`|', '<table>', '<table><tr><td>', '\\', '| a |\n|---|\n', '``` \n'])(
  'a megabyte of %j ends',
  (part) => {
    const answer = part.repeat(Math.ceil(1_000_000 / part.length))
    expect(taskResult.safeParse(parseTables(answer, context)).success).toBe(true)
  },
  20_000
)
