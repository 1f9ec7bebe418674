import { BrowserWindow } from 'electron'
import type { WindowPlace } from '../../capture/geometry/windows.ts'

/** Places of our own windows that nothing covers: one in the background may be under another program's. In shared DIP. */
export async function ownWindows(): Promise<readonly WindowPlace[]> {
  const visible = BrowserWindow.getAllWindows().filter((window) => window.isVisible() && !window.isMinimized())
  const onTop = visible.filter((window) => window.isAlwaysOnTop())
  const focused = visible.filter((window) => window.isFocused() && !window.isAlwaysOnTop())
  return [...onTop, ...focused].map((window) => window.getBounds())
}
