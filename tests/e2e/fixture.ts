// One suite, two ways to run it: on Electron where its executable is installed, else the built main process in plain Node
// (fake-electron) with Chromium as its windows (stage).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext } from 'playwright'
import { test as base } from 'playwright/test'
import { startVisionServer, type VisionServer } from '../fakes/vision-server/server.ts'
import type { Desk, Launch } from './desk.ts'
import { startOnChromium, testContext } from './on-chromium.ts'
import { startOnElectron } from './on-electron.ts'
import { findElectron } from './stage/chromium.ts'

/** Folder of what is tested: E2E_APP_DIR for what was packaged, else the build of this checkout. */
export const appFolder = process.env['E2E_APP_DIR'] ?? resolve(import.meta.dirname, '../..')

export interface Fixtures {
  /** How the app is started; set with `test.use`. */
  readonly launch: Launch
  readonly home: string
  /** A place for windows in the browser that plays them. */
  readonly newContext: () => Promise<BrowserContext>
  readonly desk: Desk
  /** A vision provider on the loopback; no request may be one that an honest client does not send. */
  readonly server: VisionServer
}

const electron = findElectron()

/** On Electron no browser is started. */
async function unneeded(
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  {},
  use: (newContext: () => Promise<BrowserContext>) => Promise<void>
): Promise<void> {
  await use(() => Promise.reject(new Error('Electron has windows of its own')))
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  home: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'glyphlens-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  server: async ({}, use) => {
    const server = await startVisionServer()
    await use(server)
    expect(server.red()).toEqual([])
    await server.close()
  },
  newContext: electron === undefined ? ({ browser }, use) => use(() => testContext(browser)) : unneeded,
  desk: async ({ newContext, launch, home }, use, info) => {
    const place = { folder: appFolder, home, launch }
    const desk =
      electron === undefined
        ? await startOnChromium({ ...place, context: newContext })
        : await startOnElectron({ ...place, executablePath: electron })
    try {
      await use(desk)
      await desk.end()
      expect(desk.trouble).toEqual({ errors: [], stray: [] })
    } finally {
      const output = desk.output()
      if (output !== '') await info.attach('main.txt', { body: output, contentType: 'text/plain' })
      const log = join(home, 'data/logs/glyphlens.log')
      if (existsSync(log)) await info.attach('glyphlens.log', { body: readFileSync(log), contentType: 'text/plain' })
    }
  }
})
export const { expect } = base
