// One suite, two ways to run it: on Electron where its executable is installed, else the built main process in plain Node
// (fake-electron) with Chromium as its windows (stage).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base } from 'playwright/test'
import { startVisionServer, type VisionServer } from '../fakes/vision-server/server.ts'
import type { Desk, Launch } from './desk.ts'
import { startOnChromium, testContext } from './on-chromium.ts'

/** Folder of what is tested: E2E_APP_DIR for what was packaged, else the build of this checkout. */
export const appFolder = process.env['E2E_APP_DIR'] ?? resolve(import.meta.dirname, '../..')

export interface Fixtures {
  /** How the app is started; set with `test.use`. */
  readonly launch: Launch
  readonly home: string
  readonly desk: Desk
  /** A vision provider on the loopback; no request may be one that an honest client does not send. */
  readonly server: VisionServer
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
  desk: async ({ browser, launch, home }, use, info) => {
    const desk = await startOnChromium({ folder: appFolder, home, launch, context: () => testContext(browser) })
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
