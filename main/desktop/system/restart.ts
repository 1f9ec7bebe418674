import { app } from 'electron'

/** Ends the app, and starts it again with nothing to do. */
export function startAgain(environment: Readonly<Record<string, string | undefined>>): void {
  // Only a build for development is told by its first argument where it lies.
  const args = app.isPackaged ? [] : process.argv.slice(1, 2)
  // An AppImage runs from a place that goes away with it.
  const execPath = environment['APPIMAGE']
  app.relaunch({ args, ...(execPath !== undefined && { execPath }) })
  app.quit()
}
