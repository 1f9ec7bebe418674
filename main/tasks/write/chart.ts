import type { ChartData, TableData } from '../result.ts'
import { type DataFormat, type DataWriting, writeTables } from './tables.ts'

/** Writes a chart as a table; as JSON in its own shape. */
export function writeChart(chart: ChartData, format: DataFormat, options: DataWriting = {}): string {
  return format === 'json' ? JSON.stringify(chart, undefined, 2) : writeTables([tableOfChart(chart)], format, options)
}

/** One row for each label, one column for each series; units stand behind the names, gaps are empty. */
function tableOfChart({ title, x, series, rows }: ChartData): TableData {
  return {
    ...(title === undefined ? {} : { title }),
    header: [withUnit(x.title ?? '', x.unit), ...series.map(({ name, unit }) => withUnit(name, unit))],
    rows: rows.map(({ label, values }) => [label, ...values.map((value) => (value === null ? '' : String(value)))])
  }
}

function withUnit(name: string, unit: string | undefined): string {
  return unit === undefined ? name : `${name} (${unit})`.trim()
}
