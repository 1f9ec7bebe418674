import type { Filters, Source } from '../../../preload/contract/library.ts'

/** Kinds of filters that a person can set, as one thing each. */
export const filterKinds = ['tasks', 'sources', 'states', 'days', 'starred', 'boxes', 'batch', 'picture'] as const
export type FilterKind = (typeof filterKinds)[number]

export const openStates = ['queued', 'running', 'waiting', 'unsure'] as const
export const failedStates = ['failed'] as const
export type StateFilter = 'open' | 'failed'

/** The kinds that narrow the list. */
export function activeKinds({
  tasks,
  sources,
  states,
  from,
  to,
  starred,
  boxes,
  batch,
  picture
}: Filters): FilterKind[] {
  const isActive: Record<FilterKind, boolean> = {
    tasks: tasks !== undefined,
    sources: sources !== undefined,
    states: states !== undefined,
    days: from !== undefined || to !== undefined,
    starred: starred === true,
    boxes: boxes === true,
    batch: batch !== undefined,
    picture: picture !== undefined
  }
  return filterKinds.filter((kind) => isActive[kind])
}

/** Without one kind of filter. */
export function without(filters: Filters, kind: FilterKind): Filters {
  if (kind === 'days') {
    const { from: _from, to: _to, ...others } = filters
    return others
  }
  const { [kind]: _gone, ...others } = filters
  return others
}

export function withTasks(filters: Filters, tasks: readonly string[]): Filters {
  return tasks.length === 0 ? without(filters, 'tasks') : { ...filters, tasks: [...tasks] }
}

export function withSources(filters: Filters, sources: readonly Source[]): Filters {
  return sources.length === 0 ? without(filters, 'sources') : { ...filters, sources: [...sources] }
}

export function withFlag(filters: Filters, kind: 'starred' | 'boxes', isOn: boolean): Filters {
  return isOn ? { ...filters, [kind]: true } : without(filters, kind)
}

/** Which of the two choices of states are on. */
export function statesOf({ states = [] }: Filters): StateFilter[] {
  const has = (wished: readonly string[]): boolean => wished.every((state) => states.some((one) => one === state))
  return [...(has(openStates) ? ['open' as const] : []), ...(has(failedStates) ? ['failed' as const] : [])]
}

export function withStates(filters: Filters, wished: readonly StateFilter[]): Filters {
  const states = [...(wished.includes('open') ? openStates : []), ...(wished.includes('failed') ? failedStates : [])]
  return states.length === 0 ? without(filters, 'states') : { ...filters, states }
}

/** Days as a date field writes them, `2026-11-30`, both included and either missing. */
export interface Days {
  readonly first: string
  readonly last: string
}

export function withDays(filters: Filters, { first, last }: Days): Filters {
  const [from, to] = [startOf(first, 0), startOf(last, 1)]
  return {
    ...without(filters, 'days'),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to })
  }
}

/** Missing ends are empty. */
export function daysOf({ from, to }: Filters): Days {
  return { first: from === undefined ? '' : dayOf(from), last: to === undefined ? '' : dayOf(to - 1) }
}

/** The last `count` days with today. */
export function lastDays(count: number, now: number): Days {
  const first = new Date(now)
  first.setDate(first.getDate() - (count - 1))
  return { first: dayOf(first.getTime()), last: '' }
}

/** In the time zone of this machine, where days may have 23 or 25 hours. */
function startOf(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return undefined
  const time = new Date(year, month - 1, date + later).getTime()
  return Number.isFinite(time) ? time : undefined
}

const two = (value: number): string => String(value).padStart(2, '0')

function dayOf(time: number): string {
  const date = new Date(time)
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
