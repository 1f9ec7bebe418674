import type { SelectionEvent } from '../selection/event.ts'
import { nextSelection } from '../selection/next.ts'
import { looksSame, regionOf } from '../selection/selection.ts'
import { cropRegion } from './crop.ts'
import { type Selecting, type Step, stay } from './state.ts'

/** The person does something on an overlay. */
export function select(state: Selecting, event: SelectionEvent): Step {
  const selection = nextSelection(state.selection, event, state.frozen)
  const next = { ...state, selection }
  if (event.kind === 'release' && isReleaseEnough(state, next)) return confirm(next)
  const effects = looksSame(selection, state.selection) ? [] : [{ kind: 'draw', selection } as const]
  return { state: next, effects }
}

/** What is framed is taken; without anything framed, the person goes on. */
export function confirm(state: Selecting): Step {
  const region = regionOf(state.selection)
  return region ? cropRegion(state, region) : stay(state)
}

/** Only the end of a drag confirms, not a release that belongs to nothing. */
function isReleaseEnough(before: Selecting, after: Selecting): boolean {
  const hasFramed = before.selection.kind === 'dragging' && after.selection.kind === 'framed'
  return hasFramed && before.begin.preferences.confirmOn === 'release'
}
