import { coreGraphics } from './core-graphics.ts'
import type { WindowTool } from './system-window.ts'
import { user32 } from './user32.ts'
import { x11 } from './x11.ts'

/** Undefined where nobody can tell: on Wayland no program learns of the windows of others. */
export function windowTool(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  portal: boolean
): WindowTool | undefined {
  if (platform === 'win32') return user32(environment['SystemRoot'] ?? 'C:\\Windows')
  if (platform === 'darwin') return coreGraphics
  const { DISPLAY: display } = environment
  const hasServer = platform === 'linux' && !portal && display !== undefined && display !== ''
  return hasServer ? x11 : undefined
}
