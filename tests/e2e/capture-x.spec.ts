// Captures of a real X display with known text on it.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Desk } from './desk.ts'
import { parseXwd } from './fake-electron/xwd.ts'
import { appFolder, test as base, expect } from './fixture.ts'
import { latestEntry, samplePath } from './library.ts'
import { startOnChromium, testContext } from './on-chromium.ts'
import { roomOf } from './room.ts'
import { dragOver } from './screen-pictures.ts'
import { findElectron } from './stage/chromium.ts'
import { hasXDisplays, openXDisplay, type XDisplay } from './x-display.ts'
import { showOnX } from './x-picture.ts'

const size = { width: 1280, height: 800 }

/** Share of white pixels on the display. */
async function whiteness(display: XDisplay): Promise<number> {
  const { stdout } = await promisify(execFile)('xwd', ['-root', '-silent', '-display', display.name], {
    encoding: 'buffer',
    maxBuffer: 1 << 28
  })
  const { bgra } = parseXwd(stdout)
  let white = 0
  for (let at = 0; at < bgra.length; at += 4) if (bgra.readUInt32LE(at) >= 0xfffefefe) white += 1
  return (white * 4) / bgra.length
}

const test = base.extend<{ x: XDisplay }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  x: async ({}, use) => {
    const x = await openXDisplay(size.width, size.height)
    await use(x)
    await x.close()
  },
  desk: async ({ browser, home, x }, use) => {
    const shown = await showOnX(x, samplePath('notice'))
    await expect.poll(() => whiteness(x)).toBeGreaterThan(0.5)
    const staging = { x: x.name, displays: [{ id: 1, bounds: { x: 0, y: 0, ...size } }] }
    const context = () => testContext(browser)
    const desk = await startOnChromium({ folder: appFolder, home, launch: { staging }, context })
    // Keys are listened to as soon as the library is open.
    await roomOf(desk.page)
    await use(desk)
    await desk.end()
    expect(desk.trouble).toEqual({ errors: [], stray: [] })
    await shown.close()
  }
})

test.skip(!hasXDisplays, 'There is no Xvfb or no xwd here')
test.skip(findElectron() !== undefined, 'Only the fake Electron is told what to capture')

const known = readFileSync(samplePath('notice').replace('.png', '.txt'), 'utf8')
const [title = ''] = known.split('\n')

async function frameAll(desk: Desk): Promise<void> {
  const overlay = await desk.window('overlay')
  await overlay.getByText('Drag to frame').waitFor()
  await dragOver(overlay, [2, 2], [size.width - 4, size.height - 4])
  await desk.hidden('overlay')
}

async function expectText(desk: Desk): Promise<void> {
  await expect.poll(() => desk.clipboardText()).toContain(title)
  const entry = await latestEntry(desk.page)
  expect(entry).toMatchObject({ state: 'done', source: 'capture' })
  expect(entry.text).toContain(title)
  const [notice] = await desk.notifications()
  expect(entry.text).toContain(notice?.body)
}

test('a hotkey freezes the display, a region is framed, its text is on the clipboard and in the library', async ({
  desk
}) => {
  expect(await desk.pressHotkey('Control+Shift+1')).toBe(true)
  await frameAll(desk)
  await expectText(desk)
})

test('a second start with --capture captures in the app that runs', async ({ desk }) => {
  await desk.secondInstance('--capture')
  await frameAll(desk)
  await expectText(desk)
})

test('what was on the clipboard before comes back by the tray', async ({ desk }) => {
  await desk.copy({ 'text/plain': 'as before' })
  const labels = async () => (await desk.trayMenu())?.items.map(({ label }) => label)
  const back = 'Put the Previous Clipboard Back'
  expect(await labels()).not.toContain(back)
  await desk.pressHotkey('Control+Shift+1')
  await frameAll(desk)
  await expectText(desk)
  await expect.poll(labels).toContain(back)
  await desk.choose('tray', back)
  await expect.poll(() => desk.clipboardText()).toBe('as before')
  await expect.poll(labels).not.toContain(back)
})

test('Escape ends a capture, and nothing is left of it', async ({ desk }) => {
  await desk.copy({ 'text/plain': 'as before' })
  await desk.pressHotkey('Control+Shift+1')
  const overlay = await desk.window('overlay')
  await overlay.keyboard.press('Escape')
  await desk.hidden('overlay')
  expect(await desk.clipboardText()).toBe('as before')
  expect(await desk.notifications()).toEqual([])
})
