import { assertNever } from '../../failure.ts'
import type { CaptureProblem } from '../failures.ts'
import type { FrozenDisplay } from '../frozen-display.ts'
import { pixelsOf } from '../geometry/pixels.ts'
import { hasArea, type Rect, whole } from '../geometry/rect.ts'
import { type Region, refitted } from '../geometry/remembered.ts'
import { type WindowPlace, windowUnder } from '../geometry/windows.ts'
import type { Target } from './target.ts'

/** Where a target that needs nobody's eyes lies, or why it cannot be had. */
export function regionOfTarget(
  target: Exclude<Target, { kind: 'selected' }>,
  frozen: readonly FrozenDisplay[],
  windows: readonly WindowPlace[]
): Region | CaptureProblem {
  // Who chooses a screen in the dialog of a portal wants that one, wherever the cursor is.
  const on = target.kind === 'screen' ? frozen[0] : frozen.find(({ display }) => display.id === target.display.id)
  if (on === undefined) return target.kind === 'remembered' ? 'remembered-gone' : 'no-frame'
  const rect = rectOn(on, target, windows)
  return rect !== undefined && hasArea(rect) ? { display: on.display.id, rect } : 'no-window'
}

function rectOn(
  { display, size }: FrozenDisplay,
  target: Exclude<Target, { kind: 'selected' }>,
  windows: readonly WindowPlace[]
): Rect | undefined {
  switch (target.kind) {
    case 'screen':
      return whole(size)
    case 'remembered':
      return refitted(target.remembered, size)
    case 'window': {
      const place = windowUnder(target.cursor, windows)
      return place && pixelsOf(place, display, size)
    }
    default:
      return assertNever(target, 'a target of no known kind')
  }
}
