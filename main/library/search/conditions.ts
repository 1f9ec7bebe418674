import type { Connection } from '../../store/connection.ts'
import type { Filters } from './query.ts'

/** Part of a WHERE over `j` (job) and `d` (document), with its values by name. */
export interface Condition {
  readonly sql: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Filters as a condition. Hidden entries never pass. */
export function conditionOf(filters: Filters): Condition {
  const parts = ['j.hidden IS NULL']
  const values: Record<string, string | number> = {}
  const add = (sql: string, name?: string, value?: string | number): void => {
    parts.push(sql)
    if (name !== undefined && value !== undefined) values[name] = value
  }
  const addList = (column: string, name: string, list: readonly string[] | undefined): void => {
    if (list !== undefined) add(`j.${column} IN (SELECT value FROM json_each(:${name}))`, name, JSON.stringify(list))
  }
  addList('task', 'tasks', filters.tasks)
  addList('source', 'sources', filters.sources)
  addList('state', 'states', filters.states)
  if (filters.from !== undefined) add('j.created >= :from', 'from', filters.from)
  if (filters.to !== undefined) add('j.created < :to', 'to', filters.to)
  if (filters.starred !== undefined) add('j.starred = :starred', 'starred', filters.starred ? 1 : 0)
  if (filters.boxes !== undefined) add(filters.boxes ? 'd.boxes > 0' : 'coalesce(d.boxes, 0) = 0')
  if (filters.batch !== undefined) add('j.batch = :batch', 'batch', filters.batch)
  if (filters.picture !== undefined) add('j.picture = :picture', 'picture', filters.picture)
  return { sql: parts.join(' AND '), values }
}

/** Whether every entry that is not hidden passes. */
export function isEverything(filters: Filters): boolean {
  return Object.values(filters).every((filter) => filter === undefined)
}

/** Filters that few entries may pass, each with the statement that lists those entries by an index. */
function selections({ picture, batch, starred, states, tasks, sources, boxes, from, to }: Filters): string[] {
  const created = [from !== undefined && 'created >= :from', to !== undefined && 'created < :to'].filter(Boolean)
  return [
    picture !== undefined && 'SELECT id FROM job WHERE picture = :picture',
    batch !== undefined && 'SELECT id FROM job WHERE batch = :batch',
    starred === true && 'SELECT id FROM job WHERE starred = 1',
    boxes === true && 'SELECT job AS id FROM document WHERE boxes > 0',
    states !== undefined && 'SELECT id FROM job WHERE state IN (SELECT value FROM json_each(:states))',
    tasks !== undefined && 'SELECT id FROM job WHERE task IN (SELECT value FROM json_each(:tasks))',
    sources !== undefined && 'SELECT id FROM job WHERE source IN (SELECT value FROM json_each(:sources))',
    created.length > 0 && `SELECT id FROM job WHERE ${created.join(' AND ')}`
  ].filter((sql) => sql !== false)
}

/** So many entries are looked through one by one sooner than through the index of words. */
const few = 2000

/**
 * A statement that lists the few entries that pass one of the filters; undefined when all filters let many pass. A walk
 * from word to word would go past a hundred thousand entries to find the three with a star.
 */
export function fewEntries(connection: Connection, filters: Filters, { values }: Condition): string | undefined {
  return selections(filters).find((sql) => {
    const used = Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`:${name}`)))
    return connection.value(`SELECT count(*) FROM (${sql} LIMIT ${few + 1})`, used) !== few + 1
  })
}
