import { type Point, quantityOf, type SeriesPoints, seriesOfRows } from './chart-columns.ts'
import { isRecord, plainKey, textOf, valueOf } from './shape.ts'

const labelKeys = ['label', 'category', 'name', 'x', 'xvalue', 'key', 'date', 'year', 'time']
const numberKeys = ['value', 'y', 'yvalue', 'count', 'percentage', 'percent', 'amount']
const listKeys = ['data', 'values', 'points', 'y']
const rowKeys = ['rows', 'data', 'points', 'items', 'records', 'values', 'slices', 'bars']
/** What stands beside the numbers of a chart and is none of them. */
const aboutKeys = new Set([
  'title',
  'charttitle',
  'type',
  'charttype',
  'kind',
  'unit',
  'units',
  'x',
  'y',
  'xaxis',
  'yaxis',
  'axes',
  'legend',
  'source',
  'notes',
  'note',
  'description'
])

/** The series of a chart in any of the shapes that models give; empty when there are none. */
export function seriesOfJson(value: unknown): SeriesPoints[] {
  if (Array.isArray(value)) return fromRows(value, [])
  if (!isRecord(value)) return []
  const names = namesOf(valueOf(value, ['series', 'datasets', 'legend']))
  return firstFilled([
    () => fromSeries(value),
    () => fromRows(valueOf(value, rowKeys), headerOf(value) ?? names, headerOf(value) === undefined),
    () => fromInner(value),
    () => fromMap(value)
  ])
}

function firstFilled(readers: readonly (() => SeriesPoints[])[]): SeriesPoints[] {
  for (const read of readers) {
    const series = read()
    if (series.some(({ points }) => points.some(({ value }) => value !== null))) return series
  }
  return []
}

function headerOf(record: Record<string, unknown>): string[] | undefined {
  const given = valueOf(record, ['columns', 'header', 'headers'])
  return Array.isArray(given) ? namesOf(given) : undefined
}

/** Names of series or columns, given as texts or as objects. */
function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map((part) => textOf(isRecord(part) ? valueOf(part, ['name', 'label', 'title']) : part, 1000) ?? '')
}

/** `{series: [{name, data}]}` or `{series: {name: data}}`, with the places listed apart or within. */
function fromSeries(record: Record<string, unknown>): SeriesPoints[] {
  const given = valueOf(record, ['series', 'datasets'])
  const labels = placesOf(record)
  if (isRecord(given)) {
    return Object.entries(given).map(([name, data]) => ({ name, unit: undefined, points: pointsOf(data, labels) }))
  }
  if (!Array.isArray(given)) return []
  return given.filter(isRecord).map((part) => ({
    name: textOf(valueOf(part, ['name', 'label', 'title']), 1000) ?? '',
    unit: textOf(valueOf(part, ['unit', 'units']), 100),
    points: pointsOf(valueOf(part, listKeys), placesOf(part) ?? labels)
  }))
}

function placesOf(record: Record<string, unknown>): unknown[] | undefined {
  const direct = valueOf(record, ['labels', 'categories', 'xvalues', 'xlabels', 'xdata'])
  const axis = valueOf(record, ['x', 'xaxis'])
  const found = direct ?? (isRecord(axis) ? valueOf(axis, ['categories', 'labels', 'values', 'data', 'ticks']) : axis)
  return Array.isArray(found) ? found : undefined
}

/** Numbers in the order of the places, pairs, objects with a name and a number, or a map of both. */
function pointsOf(data: unknown, labels: readonly unknown[] | undefined): Point[] {
  if (isRecord(data)) return Object.entries(data).map(([label, value]) => ({ label, value: quantityOf(value) }))
  if (!Array.isArray(data)) return []
  return data.map((part, index) => {
    const place = textOf(labels?.[index], 1000) ?? String(index + 1)
    if (Array.isArray(part)) return { label: textOf(part[0], 1000) ?? place, value: quantityOf(part[1]) }
    if (!isRecord(part)) return { label: place, value: quantityOf(part) }
    const label = textOf(valueOf(part, labelKeys), 1000) ?? place
    return { label, value: quantityOf(valueOf(part, numberKeys)) }
  })
}

/** Rows as objects or lists; `names` are those of all columns, or of the columns of numbers when `numbersOnly`. */
function fromRows(value: unknown, names: readonly string[], numbersOnly = false): SeriesPoints[] {
  if (!Array.isArray(value) || value.length === 0) return []
  if (value.every(isRecord)) return fromRecords(value, names)
  if (!value.every(Array.isArray)) return []
  const rows: readonly (readonly unknown[])[] = value
  if (names.length > 0) return seriesOfRows(numbersOnly ? ['', ...names] : names, rows)
  const [head = [], ...others] = rows
  const isHead = others.length > 0 && head.every((cell) => typeof cell === 'string' && quantityOf(cell) === null)
  return isHead ? seriesOfRows(namesOf(head), others) : seriesOfRows([], rows)
}

function fromRecords(records: readonly Record<string, unknown>[], names: readonly string[]): SeriesPoints[] {
  const rows = records.map(
    (record) => new Map(Object.entries(record).flatMap(([key, value]) => spread(key, value, names)))
  )
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, 400)
  const label = labelKeys.flatMap((wanted) => header.find((key) => plainKey(key) === wanted) ?? [])[0]
  if (label === undefined)
    return seriesOfRows(
      header,
      rows.map((row) => header.map((key) => row.get(key)))
    )
  const isSeries = (key: string) => names.includes(key) || rows.some((row) => quantityOf(row.get(key)) !== null)
  const columns = header.filter((key) => key !== label && isSeries(key))
  return columns.map((key) => ({
    name: plainKey(key) === 'value' && columns.length === 1 ? (names[0] ?? '') : key,
    unit: undefined,
    points: rows.map((row) => ({ label: textOf(row.get(label), 1000) ?? '', value: quantityOf(row.get(key)) }))
  }))
}

/** A field of a row: lists and objects of values become a column each. */
function spread(key: string, value: unknown, names: readonly string[]): [string, unknown][] {
  if (Array.isArray(value)) {
    return value
      .slice(0, 200)
      .map((part, index) => [uniqueName(names, index) ?? (value.length === 1 ? key : `${key} ${index + 1}`), part])
  }
  return isRecord(value) ? Object.entries(value).slice(0, 200) : [[key, value]]
}

/** Series of the same or of no name stay apart: later ones get their number. */
function uniqueName(names: readonly string[], index: number): string | undefined {
  const name = names[index]
  return name === undefined || (name !== '' && names.indexOf(name) === index) ? name : `${name} ${index + 1}`.trim()
}

/** A chart inside `{chart: …}` or `{data: {labels, datasets}}`. */
function fromInner(record: Record<string, unknown>): SeriesPoints[] {
  const inner = valueOf(record, ['chart', 'data', 'result', 'chartdata'])
  return isRecord(inner) ? seriesOfJson(inner) : []
}

/** `{"A": 10, "B": 20}`, `{"2020": {"A": 1}}` or columns side by side, `{"year": [...], "A": [...]}`. */
function fromMap(record: Record<string, unknown>): SeriesPoints[] {
  const entries = Object.entries(record).filter(([key]) => !aboutKeys.has(plainKey(key)))
  if (entries.length === 0) return []
  if (entries.every(([, value]) => isRecord(value))) {
    return fromRecords(
      entries.map(([label, value]) => ({ label, ...(value as Record<string, unknown>) })),
      []
    )
  }
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
  if (lists.length > 1) {
    const height = Math.min(10_000, Math.max(...lists.map(([, list]) => list.length)))
    const rows = Array.from({ length: height }, (_, row) => lists.map(([, list]) => list[row]))
    return seriesOfRows(
      lists.map(([key]) => key),
      rows
    )
  }
  const points = entries.map(([label, value]) => ({ label, value: quantityOf(value) }))
  return points.some(({ value }) => value === null) ? [] : [{ name: '', unit: undefined, points }]
}
