// Captures of windows of other programs, on a real X display with real clients.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { ask } from './bridge.ts'
import { appFolder, test as base, expect } from './fixture.ts'
import { entriesOf, latestEntry, samplePath } from './library.ts'
import { startOnChromium, testContext } from './on-chromium.ts'
import { roomOf } from './room.ts'
import { findElectron } from './stage/chromium.ts'
import { hasXDisplays, openXDisplay, type XDisplay } from './x-display.ts'
import { showOnX } from './x-picture.ts'

const size = { width: 1280, height: 800 }
const browserAt = { x: 40, y: 20, width: 700, height: 760 }
const hotkey = 'Control+Shift+4'
const clockAt = { x: 900, y: 500, width: 200, height: 180 }

const test = base.extend<{ x: XDisplay }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  x: async ({}, use) => {
    const x = await openXDisplay(size.width, size.height)
    const geometry = `${clockAt.width}x${clockAt.height}+${clockAt.x}+${clockAt.y}`
    const clock = spawn('xclock', ['-bw', '0', '-geometry', geometry], {
      env: { ...process.env, DISPLAY: x.name },
      stdio: 'ignore'
    })
    const shown = await showOnX(x, samplePath('notice'), browserAt)
    await use(x)
    await shown.close()
    clock.kill()
    await x.close()
  },
  desk: async ({ browser, home, x }, use) => {
    const launch = {
      staging: { x: x.name, displays: [{ id: 1, bounds: { x: 0, y: 0, ...size } }] },
      environment: { DISPLAY: x.name }
    }
    const context = () => testContext(browser)
    const desk = await startOnChromium({ folder: appFolder, home, launch, context })
    // Keys are listened to as soon as the library is open.
    await roomOf(desk.page)
    await use(desk)
    await desk.end()
    expect(desk.trouble).toEqual({ errors: [], stray: [] })
  }
})

const tools = ['xclock', 'xprop', 'xwininfo'].map((name) => `/usr/bin/${name}`)
test.skip(!hasXDisplays || !tools.every(existsSync), 'There is no Xvfb here, or a client of it is missing')
test.skip(findElectron() !== undefined, 'Only the fake Electron is told what to capture')

const [title = ''] = readFileSync(samplePath('notice').replace('.png', '.txt'), 'utf8').split('\n')

test('a hotkey reads the window under the cursor, and its text is on the clipboard', async ({ desk }) => {
  await ask(desk.page, 'settings', 'change', { capture: { hotkeys: { 'read-window': hotkey } } })
  await desk.pointAt({ x: 300, y: 300 })
  expect(await desk.pressHotkey(hotkey)).toBe(true)
  await expect.poll(() => desk.clipboardText()).toContain(title)
  const entry = await latestEntry(desk.page)
  expect(entry).toMatchObject({ state: 'done', source: 'capture' })
  expect(entry.picture).toMatchObject({ width: browserAt.width, height: browserAt.height })
})

test('beside all windows there is nothing to read, and that is said', async ({ desk }) => {
  await desk.pointAt({ x: 1200, y: 100 })
  await desk.choose('tray', 'Read a Window')
  await expect
    .poll(async () => (await desk.notifications()).map((notice) => notice.title))
    .toEqual(['There is no window under the cursor that Glyphlens can see.'])
})

test('on the overlay a click frames the window', async ({ desk }) => {
  await desk.pressHotkey('Control+Shift+1')
  const overlay = await desk.window('overlay')
  await overlay.getByText('Tab').waitFor()
  await overlay.mouse.move(clockAt.x + 50, clockAt.y + 50)
  await overlay.getByText('Click to frame the window, or drag').waitFor()
  await overlay.mouse.click(clockAt.x + 50, clockAt.y + 50)
  await desk.hidden('overlay')
  await expect
    .poll(async () => (await entriesOf(desk.page))[0]?.picture)
    .toMatchObject({ width: clockAt.width, height: clockAt.height })
})
