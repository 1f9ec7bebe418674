import { type FrozenDisplay, frozenDisplay, withWindows } from '../frozen-display.ts'
import type { Display } from '../geometry/display.ts'
import { displayOf, fits } from '../geometry/frame.ts'
import { type WindowPlace, windowUnder } from '../geometry/windows.ts'
import { cropRegion } from './crop.ts'
import { failedBy } from './end.ts'
import type { BeginEvent, FrozenEvent } from './event.ts'
import { show } from './show.ts'
import { type Freezing, idle, type Step, stay } from './state.ts'
import { targetOf } from './target.ts'
import { regionOfTarget } from './target-region.ts'

/** A picture of a display takes a fraction of a second; in milliseconds. */
const freezeLimit = 5000

/** A hotkey was pressed: frames are asked for, of all displays where a person is to choose. */
export function begin(event: BeginEvent): Step {
  const { facts } = event
  if (facts.access === 'denied' || facts.access === 'restricted') return failedBy(idle, 'permission')
  const target = targetOf(event)
  if (typeof target === 'string') return failedBy(idle, target)
  const pending = target.kind === 'selected' || facts.portal ? facts.displays : [target.display]
  return {
    state: { kind: 'freezing', begin: event, target, windows: facts.windows, pending, frozen: [] },
    effects: [
      { kind: 'freeze', displays: pending, portal: facts.portal },
      // A person who is asked by the portal may take any time.
      ...(facts.portal ? [] : [{ kind: 'watch', stage: 'freeze', milliseconds: freezeLimit } as const])
    ]
  }
}

/** A frame came. One that cannot be of its display is as good as none; one that is not waited for changes nothing. */
export function frozen(state: Freezing, event: FrozenEvent): Step {
  const { portal } = state.begin.facts
  const display = displayFor(state, event)
  if (display === undefined) return portal ? noMoreFrames(state) : stay(state)
  if (!fits(event.frame, display)) return withoutFrame(state, display.id)
  const added = frozenDisplay(display, event.frame, event.look, state.windows ?? [])
  const next = { ...state, frozen: [...state.frozen, added], pending: without(state.pending, display.id) }
  // A portal gives one display, and then no more.
  return portal || next.pending.length === 0 ? noMoreFrames(next) : stay(next)
}

/** One display gives no frame; undefined: none does. */
export function withoutFrame(state: Freezing, display: number | undefined): Step {
  if (display === undefined) return noMoreFrames(state)
  const next = { ...state, pending: without(state.pending, display) }
  return next.pending.length === 0 ? noMoreFrames(next) : stay(next)
}

/** It is known where windows are: a capture of one of them has waited for it. */
export function windowsFound(state: Freezing, windows: readonly WindowPlace[]): Step {
  const { target } = state
  if (state.windows !== undefined) return stay(state)
  const next = { ...state, windows, frozen: state.frozen.map((on) => withWindows(on, windows)) }
  if (target.kind !== 'window') return stay(next)
  if (windowUnder(target.cursor, windows) === undefined) return failedBy(state, 'no-window')
  return next.pending.length === 0 ? noMoreFrames(next) : stay(next)
}

/** It has taken too long: what there is has to do. */
export function freezeOverdue(state: Freezing): Step {
  return noMoreFrames({ ...state, windows: state.windows ?? [] })
}

/** Goes on with the frames that there are. */
export function noMoreFrames(state: Freezing): Step {
  const [first] = state.frozen
  if (first === undefined) return failedBy(state, 'no-frame')
  // One colour on one of several displays may be an empty desktop; on all of them it is no picture of the screen.
  if (first.look !== 'picture' && state.frozen.every(({ look }) => look !== 'picture'))
    return failedBy(state, first.look)
  if (state.target.kind === 'selected') return show(state, state.target, inOrder(state))
  if (state.target.kind === 'window' && state.windows === undefined) return stay({ ...state, pending: [] })
  const region = regionOfTarget(state.target, state.frozen, state.windows ?? [])
  return typeof region === 'string' ? failedBy(state, region) : cropRegion(state, region)
}

function displayFor({ pending, begin: { facts } }: Freezing, { display, frame }: FrozenEvent): Display | undefined {
  if (display === undefined) return facts.portal ? displayOf(frame, pending) : undefined
  return pending.find(({ id }) => id === display)
}

/** Frames come in any order; the overlays take the order of the displays. */
function inOrder({ frozen: all, begin: { facts } }: Freezing): FrozenDisplay[] {
  return facts.displays.flatMap(({ id }) => all.filter(({ display }) => display.id === id))
}

function without(displays: readonly Display[], id: number): Display[] {
  return displays.filter((display) => display.id !== id)
}
