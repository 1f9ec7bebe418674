import { z } from 'zod'
import { keptSaid } from '../saying.ts'

/** Upright rectangle in pixels of the upright original picture; `x1` and `y1` lie just outside. */
export const pixelBox = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
export type PixelBox = z.infer<typeof pixelBox>

/** One thing that a model located. */
export const detection = z.object({
  label: z.string().min(1).max(200),
  box: pixelBox,
  /** What else the model said of it, for example its colour. */
  attributes: z.record(z.string().max(100), z.string().max(1000)).optional()
})
export type Detection = z.infer<typeof detection>

const cell = z.string().max(10_000)

/** Rows and columns of text. */
export const tableData = z.object({
  title: z.string().max(1000).optional(),
  /** Names of the columns; empty when the table has none. */
  header: z.array(cell).max(1000),
  /** Each as long as the widest row. */
  rows: z.array(z.array(cell).max(1000)).max(100_000)
})
export type TableData = z.infer<typeof tableData>

const axis = z.object({ title: z.string().max(1000).optional(), unit: z.string().max(100).optional() })

/** A chart as numbers: one row for each place on the x axis (or slice), one column for each series. */
export const chartData = z.object({
  title: z.string().max(1000).optional(),
  /** In the model's words, lower case: bar, line, pie, scatter, area ... */
  type: z.string().max(50),
  x: axis,
  y: axis,
  series: z.array(z.object({ name: z.string().max(1000), unit: z.string().max(100).optional() })).max(200),
  /** `values` has one entry for each series; null where the chart shows none. */
  rows: z.array(z.object({ label: z.string().max(1000), values: z.array(z.number().nullable()).max(200) })).max(10_000)
})
export type ChartData = z.infer<typeof chartData>

const common = {
  /** What a person reads and copies, and what is searched: Markdown for text, a Markdown table for data. Never empty. */
  text: z.string().min(1),
  /** Sentences about what was repaired, left out or doubtful in the model's answer. */
  notices: z.array(keptSaid).max(50)
}

/** What became of a model's answer. */
export const taskResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...common }),
  /** No boxes is a valid answer: there is nothing of the kind in the picture. */
  z.object({ kind: z.literal('boxes'), ...common, detections: z.array(detection).max(5000), prose: z.string() }),
  z.object({ kind: z.literal('chart'), ...common, chart: chartData, prose: z.string() }),
  z.object({ kind: z.literal('tables'), ...common, tables: z.array(tableData).min(1).max(100), prose: z.string() })
])
export type TaskResult = z.infer<typeof taskResult>
