import type { Code, Detection } from '../../../preload/contract/library.ts'
import type { Point } from './geometry/transform.ts'
import type { Target } from './highlight.ts'
import { lineAt } from './text/caret.ts'
import type { TextPage } from './text/page.ts'

/** What can be pointed at in a picture. */
export interface Hittable {
  readonly page: TextPage
  readonly detections: readonly Detection[]
  readonly codes: readonly Code[]
  /** Labels whose boxes are not shown. */
  readonly hidden: ReadonlySet<string>
}

/** What lies under a point of the picture: a code, else the smallest box, else a line of text within `slack` pixels. */
export function targetAt(
  { page, detections, codes, hidden }: Hittable,
  point: Point,
  slack: number
): Target | undefined {
  const code = codes.findIndex(({ quad }) => isWithin(boundsOf(quad), point))
  if (code >= 0) return { kind: 'code', index: code }
  let smallest: number | undefined
  let area = Infinity
  for (const [index, { box, label }] of detections.entries()) {
    const size = (box.x1 - box.x0) * (box.y1 - box.y0)
    if (hidden.has(label) || size >= area || !isWithin(box, point)) continue
    area = size
    smallest = index
  }
  if (smallest !== undefined) return { kind: 'box', index: smallest }
  const line = lineAt(page, point, slack)
  return line === undefined ? undefined : { kind: 'line', index: line }
}

interface Bounds {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The smallest upright rectangle around corners. */
export function boundsOf(corners: readonly Point[]): Bounds {
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

function isWithin({ x0, y0, x1, y1 }: Bounds, [x, y]: Point): boolean {
  return x >= x0 && x < x1 && y >= y0 && y < y1
}
