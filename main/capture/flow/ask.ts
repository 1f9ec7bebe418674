import { cropOf } from '../geometry/frame.ts'
import type { Region } from '../geometry/remembered.ts'
import type { SelectionEvent } from '../selection/event.ts'
import { nextSelection } from '../selection/next.ts'
import { looksSame, type Selection } from '../selection/selection.ts'
import type { CaptureEffect } from './effect.ts'
import { failedBy } from './end.ts'
import type { BeginEvent, RegionQuestion } from './event.ts'
import { type Asking, idle, type Selecting, type Step, stay } from './state.ts'

/** Whether a framed region is not read at once, but a bar asks what to do with it. */
export function hasBar({ mode, preferences }: Pick<BeginEvent, 'mode' | 'preferences'>): boolean {
  return mode === 'ask-region' || (mode === 'read-region' && preferences.bar)
}

/** The region stands: it is cut out while its overlay stays, and the other displays are given back. */
export function standRegion(state: Selecting, { display: id, rect }: Region, drawn: Selection): Step {
  const on = state.frozen.find(({ display }) => display.id === id)
  if (on === undefined) return stay(state)
  if (on.look !== 'picture') return failedBy(state, on.look)
  const { display, frame, size } = on
  const framed: Selection = { kind: 'framed', display: id, rect }
  const others = state.frozen.filter((other) => other !== on)
  const effects: CaptureEffect[] = [
    ...others.map((other): CaptureEffect => ({ kind: 'close-overlay', display: other.display.id })),
    ...(looksSame(framed, drawn) ? [] : [{ kind: 'draw', selection: framed } as const]),
    { kind: 'remember', region: { display, size, rect } },
    { kind: 'crop', display: id, crop: cropOf(rect, display, frame) }
  ]
  return { state: { kind: 'asking', begin: state.begin, on, rect, picture: undefined, hasAsked: false }, effects }
}

/** It is cut out: the bar may come. */
export function stood(state: Asking, picture: string): Step {
  if (state.picture !== undefined) return stay(state)
  return { state: { ...state, picture }, effects: [{ kind: 'offer', display: state.on.display.id }] }
}

/** Its text is read and delivered, as without a bar. */
export function copied(state: Asking): Step {
  const { begin, picture } = state
  if (picture === undefined) return stay(state)
  return { state: { kind: 'reading', begin, picture }, effects: [...givingBack, { kind: 'read', picture }] }
}

/** The picture floats where it was framed. */
export function pinned(state: Asking): Step {
  const { on, rect, picture } = state
  if (picture === undefined) return stay(state)
  const region = { display: on.display.id, rect }
  return { state: idle, effects: [...givingBack, { kind: 'pin', picture, region }] }
}

/** A model is asked; the screen stays still behind the answer, and more may be asked. */
export function asked(state: Asking, question: RegionQuestion): Step {
  const { on, picture } = state
  if (picture === undefined) return stay(state)
  return {
    state: { ...state, hasAsked: true },
    effects: [{ kind: 'ask', picture, display: on.display.id, question }]
  }
}

/** A press beside the bar frames anew, as long as nothing was asked. */
export function reframed(state: Asking, event: SelectionEvent): Step {
  const { begin, on, rect, hasAsked } = state
  if (event.kind !== 'press' || hasAsked || event.display !== on.display.id) return stay(state)
  const selection = nextSelection({ kind: 'framed', display: on.display.id, rect }, event, [on])
  return { state: { kind: 'selecting', begin, frozen: [on], selection }, effects: [{ kind: 'draw', selection }] }
}

const givingBack: readonly CaptureEffect[] = [{ kind: 'close-overlays' }, { kind: 'forget-frames' }]
