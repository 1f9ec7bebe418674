import { type ChartData, chartData } from '../result.ts'
import type { Point, SeriesPoints } from './chart-columns.ts'
import { isRecord, textOf, valueOf } from './shape.ts'

type Axis = ChartData['x']

const [maximumSeries, maximumRows] = [200, 10_000]

/** What is said of a chart besides its numbers. */
export type ChartFacts = Pick<ChartData, 'title' | 'type' | 'x' | 'y'> & {
  /** Units as the model gave them beside the names of series, in the same order. */
  readonly units: readonly (string | undefined)[]
}

/** Puts series side by side: one row for each place that any of them names. Undefined without a single number. */
export function buildChart(facts: ChartFacts, series: readonly SeriesPoints[]): ChartData | undefined {
  const used = series.slice(0, maximumSeries)
  const rows = alignPoints(used)
  if (!rows.some(({ values }) => values.some((value) => value !== null))) return undefined
  const { units, ...rest } = facts
  const parsed = chartData.safeParse({
    ...rest,
    series: used.map((part, index) => {
      const unit = part.unit ?? units[index] ?? commonUnit(part.points)
      return {
        name: part.name || nameOf(facts, used.length, index),
        ...(unit === undefined ? {} : { unit: unit.slice(0, 100) })
      }
    }),
    rows
  })
  return parsed.success ? parsed.data : undefined
}

/** Reads title, type and axes from an answer in JSON, wherever they stand in it. */
export function factsOf(value: unknown): ChartFacts {
  const outer = isRecord(value) ? value : {}
  const inner = valueOf(outer, ['chart', 'data', 'result', 'chartdata'])
  const record = isRecord(inner) ? { ...outer, ...inner } : outer
  const axes = valueOf(record, ['axes'])
  const axis = (...keys: string[]) =>
    axisOf((isRecord(axes) ? valueOf(axes, keys) : undefined) ?? valueOf(record, keys))
  const title = textOf(valueOf(record, ['title', 'charttitle', 'caption']), 1000)
  const series = valueOf(record, ['series'])
  return {
    ...(title === undefined ? {} : { title }),
    type: textOf(valueOf(record, ['type', 'charttype', 'kind']), 50)?.toLowerCase() ?? 'chart',
    x: axis('x', 'xaxis'),
    y: withUnit(axis('y', 'yaxis'), textOf(valueOf(record, ['unit', 'units']), 100)),
    units: Array.isArray(series)
      ? series.map((part) => (isRecord(part) ? textOf(valueOf(part, ['unit', 'units']), 100) : undefined))
      : []
  }
}

function axisOf(value: unknown): Axis {
  if (!isRecord(value)) {
    const title = textOf(value, 1000)
    return title === undefined ? {} : { title }
  }
  const title = textOf(valueOf(value, ['title', 'label', 'name']), 1000)
  return withUnit(title === undefined ? {} : { title }, textOf(valueOf(value, ['unit', 'units']), 100))
}

function withUnit(axis: Axis, unit: string | undefined): Axis {
  return unit === undefined || axis.unit !== undefined ? axis : { ...axis, unit }
}

/** A place that comes twice in one series, as in a scatter plot, gets as many rows. */
function alignPoints(series: readonly SeriesPoints[]): ChartData['rows'] {
  const rows = new Map<string, { label: string; values: (number | null)[] }>()
  for (const [index, { points }] of series.entries()) {
    const times = new Map<string, number>()
    for (const { label, value } of points) {
      const time = times.get(label) ?? 0
      times.set(label, time + 1)
      const key = `${time} ${label}`
      const row = rows.get(key) ?? { label: label.slice(0, 1000), values: series.map(() => null) }
      row.values[index] = value?.value ?? null
      if (rows.size < maximumRows || rows.has(key)) rows.set(key, row)
    }
  }
  return [...rows.values()]
}

/** The unit that stood with every number of a series. */
function commonUnit(points: readonly Point[]): string | undefined {
  const units = new Set(points.flatMap(({ value }) => (value === null ? [] : [value.unit])))
  const [unit] = units
  return units.size === 1 ? unit : undefined
}

function nameOf({ y, title }: ChartFacts, count: number, index: number): string {
  return count === 1 ? (y.title ?? title ?? 'value') : `series ${index + 1}`
}
