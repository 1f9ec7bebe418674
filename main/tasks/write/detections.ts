import type { Detection } from '../result.ts'
import { writeTables } from './tables.ts'

/** Boxes as a Markdown table in whole pixels, one row each; further columns hold their attributes. */
export function writeDetections(detections: readonly Detection[]): string {
  const names = [...new Set(detections.flatMap(({ attributes }) => Object.keys(attributes ?? {})))].slice(0, 20)
  const rows = detections.map(({ label, box, attributes }) => [
    label,
    ...[box.x0, box.y0, box.x1, box.y1].map((number) => String(Math.round(number))),
    ...names.map((name) => attributes?.[name] ?? '')
  ])
  return writeTables([{ header: ['label', 'x0', 'y0', 'x1', 'y1', ...names], rows }], 'markdown')
}
