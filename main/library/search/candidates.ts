import type { Connection } from '../../store/connection.ts'
import { type Condition, conditionOf, fewEntries, isEverything } from './conditions.ts'
import { matchFor } from './grams.ts'
import type { Filters } from './query.ts'

export interface Candidate {
  readonly id: number
  /** Its document: folded, one field a line; empty when there are no terms. */
  readonly document: string
}

export interface CandidateOptions {
  /** Folded; all have to be in the document. */
  readonly terms: readonly string[]
  readonly filters: Filters
  /** Only entries with a smaller number, or all. */
  readonly below: number | undefined
  readonly limit: number
  /** Asked every few milliseconds; a walk that is not wanted any more ends. */
  readonly isCancelled: () => boolean
}

/** Numbers of entries that one statement goes through, so that a walk can be left: at worst some 100 ms. */
const stride = 200_000

/** The newest entries that hold all terms and pass all filters, the newest first. */
export function findCandidates(connection: Connection, options: CandidateOptions): Candidate[] {
  const { terms, filters, limit, isCancelled } = options
  const condition = conditionOf(filters)
  const select = statementFor(connection, { terms, filters, condition })
  const newest = Number(connection.value('SELECT max(id) FROM job') ?? 0)
  const oldest = Number(connection.value('SELECT min(id) FROM job') ?? 0)
  const found: Candidate[] = []
  let high = Math.min(options.below ?? Infinity, newest + 1)
  while (found.length < limit && high > oldest && !isCancelled()) {
    const low = Math.max(oldest, high - stride)
    const rows = connection.all(select.sql, { ...select.values, low, high, limit: limit - found.length })
    for (const { id, text } of rows) found.push({ id: Number(id), document: String(text ?? '') })
    high = low
  }
  return found
}

/** How many entries pass the filters. */
export function countCandidates(connection: Connection, filters: Filters): number {
  if (isEverything(filters)) return countAll(connection)
  const { sql, values } = filtered(connection, filters)
  return Number(connection.value(`SELECT count(*) ${sql}`, values))
}

/** By two indices, twenty times as fast as over a hundred thousand rows. */
function countAll(connection: Connection): number {
  const all = Number(connection.value('SELECT count(*) FROM job'))
  return all - Number(connection.value('SELECT count(*) FROM job WHERE hidden IS NOT NULL'))
}

/** Number of the last of the newest `count` entries that pass the filters; undefined when there are fewer. */
export function lastOf(
  connection: Connection,
  { filters, below, count }: Pick<CandidateOptions, 'filters' | 'below'> & { readonly count: number }
): number | undefined {
  const { sql, values } = filtered(connection, filters)
  const last = connection.value(`SELECT j.id ${sql} AND j.id < :below ORDER BY j.id DESC LIMIT 1 OFFSET :offset`, {
    ...values,
    below: below ?? Number.MAX_SAFE_INTEGER,
    offset: count - 1
  })
  return last === undefined ? undefined : Number(last)
}

/** SQLite leaves the join out where no filter needs it. */
function filtered(connection: Connection, filters: Filters): Condition {
  const condition = conditionOf(filters)
  const few = fewEntries(connection, filters, condition)
  const only = few === undefined ? '' : `AND j.id IN (${few})`
  return {
    sql: `FROM job j LEFT JOIN document d ON d.job = j.id WHERE ${condition.sql} ${only}`,
    values: condition.values
  }
}

interface StatementOptions {
  readonly terms: readonly string[]
  readonly filters: Filters
  readonly condition: Condition
}

/** A statement over the numbers from `:low` to below `:high`. CROSS JOIN keeps the order in which tables are asked. */
function statementFor(connection: Connection, { terms, filters, condition }: StatementOptions): Condition {
  const few = fewEntries(connection, filters, condition)
  const among = few === undefined ? '' : `AND j.id IN (${few})`
  const range = 'j.id >= :low AND j.id < :high'
  const order = 'ORDER BY j.id DESC LIMIT :limit'
  if (terms.length === 0) {
    return {
      sql: `SELECT j.id, '' AS text FROM job j LEFT JOIN document d ON d.job = j.id
        WHERE ${range} AND ${condition.sql} ${among} ${order}`,
      values: condition.values
    }
  }
  const holds = terms.map((_, index) => `instr(d.text, :term${index}) > 0`).join(' AND ')
  const values = { ...condition.values, ...Object.fromEntries(terms.map((term, index) => [`term${index}`, term])) }
  if (few !== undefined) {
    return {
      sql: `SELECT j.id, d.text FROM job j CROSS JOIN document d ON d.job = j.id
        WHERE ${range} AND ${condition.sql} ${among} AND ${holds} ${order}`,
      values
    }
  }
  return {
    sql: `SELECT j.id, d.text FROM gram CROSS JOIN job j ON j.id = gram.rowid CROSS JOIN document d ON d.job = j.id
      WHERE gram MATCH :match AND gram.rowid >= :low AND gram.rowid < :high
        AND ${condition.sql} AND ${holds} ORDER BY gram.rowid DESC LIMIT :limit`,
    values: { ...values, match: matchFor(terms) }
  }
}
