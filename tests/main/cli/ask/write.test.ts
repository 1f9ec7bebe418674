import { describe, expect, it } from 'vitest'
import { endingOf, writeResult } from '../../../../main/cli/ask/write.ts'
import type { TaskResult } from '../../../../main/tasks/result.ts'

const chart: TaskResult = {
  kind: 'chart',
  text: '| | A |\n| --- | --- |\n| x | 1 |',
  notices: [],
  prose: '',
  chart: { type: 'bar', x: {}, y: {}, series: [{ name: 'A' }], rows: [{ label: 'x', values: [1] }] }
}
const tables: TaskResult = {
  kind: 'tables',
  text: '| a |\n| --- |\n| 1 |',
  notices: [],
  prose: '',
  tables: [{ header: ['a'], rows: [['1']] }]
}

function inWords(text: string): TaskResult {
  return { kind: 'text', text, notices: [] }
}

describe('writeResult', () => {
  it.each<[string, Parameters<typeof writeResult>, string]>([
    ['words as they are', ['describe', inWords('A dog.'), undefined], 'A dog.'],
    ['a chart as its text', ['chart', chart, undefined], chart.text],
    ['a chart as TSV', ['chart', chart, 'tsv'], '\tA\nx\t1'],
    ['tables as CSV', ['table', tables, 'csv'], 'a\r\n1'],
    ['code without its fence', ['code', inWords('```ts\nlet a = 1\n```'), undefined], 'let a = 1'],
    ['code without any', ['code', inWords('(nothing found)'), undefined], '(nothing found)'],
    ['fences of a document', ['ocr', inWords('```\nx\n```'), undefined], '```\nx\n```']
  ])('writes %s', (_name, given, written) => {
    expect(writeResult(...given)).toBe(written)
  })

  it('fails where data is wanted and words came, and keeps them', () => {
    expect(() => writeResult('table', inWords('No table here.'), 'csv')).toThrow(
      expect.objectContaining({ code: 'vision-protocol', partial: 'No table here.' })
    )
  })
})

describe('endingOf', () => {
  it.each([
    ['describe', undefined, '.md'],
    ['code', undefined, '.txt'],
    ['chart', 'csv', '.csv'],
    ['table', 'json', '.json'],
    ['table', undefined, '.md']
  ] as const)('%s %s is %s', (task, format, ending) => {
    expect(endingOf(task, format)).toBe(ending)
  })
})
