import { app, type BrowserWindow } from 'electron'
import type { Log } from '../../log/line.ts'

/** So many times within this many milliseconds a page may die before it is left alone. */
const budget = { deaths: 3, milliseconds: 60_000 }

/** Loads the page of a window anew when its process died: what goes on goes on in main. */
export function reviveWhenGone({ webContents: contents }: BrowserWindow, log: Log): void {
  const times: number[] = []
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log({ level: 'error', message: `the page of the window is gone: ${reason} (${exitCode})` })
    times.push(Date.now())
    const recent = times.filter((time) => Date.now() - time < budget.milliseconds)
    if (recent.length <= budget.deaths) contents.reload()
  })
  contents.on('unresponsive', () => log({ level: 'warning', message: 'the page of the window does not respond' }))
}

/** Writes down when a process of Chromium dies; those that are no pages come back by themselves. */
export function watchChildren(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log({ level: 'warning', message: `a process of Chromium is gone: ${type}, ${reason} (${exitCode})` })
  })
}
