import type { TaskOptions } from '../../../../main/tasks/options.ts'
import type { ParseContext } from '../../../../main/tasks/task.ts'

/** A picture of 2000 by 1000 pixels whose boxes are given on a grid of 1000: what lies outside is cut off. */
export function contextOf(options: Partial<TaskOptions> = {}, truncated = false): ParseContext {
  return {
    options: { task: 'detect', ...options },
    truncated,
    toPixels: ([x1, y1, x2, y2]) => {
      const box = {
        x0: place(Math.min(x1, x2), 2000),
        y0: place(Math.min(y1, y2), 1000),
        x1: place(Math.max(x1, x2), 2000),
        y1: place(Math.max(y1, y2), 1000)
      }
      return box.x1 > box.x0 && box.y1 > box.y0 ? box : undefined
    }
  }
}

function place(value: number, side: number): number {
  return Math.min(Math.max(value / 1000, 0), 1) * side
}
