import type { GlobalShortcut } from 'electron'
import type { HotkeyView } from '../../../preload/contract/settings.ts'
import { type Assignment, conflictsIn } from '../../capture/hotkeys/assignment.ts'
import type { Platform } from '../../capture/hotkeys/keys.ts'
import { parseHotkey } from '../../capture/hotkeys/parse.ts'
import { viewOf } from '../../capture/hotkeys/view.ts'
import { type CaptureMode, captureModes } from '../../capture/mode.ts'

export interface HotkeyPorts {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister' | 'setSuspended'>
  readonly platform: Platform
  readonly isWayland: boolean
  /** `XDG_CURRENT_DESKTOP`; undefined where there is none. */
  readonly desktop: string | undefined
  readonly onPress: (mode: CaptureMode) => void
  readonly after: (milliseconds: number, run: () => void) => void
}

/** The hotkeys of the modes. */
export interface Hotkeys {
  /** Registers these, and no others any more. */
  readonly apply: (assignment: Assignment) => void
  /** One for each mode: what it has, and whether it works. */
  readonly views: () => readonly HotkeyView[]
  /** While a person types a new one, the old ones must not act. Ends by itself after a minute: a page may die meanwhile. */
  readonly suspend: (suspended: boolean) => void
  readonly dispose: () => void
}

const longestSuspension = 60_000

export function createHotkeys({ globalShortcut, onPress, after, ...system }: HotkeyPorts): Hotkeys {
  const { platform } = system
  let views: readonly HotkeyView[] = []
  let assigned: Assignment = {}
  let registered: string[] = []
  let suspensions = 0
  let isSuspended = false

  const release = (): void => {
    for (const accelerator of registered) globalShortcut.unregister(accelerator)
    registered = []
  }

  const register = (mode: CaptureMode, accelerator: string): boolean => {
    try {
      if (!globalShortcut.register(accelerator, () => onPress(mode))) return false
      registered.push(accelerator)
      return true
    } catch {
      // Electron throws for what it cannot parse; the view says that it did not take.
      return false
    }
  }

  const apply = (assignment: Assignment): void => {
    assigned = assignment
    // Registering fails while suspended: it is done when that ends.
    if (isSuspended) return
    release()
    const conflicts = new Set(conflictsIn(assignment, platform).flat())
    views = captureModes.map((mode) => {
      const accelerator = assignment[mode] ?? ''
      const parsed = parseHotkey(accelerator, platform)
      const canTake = parsed.ok && !conflicts.has(mode)
      const took = canTake && register(mode, accelerator)
      return viewOf({ mode, accelerator, parsed, isConflict: conflicts.has(mode), took, ...system })
    })
  }

  const suspend = (suspended: boolean): void => {
    suspensions += 1
    const mine = suspensions
    if (suspended === isSuspended) return
    isSuspended = suspended
    globalShortcut.setSuspended(suspended)
    if (!suspended) apply(assigned)
    else {
      after(longestSuspension, () => {
        if (mine === suspensions) suspend(false)
      })
    }
  }

  return { apply, views: () => views, suspend, dispose: release }
}
