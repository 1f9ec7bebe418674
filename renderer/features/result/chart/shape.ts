import type { ChartData } from '../../../../preload/contract/library.ts'

export type ChartShape = 'bar' | 'line' | 'area' | 'pie' | 'scatter'

/** More points than these cannot be told apart in a pane. */
const mostPoints = 400
/** Slices beyond these would only be lines. */
const mostSlices = 24
const mostSeries = 12

/** How data are redrawn: in the shape that the model names where the data allow that, else as bars. */
export function shapeOf({ type, series, rows }: Pick<ChartData, 'type' | 'series' | 'rows'>): ChartShape {
  const name = type.toLowerCase()
  const isOneSeries = series.length <= 1
  if (/pie|donut|doughnut|ring|饼|环/u.test(name)) {
    const isWhole = rows.every(({ values }) => (values[0] ?? 0) >= 0)
    return isOneSeries && isWhole && rows.length <= mostSlices ? 'pie' : 'bar'
  }
  if (/scatter|bubble|point|dot|散点/u.test(name))
    return rows.every(({ label }) => isNumber(label)) ? 'scatter' : 'line'
  if (/area|面积/u.test(name)) return 'area'
  if (/line|spline|curve|折线|曲线/u.test(name)) return 'line'
  return 'bar'
}

/** One object for each place on the x axis, as the chart's library wants it; series are called `s0`, `s1` ... */
export interface Plot {
  readonly points: readonly Readonly<Record<string, string | number | null>>[]
  readonly series: readonly { readonly key: string; readonly name: string }[]
  /** Points or series that are not drawn, because there are too many. */
  readonly left: number
}

/** Names of series may be anything; as keys of objects they get plain ones. */
export function plotOf({ series, rows }: Pick<ChartData, 'series' | 'rows'>): Plot {
  const named = series.length === 0 ? [{ name: '' }] : series
  const drawn = named.slice(0, mostSeries).map(({ name }, index) => ({ key: `s${index}`, name }))
  const points = rows.slice(0, mostPoints).map(({ label, values }) => ({
    label,
    ...Object.fromEntries(drawn.map(({ key }, index) => [key, values[index] ?? null]))
  }))
  return {
    points,
    series: drawn,
    left: Math.max(0, rows.length - points.length) + Math.max(0, named.length - drawn.length)
  }
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text.replaceAll(',', '')))
}

/** The data as a table: a column for the labels, one for each series. */
export function tableOf({ title, x, series, rows }: ChartData) {
  return {
    ...(title === undefined ? {} : { title }),
    header: [withUnit(x.title ?? '', x.unit), ...series.map(({ name, unit }) => withUnit(name, unit))],
    rows: rows.map(({ label, values }) => [label, ...series.map((_, index) => String(values[index] ?? ''))])
  }
}

/** A name with its unit, such as `People (k)`. */
export function withUnit(name: string, unit: string | undefined): string {
  return unit === undefined ? name : `${name} (${unit})`.trim()
}
