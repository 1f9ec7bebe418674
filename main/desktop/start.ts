import { app } from 'electron'

/** Starts the desktop app. */
export async function startDesktop(): Promise<void> {
  app.enableSandbox()
  await app.whenReady()
}
