import type { CaptureEffect } from '../../../../main/capture/flow/effect.ts'
import type { BeginEvent, CaptureEvent, CapturePreferences, ScreenFacts } from '../../../../main/capture/flow/event.ts'
import { nextStep } from '../../../../main/capture/flow/next.ts'
import { type CaptureState, idle } from '../../../../main/capture/flow/state.ts'
import type { RememberedRegion } from '../../../../main/capture/geometry/remembered.ts'
import { display, fullFrame } from '../screens.ts'

/** Left of the origin, of scale 1. */
export const left = display({ id: 1, bounds: { x: -1000, y: 0, width: 1000, height: 500 } })
/** At the origin, of scale 1.5; the cursor is on it. */
export const right = display({ id: 2, bounds: { x: 0, y: 0, width: 800, height: 600 }, scale: 1.5 })

export const remembered: RememberedRegion = {
  display: left,
  size: { width: 1000, height: 500 },
  rect: { x: 10, y: 20, width: 300, height: 40 }
}

/** As a new installation has them. */
export const preferences: CapturePreferences = {
  confirmOn: 'release',
  deliverTo: 'clipboard',
  bar: false,
  notify: true
}

const ordinary: ScreenFacts = {
  displays: [left, right],
  cursor: { x: 150, y: 150 },
  windows: [{ x: 100, y: 100, width: 200, height: 100 }],
  access: 'granted',
  portal: false
}

/** A hotkey on an ordinary screen, changed as told. */
export function begin(
  mode: BeginEvent['mode'],
  facts: Partial<ScreenFacts> = {},
  change: Partial<Pick<BeginEvent, 'preferences' | 'remembered'>> = {}
): BeginEvent {
  return { kind: 'begin', mode, facts: { ...ordinary, ...facts }, preferences, remembered, ...change }
}

/** The frame of a display came. */
export function frozen(on: typeof left, look: 'picture' | 'black' | 'flat' = 'picture'): CaptureEvent {
  return { kind: 'frozen', display: on.id, frame: fullFrame(on), look }
}

export const painted = (on: typeof left): CaptureEvent => ({ kind: 'painted', display: on.id })

/** A drag on a display, in DIP from its corner: from 10, 10 to 109, 59. */
export const dragOn = (on: typeof left): CaptureEvent[] => [
  { kind: 'selection', event: { kind: 'press', display: on.id, point: { x: 10, y: 10 } } },
  { kind: 'selection', event: { kind: 'drag', display: on.id, point: { x: 60, y: 40 } } },
  { kind: 'selection', event: { kind: 'release', display: on.id, point: { x: 109, y: 59 } } }
]

/** An effect by what tells it from others; a message by its code. */
export function nameOf(effect: CaptureEffect): string {
  const { kind } = effect
  if (effect.kind === 'tell') return `${kind} ${effect.failure.code}`
  if (effect.kind === 'close-overlay') return `${kind} ${effect.display}`
  return effect.kind === 'watch' ? `${kind} ${effect.stage}` : kind
}

export interface Played {
  readonly state: CaptureState
  readonly effects: readonly CaptureEffect[]
}

/** Plays events from the beginning. */
export function play(...events: readonly CaptureEvent[]): Played {
  return playFrom({ state: idle, effects: [] }, ...events)
}

/** Goes on from where a capture stands. */
export function playFrom(start: Played, ...events: readonly CaptureEvent[]): Played {
  return events.reduce<Played>(({ state, effects }, event) => {
    const step = nextStep(state, event)
    return { state: step.state, effects: [...effects, ...step.effects] }
  }, start)
}
