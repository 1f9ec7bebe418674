import { type FrozenDisplay, withWindows } from '../frozen-display.ts'
import { refitted } from '../geometry/remembered.ts'
import type { WindowPlace } from '../geometry/windows.ts'
import { nothingOn, type Selection } from '../selection/selection.ts'
import type { CaptureEffect } from './effect.ts'
import { failedBy } from './end.ts'
import type { Freezing, Selecting, Showing, Step } from './state.ts'
import { stay } from './state.ts'
import type { Target } from './target.ts'

/**
 * An overlay that has its frame paints it in a few tens of milliseconds; two that have to be made first, on a slow and busy
 * machine, took more than six seconds. Nothing is on the screen meanwhile, and Escape ends it.
 */
const paintLimit = 15_000

/** Opens an overlay on each frozen display, hidden until all have painted. */
export function show(
  { begin }: Freezing,
  target: Extract<Target, { kind: 'selected' }>,
  displays: readonly FrozenDisplay[]
): Step {
  return {
    state: { kind: 'showing', begin, frozen: displays, painted: [], selection: firstSelection(target, displays) },
    effects: [
      { kind: 'open-overlays', displays },
      { kind: 'watch', stage: 'paint', milliseconds: paintLimit }
    ]
  }
}

/** An overlay shows its frame. */
export function painted(state: Showing, display: number): Step {
  const isNew = !state.painted.includes(display) && state.frozen.some((on) => on.display.id === display)
  return isNew ? revealWhenReady({ ...state, painted: [...state.painted, display] }) : stay(state)
}

/** The watchdog: overlays that have not painted are closed, and the others shown. */
export function paintOverdue(state: Showing): Step {
  return withoutOverlays(
    state,
    state.frozen.map(({ display }) => display.id).filter((id) => !state.painted.includes(id))
  )
}

/** Goes on without some overlays. What was framed on them is gone. */
export function withoutOverlays(state: Showing | Selecting, displays: readonly number[]): Step {
  const [kept, lost] = parted(state.frozen, displays)
  const [first] = kept
  if (lost.length === 0) return stay(state)
  if (first === undefined) return failedBy(state, 'no-overlay')
  const isLost = displays.includes(state.selection.display)
  const selection = isLost ? nothingOn(first.display.id) : state.selection
  const next = { ...state, frozen: kept, selection }
  const { state: after, effects } = next.kind === 'showing' ? revealWhenReady(next) : stay(next)
  const redraw: CaptureEffect[] = isLost && next.kind === 'selecting' ? [{ kind: 'draw', selection }] : []
  const closing = lost.map(({ display }): CaptureEffect => ({ kind: 'close-overlay', display: display.id }))
  return { state: after, effects: [...closing, ...effects, ...redraw] }
}

/** It has become known where windows are, after the overlays were opened: from now on a click frames one. */
export function windowsShown(state: Showing | Selecting, windows: readonly WindowPlace[]): Step {
  if (state.frozen.some((on) => on.windows.length > 0)) return stay(state)
  const known = state.frozen.map((on) => withWindows(on, windows))
  const effects = known
    .filter((on) => on.windows.length > 0)
    .map(({ display }): CaptureEffect => ({ kind: 'offer-windows', display: display.id }))
  return { state: { ...state, frozen: known }, effects }
}

function revealWhenReady(state: Showing): Step {
  const { begin, frozen, selection } = state
  if (!frozen.every(({ display }) => state.painted.includes(display.id))) return stay(state)
  return {
    state: { kind: 'selecting', begin, frozen, selection },
    effects: [
      { kind: 'reveal-overlays', focus: selection.display },
      { kind: 'draw', selection }
    ]
  }
}

function firstSelection(
  { display, suggested }: Extract<Target, { kind: 'selected' }>,
  displays: readonly FrozenDisplay[]
): Selection {
  const on = displays.find((candidate) => candidate.display.id === display.id) ?? displays[0]
  if (on === undefined) return nothingOn(display.id)
  const isThere = suggested !== undefined && on.display.id === display.id
  return isThere
    ? { kind: 'framed', display: display.id, rect: refitted(suggested, on.size) }
    : nothingOn(on.display.id)
}

function parted(
  displays: readonly FrozenDisplay[],
  ids: readonly number[]
): [kept: FrozenDisplay[], lost: FrozenDisplay[]] {
  const isLost = ({ display }: FrozenDisplay) => ids.includes(display.id)
  return [displays.filter((on) => !isLost(on)), displays.filter(isLost)]
}
