import { chartResult } from '../parse/chart.ts'
import { boundNotices } from '../parse/notices.ts'
import type { ChartData, TaskResult } from '../result.ts'
import { isSameLine } from './line.ts'
import { mergeAnswers } from './texts.ts'
import { rowsOfTiles, type TileResult } from './tiles.ts'

type Row = ChartData['rows'][number]

/** The parts of one chart by place, when they agree in their series; else the part with most rows. */
export function mergeCharts(results: readonly TileResult[]): TaskResult {
  const tiles = rowsOfTiles(results).flat()
  const charts = tiles.flatMap(({ result }) => (result.kind === 'chart' ? [result.chart] : []))
  const [first, ...others] = charts.toSorted((a, b) => b.rows.length - a.rows.length)
  if (!first) return mergeAnswers(results)
  const parts = charts.filter((chart) => hasSameSeries(chart, first))
  const rest = others.length + 1 - parts.length
  const prose = tiles.flatMap(({ result }) => (result.kind === 'chart' && result.prose !== '' ? [result.prose] : []))
  const notices = tiles.flatMap(({ result }) => (result.kind === 'chart' ? result.notices : []))
  if (rest > 0) notices.push('Parts of the picture gave charts with other series: they were left out.')
  const rows = parts
    .flatMap((chart) => chart.rows)
    .reduce(addRow, [])
    .slice(0, 10_000)
  return chartResult({ ...first, rows }, prose.join('\n\n'), boundNotices(notices))
}

function hasSameSeries(a: ChartData, b: ChartData): boolean {
  return (
    a.series.length === b.series.length &&
    a.series.every(({ name }, index) => isSameLine(name, b.series[index]?.name ?? ''))
  )
}

/** A place that two tiles show is one row: what one lacks the other fills; where they differ the first is kept. */
function addRow(rows: Row[], row: Row): Row[] {
  const index = rows.findIndex(({ label }) => label === row.label)
  const known = rows[index]
  if (!known) return [...rows, row]
  return rows.with(index, { ...known, values: known.values.map((value, at) => value ?? row.values[at] ?? null) })
}
