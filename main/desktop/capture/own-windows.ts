import { BrowserWindow } from 'electron'
import type { WindowPlace } from '../../capture/geometry/windows.ts'

/** A window of this app. */
export interface OwnWindow {
  /** As the system numbers it. */
  readonly id: number
  /** In shared DIP. */
  readonly place: WindowPlace
  readonly isShown: boolean
  /** Whether nothing can cover it: `top` it is kept above all, `front` it has the keyboard. */
  readonly stands: 'top' | 'front' | 'anywhere'
}

/** All windows of this app. */
export function ownWindows(): OwnWindow[] {
  return BrowserWindow.getAllWindows().map((window) => ({
    // Such as `window:4194307:0`.
    id: Number(window.getMediaSourceId().split(':')[1]),
    place: window.getBounds(),
    isShown: window.isVisible() && !window.isMinimized(),
    stands: standing(window)
  }))
}

function standing(window: BrowserWindow): OwnWindow['stands'] {
  if (window.isAlwaysOnTop()) return 'top'
  return window.isFocused() ? 'front' : 'anywhere'
}
