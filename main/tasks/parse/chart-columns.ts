import type { Quantity } from './number.ts'
import { readQuantity } from './number.ts'
import { textOf } from './shape.ts'

/** A place on the x axis and what stands there; null where nothing does. */
export interface Point {
  readonly label: string
  readonly value: Quantity | null
}

/** One series of a chart before its points were put beside those of the others. */
export interface SeriesPoints {
  readonly name: string
  readonly unit: string | undefined
  readonly points: readonly Point[]
}

/** Reads a number from a cell or from JSON; null for gaps and for what is no number. */
export function quantityOf(value: unknown): Quantity | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, unit: undefined } : null
  return typeof value === 'string' ? (readQuantity(value) ?? null) : null
}

/** What people and models write where a chart shows nothing. */
export function isGap(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && /^(?:|[-–—/.]+|n\/?a|null|none|nan|无)$/iu.test(value.trim()))
  )
}

/** Turns rows of cells into series: one column names the places, columns of numbers are series. */
export function seriesOfRows(header: readonly string[], rows: readonly (readonly unknown[])[]): SeriesPoints[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header.length)
  const columns = Array.from({ length: width }, (_, index) => index)
  const words = columns.filter((column) => !isNumeric(rows.map((row) => row[column])))
  const [first] = columns
  // Years and other numbers name the places when nothing else does.
  const names = words.length > 0 || first === undefined ? words : [first]
  const label = (row: readonly unknown[]) =>
    names
      .flatMap((column) => textOf(row[column], 400) ?? [])
      .join(' / ')
      .slice(0, 1000)
  return columns
    .filter((column) => !names.includes(column))
    .map((column) => ({
      name: header[column] ?? '',
      unit: undefined,
      points: rows.map((row) => ({ label: label(row), value: quantityOf(row[column]) }))
    }))
}

/** At least half of what stands there are numbers. A column of gaps is numeric: it names nothing. */
function isNumeric(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => !isGap(cell))
  return filled.filter((cell) => quantityOf(cell) !== null).length * 2 >= filled.length
}
