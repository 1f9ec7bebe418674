import { planDelivery } from '../delivery/plan.ts'
import { cropOf } from '../geometry/frame.ts'
import type { Region } from '../geometry/remembered.ts'
import type { CaptureEffect } from './effect.ts'
import { failedBy } from './end.ts'
import { type Cropping, type Freezing, type Reading, type Selecting, type Step, stay } from './state.ts'

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

/** The picture is there: its text is read. */
export function cropped({ begin }: Cropping, picture: string): Step {
  return {
    state: { kind: 'reading', begin, picture },
    effects: [{ kind: 'forget-frames' }, { kind: 'read', picture }]
  }
}

/** The text is there, and may be empty. */
export function read({ begin, picture }: Reading, text: string): Step {
  const { deliverTo, notify } = begin.preferences
  const steps = planDelivery({ text, picture, to: deliverTo, notify })
  return { state: { kind: 'delivering' }, effects: [{ kind: 'deliver', steps }] }
}
