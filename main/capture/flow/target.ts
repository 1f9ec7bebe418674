import { assertNever } from '../../failure.ts'
import type { CaptureProblem } from '../failures.ts'
import { type Display, displayAt } from '../geometry/display.ts'
import type { Point } from '../geometry/rect.ts'
import { type RememberedRegion, recall } from '../geometry/remembered.ts'
import { windowUnder } from '../geometry/windows.ts'
import type { BeginEvent } from './event.ts'

/** What will be cut out. Other than `selected`, it is known before anything is seen. */
export type Target =
  /** A person frames it; `suggested` is framed to begin with, when its display is there. */
  | { readonly kind: 'selected'; readonly display: Display; readonly suggested: RememberedRegion | undefined }
  | { readonly kind: 'remembered'; readonly display: Display; readonly remembered: RememberedRegion }
  | { readonly kind: 'screen'; readonly display: Display }
  /** The window in front under `cursor`, in shared DIP; which one that is may become known later. */
  | { readonly kind: 'window'; readonly display: Display; readonly cursor: Point }

/** Finds out what a capture is about, or why it cannot be. */
export function targetOf(begin: BeginEvent): Target | CaptureProblem {
  const { cursor, displays } = begin.facts
  const display = displayAt(cursor, displays)
  if (display === undefined) return 'no-frame'
  switch (begin.mode) {
    case 'read-region':
    case 'ask-region':
      return { kind: 'selected', display, suggested: undefined }
    case 'read-screen':
      return { kind: 'screen', display }
    case 'read-window':
      return windowTarget(begin, display)
    case 'read-again':
      return rememberedTarget(begin)
    default:
      return assertNever(begin.mode, 'a mode of no known name')
  }
}

function windowTarget({ facts: { cursor, windows } }: BeginEvent, display: Display): Target | CaptureProblem {
  const isMissing = windows !== undefined && windowUnder(cursor, windows) === undefined
  return isMissing ? 'no-window' : { kind: 'window', display, cursor }
}

/** On a display that has changed, the old region is only a suggestion: a person has to see what is there now. */
function rememberedTarget({ remembered, facts }: BeginEvent): Target | CaptureProblem {
  if (remembered === undefined) return 'nothing-remembered'
  const found = recall(remembered, facts.displays)
  switch (found.kind) {
    case 'same':
      return { kind: 'remembered', display: found.display, remembered }
    case 'changed':
      return { kind: 'selected', display: found.display, suggested: remembered }
    case 'gone':
      return 'remembered-gone'
    default:
      return assertNever(found, 'a recall of no known kind')
  }
}
