import { describe, expect, test } from 'vitest'
import type { Filters } from '../../../../preload/contract/library.ts'
import {
  activeKinds,
  daysOf,
  lastDays,
  statesOf,
  withDays,
  withFlag,
  without,
  withSources,
  withStates,
  withTasks
} from '../../../../renderer/features/library/filters.ts'

describe('filters', () => {
  test.each<[Filters, string[]]>([
    [{}, []],
    [{ starred: true, boxes: true }, ['starred', 'boxes']],
    [{ starred: false }, []],
    [{ from: 1 }, ['days']],
    [{ to: 1, tasks: ['read'], states: ['failed'] }, ['tasks', 'states', 'days']],
    [{ sources: ['capture'], batch: 3 }, ['sources', 'batch']]
  ])('of %o these narrow the list: %o', (filters, kinds) => {
    expect(activeKinds(filters)).toEqual(kinds)
    expect(kinds.reduce<Filters>((left, kind) => without(left, kind as 'tasks'), filters)).not.toHaveProperty(
      kinds[0] ?? 'x'
    )
  })

  test('what is chosen nowhere is no filter', () => {
    expect(withTasks({ tasks: ['read'], boxes: true }, [])).toEqual({ boxes: true })
    expect(withSources({ sources: ['file'] }, [])).toEqual({})
    expect(withStates({ states: ['failed'] }, [])).toEqual({})
    expect(withFlag({ starred: true }, 'starred', false)).toEqual({})
  })

  test('waiting and failed are two choices over the states', () => {
    const both = withStates({}, ['open', 'failed'])
    expect(both.states).toEqual(['queued', 'running', 'waiting', 'unsure', 'failed'])
    expect(statesOf(both)).toEqual(['open', 'failed'])
    expect(statesOf(withStates({}, ['failed']))).toEqual(['failed'])
    expect(statesOf({})).toEqual([])
  })
})

describe('days', () => {
  test('from the first to the end of the last, in the time of this machine', () => {
    const filters = withDays({}, { first: '2026-03-28', last: '2026-03-29' })
    expect(filters).toEqual({ from: new Date(2026, 2, 28).getTime(), to: new Date(2026, 2, 30).getTime() })
    expect(daysOf(filters)).toEqual({ first: '2026-03-28', last: '2026-03-29' })
  })

  test.each([
    [{ first: '', last: '2026-01-01' }, { to: new Date(2026, 0, 2).getTime() }],
    [{ first: '2026-12-31', last: '' }, { from: new Date(2026, 11, 31).getTime() }],
    [{ first: '', last: '' }, {}],
    [{ first: 'soon', last: 'x-y-z' }, {}]
  ])('%o', (days, expected) => {
    expect(withDays({ from: 1, to: 2 }, days)).toEqual(expected)
  })

  test('the last seven begin six days ago', () => {
    expect(lastDays(7, new Date(2026, 2, 3, 15).getTime())).toEqual({ first: '2026-02-25', last: '' })
    expect(lastDays(1, new Date(2026, 2, 3, 15).getTime()).first).toBe('2026-03-03')
  })
})
