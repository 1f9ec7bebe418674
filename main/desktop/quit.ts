import { app, powerMonitor } from 'electron'
import type { Log } from '../log/line.ts'
import { type Ending, endAll } from './work/stop.ts'

/** The end of the app. */
export interface Quitting {
  /** Windows close instead of hiding from here on. */
  readonly hasBegun: () => boolean
  /** Ends all work; the process goes on. Once, however often it is called. */
  readonly endWork: () => Promise<void>
}

/** Holds the app back, when it is to quit, until everything has ended. */
export function holdUntilEnded(endings: () => readonly Ending[], log: Log): Quitting {
  let hasBegun = false
  let ending: Promise<void> | undefined
  let isOver = false
  let isShutDown = false

  const endWork = async (): Promise<void> => {
    ending ??= endAll(endings(), log)
    await ending
    isOver = true
  }

  app.on('before-quit', () => {
    hasBegun = true
  })
  // Without somebody who listens Electron quits with the last window; here that is decided with the main window.
  app.on('window-all-closed', () => undefined)
  // Who holds the app back now would call off the shutdown of a Mac. What is in the queue outlives even a crash.
  powerMonitor.on('shutdown', () => {
    isShutDown = true
    void endWork()
  })
  app.on('will-quit', (event) => {
    if (isOver || isShutDown) return
    event.preventDefault()
    void endWork().finally(() => app.quit())
  })
  return { hasBegun: () => hasBegun, endWork }
}
