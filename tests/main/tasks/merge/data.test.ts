import { describe, expect, test } from 'vitest'
import type { TaskResult } from '../../../../main/tasks/result.ts'
import { bottom, merge, textOf, top } from './tiles.ts'

const tablesOf = (header: string[], ...rows: string[][]): TaskResult => ({
  kind: 'tables',
  text: 'x',
  notices: [],
  tables: [{ header, rows }],
  prose: ''
})

const tables = (above: TaskResult, below: TaskResult) => {
  const merged = merge('table', [above, top], [below, bottom])
  return merged.kind === 'tables' ? merged.tables : []
}

const chartOf = (names: string[], ...rows: [string, ...(number | null)[]][]): TaskResult => ({
  kind: 'chart',
  text: 'x',
  notices: [],
  chart: {
    type: 'bar',
    x: {},
    y: {},
    series: names.map((name) => ({ name })),
    rows: rows.map(([label, ...values]) => ({ label, values }))
  },
  prose: ''
})

describe('tables and charts', () => {
  test('a table that goes on, with its header again', () => {
    expect(tables(tablesOf(['n', 'v'], ['a', '1'], ['b', '2']), tablesOf(['n', 'v'], ['b', '2'], ['c', '3']))).toEqual([
      {
        header: ['n', 'v'],
        rows: [
          ['a', '1'],
          ['b', '2'],
          ['c', '3']
        ]
      }
    ])
  })

  test('a table that goes on, with a row for its header', () => {
    expect(tables(tablesOf(['n', 'v'], ['a', '1'], ['b', '2']), tablesOf(['b', '2'], ['c', '3']))).toEqual([
      {
        header: ['n', 'v'],
        rows: [
          ['a', '1'],
          ['b', '2'],
          ['c', '3']
        ]
      }
    ])
  })

  test('tables with other columns stay apart', () => {
    expect(tables(tablesOf(['n', 'v'], ['a', '1']), tablesOf(['x', 'y'], ['c', '3'])).length).toBe(2)
    expect(tables(tablesOf(['n', 'v'], ['a', '1']), tablesOf(['n'], ['c'])).length).toBe(2)
  })

  test('rows of charts with the same series', () => {
    const merged = merge(
      'chart',
      [chartOf(['A', 'B'], ['x', 1, null], ['y', 2, 3]), top],
      [chartOf(['A', 'B'], ['y', 2, 3], ['x', null, 5], ['z', 4, 4]), bottom]
    )
    expect(merged).toMatchObject({
      kind: 'chart',
      chart: {
        rows: [
          { label: 'x', values: [1, 5] },
          { label: 'y', values: [2, 3] },
          { label: 'z', values: [4, 4] }
        ]
      },
      notices: []
    })
  })

  test('of charts with other series the larger one, and it is told', () => {
    const merged = merge('chart', [chartOf(['A'], ['x', 1]), top], [chartOf(['B'], ['x', 1], ['y', 2]), bottom])
    expect(merged).toMatchObject({ chart: { series: [{ name: 'B' }] } })
    expect(merged.notices.join(' ')).toContain('other series')
  })

  test('no chart in any tile', () => {
    expect(merge('chart', [textOf('No chart.'), top], [textOf('No chart.'), bottom])).toEqual(textOf('No chart.'))
  })
})
