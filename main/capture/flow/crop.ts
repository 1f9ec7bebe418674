import { planDelivery } from '../delivery/plan.ts'
import { cropOf } from '../geometry/frame.ts'
import type { Region } from '../geometry/remembered.ts'
import type { CaptureEffect } from './effect.ts'
import { failedBy } from './end.ts'
import { type Cropping, type Freezing, idle, type Reading, type Selecting, type Step, stay } from './state.ts'

/** Cuts the region out. The screen is given back before anything else, and what a person framed is kept to be repeated. */
export function cropRegion(state: Freezing | Selecting, region: Region): Step {
  const on = state.frozen.find(({ display }) => display.id === region.display)
  if (on === undefined) return stay(state)
  if (on.look !== 'picture') return failedBy(state, on.look)
  const { display, frame, size } = on
  const selected: CaptureEffect[] = [
    { kind: 'close-overlays' },
    { kind: 'remember', region: { display, size, rect: region.rect } }
  ]
  return {
    state: { kind: 'cropping', begin: state.begin },
    effects: [
      ...(state.kind === 'selecting' ? selected : []),
      { kind: 'crop', display: display.id, crop: cropOf(region.rect, display, frame) }
    ]
  }
}

/** The picture is there: its text is read, or the person asks about it. */
export function cropped({ begin }: Cropping, picture: string): Step {
  const forget: CaptureEffect = { kind: 'forget-frames' }
  if (begin.mode === 'ask-region') return { state: idle, effects: [forget, { kind: 'ask', picture }] }
  return { state: { kind: 'reading', begin, picture }, effects: [forget, { kind: 'read', picture }] }
}

/** The text is there, and may be empty. */
export function read({ begin, picture }: Reading, text: string): Step {
  const steps = planDelivery({ text, picture, to: begin.preferences.deliverTo })
  return { state: { kind: 'delivering' }, effects: [{ kind: 'deliver', steps }] }
}
