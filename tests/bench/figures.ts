import type { EngineName } from './engines/list.ts'
import type { Results, Row } from './results.ts'

/** Sum of `value` over rows. */
export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}

/** Share of wrong characters, white space removed; NaN where nothing was read. */
export function characterErrors(rows: readonly Row[]): number {
  return sum(rows, (row) => row.score.errors) / sum(rows, (row) => row.score.characters)
}

/** The same with blanks. */
export function spacedErrors(rows: readonly Row[]): number {
  return sum(rows, (row) => row.score.spacedErrors) / sum(rows, (row) => row.score.spacedCharacters)
}

/** Share of lines with at least nine tenths of their characters right. */
export function goodLines(rows: readonly Row[]): number {
  return sum(rows, (row) => row.score.goodLines) / sum(rows, (row) => row.score.lines)
}

/** Share of characters that are wrong or out of place in the engine's own text. */
export function outOfPlace(rows: readonly Row[]): number {
  return sum(rows, (row) => row.order.errors) / sum(rows, (row) => row.order.characters)
}

/** The best sample of a row, in milliseconds. */
export function fastest(row: Row): number {
  return Math.min(...row.wall)
}

/** Share of the time that passes inside the networks; undefined where no row tells. */
export function modelShare(rows: readonly Row[]): number | undefined {
  const told = rows.flatMap((row) => (row.model ? [row.model] : []))
  return told.length > 0 ? sum(told, (time) => time.model) / sum(told, (time) => time.total) : undefined
}

/** The same of the time that passes until the answer is here. */
export function modelShareOfWall(rows: readonly Row[]): number | undefined {
  const told = rows.filter((row) => row.model)
  return told.length > 0 ? sum(told, (row) => row.model?.model ?? 0) / sum(told, fastest) : undefined
}

/** Rows of the sets whose times count. */
export function timedRows(results: Results): Row[] {
  return results.rows.filter((row) => results.timed.includes(row.set))
}

/**
 * Time of `engine` over that of `other` for the timed pictures that both read; undefined where there are none.
 */
export function wallRatio(results: Results, engine: EngineName, other: EngineName): number | undefined {
  const rows = timedRows(results).filter((row) => row.error === undefined)
  const theirs = new Map(rows.filter((row) => row.engine === other).map((row) => [row.picture, row]))
  const pairs = rows.flatMap((row) => {
    const their = theirs.get(row.picture)
    return row.engine === engine && their ? [[fastest(row), fastest(their)] as const] : []
  })
  return pairs.length > 0 ? sum(pairs, ([own]) => own) / sum(pairs, ([, their]) => their) : undefined
}

/** Groups in order of first appearance. */
export function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
