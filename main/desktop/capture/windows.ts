import { dipOf, type NativeDisplay } from '../../capture/geometry/native.ts'
import type { WindowPlace } from '../../capture/geometry/windows.ts'
import type { SystemWindow, WindowTool } from '../../capture/windows/system-window.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import type { OwnWindow } from './own-windows.ts'

export interface WindowPorts {
  /** Undefined where nobody can tell of the windows of others. */
  readonly tool: WindowTool | undefined
  /** What it prints. Rejects when it fails, or takes too long. */
  readonly run: (tool: WindowTool) => Promise<string>
  readonly own: () => readonly OwnWindow[]
  readonly displays: () => readonly NativeDisplay[]
  readonly log: Log
}

/**
 * Where windows are now, front to back, in shared DIP: those of all programs by a tool of the system, and only our own where there
 * is none or it fails. The promise never rejects.
 */
export function createWindows({ tool, run, own, displays, log }: WindowPorts) {
  let hasFailed = false

  const ask = async (tellingTool: WindowTool, before: readonly OwnWindow[]): Promise<readonly WindowPlace[]> => {
    try {
      const seen = tellingTool.read(await run(tellingTool))
      const others = withoutNew(seen, before, own())
      return others.flatMap(({ rect }) => (tellingTool.unit === 'dip' ? [rect] : dipOf(rect, displays())))
    } catch (thrown) {
      if (!hasFailed) log({ level: 'warning', message: 'nobody tells where windows are', detail: describe(thrown) })
      hasFailed = true
      return uncovered(before)
    }
  }

  return (): readonly WindowPlace[] | Promise<readonly WindowPlace[]> => {
    const before = own()
    return tool === undefined ? uncovered(before) : ask(tool, before)
  }
}

/** The tool may look when our overlays are up already: they are no windows to be framed. */
function withoutNew(seen: readonly SystemWindow[], before: readonly OwnWindow[], now: readonly OwnWindow[]) {
  const shown = new Set(before.filter(({ isShown }) => isShown).map(({ id }) => id))
  const fresh = new Set(now.map(({ id }) => id).filter((id) => !shown.has(id)))
  return seen.filter(({ id }) => !fresh.has(id))
}

/** Our own that nothing covers: one in the background may be under another program's. */
function uncovered(windows: readonly OwnWindow[]): WindowPlace[] {
  const shown = windows.filter(({ isShown }) => isShown)
  const standing = (stands: OwnWindow['stands']) => shown.filter((window) => window.stands === stands)
  return [...standing('top'), ...standing('front')].map(({ place }) => place)
}
