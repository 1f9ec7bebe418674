import { assertNever, type Failure } from '../../failure.ts'
import { type CaptureProblem, captureFailure } from '../failures.ts'
import type { CaptureEffect } from './effect.ts'
import { type CaptureState, idle, type Step } from './state.ts'

/** Ends a capture without a word, as the person wishes: whatever it holds is let go. */
export function ended(state: CaptureState): Step {
  return { state: idle, effects: letGo(state) }
}

/** Ends a capture and says why. */
export function failed(state: CaptureState, failure: Failure): Step {
  return { state: idle, effects: [...letGo(state), { kind: 'tell', failure }] }
}

/** As `failed`, with the message of a known problem. */
export function failedBy(state: CaptureState, problem: CaptureProblem, cause?: unknown): Step {
  return failed(state, captureFailure(problem, cause))
}

/** What has to be undone in each state. First of all the screen is given back. */
function letGo(state: CaptureState): CaptureEffect[] {
  switch (state.kind) {
    case 'idle':
    case 'delivering':
      return []
    case 'freezing':
    case 'cropping':
      return [{ kind: 'forget-frames' }]
    case 'showing':
    case 'selecting':
    case 'asking':
      return [{ kind: 'close-overlays' }, { kind: 'forget-frames' }]
    case 'reading':
      return [{ kind: 'stop-reading', picture: state.picture }]
    default:
      return assertNever(state, 'a capture in no known state')
  }
}
