import { describe, expect, test } from 'vitest'
import type { TaskResult } from '../../../../main/tasks/result.ts'
import { bottom, merge, top } from './tiles.ts'

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

describe('tables', () => {
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
})
