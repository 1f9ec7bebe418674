import type { PixelBox, TaskResult } from '../../../../main/tasks/result.ts'
import { taskOf } from '../../../../main/tasks/tasks.ts'

/** A tile, one below it and one to its right; each shares 100 pixels with it. */
export const top: PixelBox = { x0: 0, y0: 0, x1: 1000, y1: 1000 }
export const bottom: PixelBox = { x0: 0, y0: 900, x1: 1000, y1: 1900 }
export const right: PixelBox = { x0: 900, y0: 0, x1: 1900, y1: 1000 }

export function textOf(text: string): TaskResult {
  return { kind: 'text', text, notices: [] }
}

export type MergedTask = 'ocr' | 'translate' | 'code' | 'table'

export function merge(task: MergedTask, ...parts: [TaskResult, PixelBox][]): TaskResult {
  const { merge: joined } = taskOf({ task })
  if (!joined) throw new Error(`${task} joins nothing`)
  return joined(parts.map(([result, tile]) => ({ result, tile })))
}
