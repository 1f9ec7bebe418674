import { assertNever } from '../../failure.ts'
import { type Display, isSameDisplay } from '../geometry/display.ts'
import { asked, copied, pinned, reframed, stood } from './ask.ts'
import { cropped, read } from './crop.ts'
import { ended, failed, failedBy } from './end.ts'
import type { CaptureEvent } from './event.ts'
import { begin, freezeOverdue, frozen, windowsFound, withoutFrame } from './freeze.ts'
import { confirm, frameLast, select } from './select.ts'
import { painted, paintOverdue, windowsShown, withoutOverlays } from './show.ts'
import {
  type Asking,
  type CaptureState,
  type Cropping,
  type Delivering,
  type Freezing,
  holdsScreen,
  idle,
  type Reading,
  type Selecting,
  type Showing,
  type Step,
  stay
} from './state.ts'

/**
 * Where a capture stands after an event, and what has to be done. An event that makes no sense where it stands changes
 * nothing: frames and answers may come late. Pure.
 */
export function nextStep(state: CaptureState, event: CaptureEvent): Step {
  if (state.kind === 'idle') return event.kind === 'begin' ? begin(event) : stay(state)
  if (event.kind === 'escape') return ended(state)
  if (event.kind === 'quit') return failedBy(state, 'quitting')
  if (event.kind === 'displays-changed') return displaysChanged(state, event.displays)
  switch (state.kind) {
    case 'freezing':
      return whileFreezing(state, event)
    case 'showing':
      return whileShowing(state, event)
    case 'selecting':
      return whileSelecting(state, event)
    case 'asking':
      return whileAsking(state, event)
    case 'cropping':
      return whileCropping(state, event)
    case 'reading':
      return whileReading(state, event)
    case 'delivering':
      return whileDelivering(state, event)
    default:
      return assertNever(state, 'a capture in no known state')
  }
}

/** The system moves overlays when displays change, and frames are of what was there before: nothing fits any more. */
function displaysChanged(state: CaptureState, displays: readonly Display[]): Step {
  if (!holdsScreen(state)) return stay(state)
  const areThere = displaysOf(state).every((ours) => displays.some((display) => isSameDisplay(ours, display)))
  return areThere ? stay(state) : failedBy(state, 'display-gone')
}

function displaysOf(state: Freezing | Showing | Selecting | Asking): Display[] {
  if (state.kind === 'asking') return [state.on.display]
  const frozenOnes = state.frozen.map(({ display }) => display)
  return state.kind === 'freezing' ? [...state.pending, ...frozenOnes] : frozenOnes
}

function whileFreezing(state: Freezing, event: CaptureEvent): Step {
  if (event.kind === 'frozen') return frozen(state, event)
  if (event.kind === 'freeze-failed') return withoutFrame(state, event.display)
  if (event.kind === 'portal-cancelled') return failedBy(state, 'portal-cancelled')
  if (event.kind === 'windows') return windowsFound(state, event.windows)
  return event.kind === 'overdue' && event.stage === 'freeze' ? freezeOverdue(state) : stay(state)
}

function whileShowing(state: Showing, event: CaptureEvent): Step {
  if (event.kind === 'painted') return painted(state, event.display)
  if (event.kind === 'windows') return windowsShown(state, event.windows)
  if (event.kind === 'overlay-failed') return withoutOverlays(state, [event.display])
  return event.kind === 'overdue' && event.stage === 'paint' ? paintOverdue(state) : stay(state)
}

function whileSelecting(state: Selecting, event: CaptureEvent): Step {
  if (event.kind === 'selection') return select(state, event.event)
  if (event.kind === 'last-region') return frameLast(state)
  if (event.kind === 'confirm') return confirm(state)
  if (event.kind === 'windows') return windowsShown(state, event.windows)
  return event.kind === 'overlay-failed' ? withoutOverlays(state, [event.display]) : stay(state)
}

function whileAsking(state: Asking, event: CaptureEvent): Step {
  if (event.kind === 'cropped') return stood(state, event.picture)
  if (event.kind === 'crop-failed') return failedBy(state, 'crop', event.cause)
  if (event.kind === 'copy') return copied(state)
  if (event.kind === 'pin') return pinned(state)
  if (event.kind === 'ask') return asked(state, event.question)
  if (event.kind === 'selection') return reframed(state, event.event)
  const hasDied = event.kind === 'overlay-failed' && event.display === state.on.display.id
  return hasDied ? failedBy(state, 'no-overlay') : stay(state)
}

function whileCropping(state: Cropping, event: CaptureEvent): Step {
  if (event.kind === 'cropped') return cropped(state, event.picture)
  return event.kind === 'crop-failed' ? failedBy(state, 'crop', event.cause) : stay(state)
}

function whileReading(state: Reading, event: CaptureEvent): Step {
  if (event.kind === 'text') return read(state, event.text)
  // It has ended by itself: there is nothing to stop.
  return event.kind === 'read-failed' ? failed(idle, event.failure) : stay(state)
}

function whileDelivering(state: Delivering, event: CaptureEvent): Step {
  if (event.kind === 'delivered') return ended(state)
  return event.kind === 'deliver-failed' ? failed(state, event.failure) : stay(state)
}
