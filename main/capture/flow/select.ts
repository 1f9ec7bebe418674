import { recall, refitted } from '../geometry/remembered.ts'
import type { SelectionEvent } from '../selection/event.ts'
import { nextSelection } from '../selection/next.ts'
import { looksSame, regionOf, type Selection } from '../selection/selection.ts'
import { hasBar, standRegion } from './ask.ts'
import { cropRegion } from './crop.ts'
import { type Selecting, type Step, stay } from './state.ts'

/** The person does something on an overlay. */
export function select(state: Selecting, event: SelectionEvent): Step {
  const selection = nextSelection(state.selection, event, state.frozen)
  const next = { ...state, selection }
  if (event.kind === 'release' && isReleaseEnough(state, next)) return confirm(next, state.selection)
  const effects = looksSame(selection, state.selection) ? [] : [{ kind: 'draw', selection } as const]
  return { state: next, effects }
}

/** The region that was framed last is framed again, where its display is shown; nothing is taken yet. */
export function frameLast(state: Selecting): Step {
  const { remembered } = state.begin
  if (remembered === undefined || state.selection.kind === 'dragging') return stay(state)
  const displays = state.frozen.map(({ display }) => display)
  const found = recall(remembered, displays)
  const on = found.kind === 'gone' ? undefined : state.frozen.find(({ display }) => display.id === found.display.id)
  if (on === undefined) return stay(state)
  const selection: Selection = { kind: 'framed', display: on.display.id, rect: refitted(remembered, on.size) }
  if (looksSame(selection, state.selection)) return stay(state)
  return { state: { ...state, selection }, effects: [{ kind: 'draw', selection }] }
}

/** What is framed is taken; without anything framed, the person goes on. `drawn` is what the overlays show. */
export function confirm(state: Selecting, drawn: Selection = state.selection): Step {
  const region = regionOf(state.selection)
  if (region === undefined) return stay(state)
  return hasBar(state.begin) ? standRegion(state, region, drawn) : cropRegion(state, region)
}

/** Only the end of a drag confirms, not a release that belongs to nothing. */
function isReleaseEnough(before: Selecting, after: Selecting): boolean {
  const hasFramed = before.selection.kind === 'dragging' && after.selection.kind === 'framed'
  return hasFramed && before.begin.preferences.confirmOn === 'release'
}
