import type { CaptureEvent, CapturePreferences, ScreenFacts } from '../../capture/flow/event.ts'
import { nextStep } from '../../capture/flow/next.ts'
import { type CaptureState, holdsScreen, idle } from '../../capture/flow/state.ts'
import type { Display } from '../../capture/geometry/display.ts'
import type { RememberedRegion } from '../../capture/geometry/remembered.ts'
import type { WindowPlace } from '../../capture/geometry/windows.ts'
import { type CaptureMode, usesWindows } from '../../capture/mode.ts'
import { arrived, type StageTimes, startWatch } from '../../capture/times/stages.ts'
import type { Frames } from './frames.ts'
import { createPerformer, type PerformPorts } from './perform.ts'

export interface ShellPorts extends Omit<PerformPorts, 'frames'> {
  /** What the system says of screens and cursor. */
  readonly facts: () => Omit<ScreenFacts, 'windows'>
  /** Where windows are; a promise, which never rejects, where the system has to be asked. Called before anything else. */
  readonly windows: () => readonly WindowPlace[] | Promise<readonly WindowPlace[]>
  readonly preferences: () => CapturePreferences
  readonly remembered: () => RememberedRegion | undefined
  readonly createFrames: () => Frames
  /** A capture is over: how long it took. */
  readonly onTimes: (times: StageTimes) => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Drives captures from the hotkey to their end. */
export interface Shell {
  /** Does nothing while another capture has the screen. */
  readonly begin: (mode: CaptureMode) => void
  /** Something happened on an overlay, or to the screen: it concerns the capture that has the screen, if any. */
  readonly tell: (event: CaptureEvent) => void
  readonly displaysChanged: (displays: readonly Display[]) => void
  /** Whether a capture has the screen. */
  readonly hasScreen: () => boolean
  /** Ends whatever goes on. */
  readonly quit: () => void
}

type Running = { readonly tell: (event: CaptureEvent) => void; readonly state: () => CaptureState }

export function createShell(ports: ShellPorts): Shell {
  const running = new Set<Running>()

  const withScreen = (): Running | undefined => [...running].find((capture) => holdsScreen(capture.state()))

  const start = (mode: CaptureMode): Running => {
    let state: CaptureState = idle
    let watch = startWatch(mode, ports.now())
    const waiting: CaptureEvent[] = []
    let isTurning = false

    // What an effect brings about at once has to wait until the effects before it are done.
    const tell = (event: CaptureEvent): void => {
      waiting.push(event)
      if (isTurning) return
      isTurning = true
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) turn(next)
      } finally {
        isTurning = false
      }
    }
    const turn = (event: CaptureEvent): void => {
      const step = nextStep(state, event)
      state = step.state
      watch = arrived(watch, state, ports.now())
      for (const effect of step.effects) perform(effect)
      if (state.kind === 'idle' && running.delete(capture)) ports.onTimes(watch)
    }
    const capture: Running = { tell, state: () => state }
    const perform = createPerformer({ ...ports, frames: ports.createFrames() }, tell, () => state)
    running.add(capture)
    return capture
  }

  return {
    begin: (mode) => {
      if (withScreen() !== undefined) return
      const found = usesWindows(mode) ? ports.windows() : []
      const windows = found instanceof Promise ? undefined : found
      const facts = { ...ports.facts(), windows }
      const capture = start(mode)
      capture.tell({ kind: 'begin', mode, facts, preferences: ports.preferences(), remembered: ports.remembered() })
      if (found instanceof Promise) void found.then((late) => capture.tell({ kind: 'windows', windows: late }))
    },
    tell: (event) => withScreen()?.tell(event),
    displaysChanged: (displays) => withScreen()?.tell({ kind: 'displays-changed', displays }),
    hasScreen: () => withScreen() !== undefined,
    quit: () => {
      for (const capture of running) capture.tell({ kind: 'quit' })
    }
  }
}
