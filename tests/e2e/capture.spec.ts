import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { startVisionServer } from '../fakes/vision-server/server.ts'
import { ask } from './bridge.ts'
import type { Desk } from './desk.ts'
import { expect as expectSoon, test } from './fixture.ts'
import { dragOver, screenWith } from './screen-pictures.ts'

const readRegion = 'CommandOrControl+Shift+1'
const askRegion = 'CommandOrControl+Shift+2'
const wide = { x: 0, y: 0, width: 1280, height: 800 }

/** The engine starts with the first picture; on a busy machine that takes its time. */
const expect = expectSoon.configure({ timeout: 40_000 })

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-desk-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The overlays that come up after a hotkey, in the order of the displays. */
async function overlays(desk: Desk, hotkey: string, count = 1): Promise<readonly Page[]> {
  // Keys are listened to as soon as the library is open.
  await expect.poll(() => desk.pressHotkey(hotkey)).toBe(true)
  return await desk.windows('overlay', count)
}

async function onlyOverlay(desk: Desk, hotkey: string): Promise<Page> {
  const [page] = await overlays(desk, hotkey)
  if (page === undefined) throw new Error('no overlay')
  return page
}

/** The receipt at 100, 60 on one screen of scale 1. */
async function receiptScreen(desk: Desk): Promise<void> {
  const picture = await screenWith(folder, { name: 'receipt', ...wide })
  await desk.display([{ id: 1, bounds: wide, picture }])
}

async function copied(desk: Desk, part: string): Promise<string> {
  await expect.poll(() => desk.clipboardText()).toContain(part)
  return await desk.clipboardText()
}

/** The window may be gone before the browser has confirmed the key. */
async function closeByKey(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('close'), page.keyboard.press('Escape').catch(() => undefined)])
}

test('a framed region: its text is on the clipboard and in the library, and can be undone', async ({ desk }) => {
  await receiptScreen(desk)
  await desk.copy({ 'text/plain': 'what was there before' })
  const overlay = await onlyOverlay(desk, readRegion)
  await dragOver(overlay, [100, 60], [519, 699])
  await desk.hidden('overlay')
  const text = await copied(desk, 'Willow Lane Tea House')

  const found = await ask(desk.page, 'library', 'find', { words: 'Willow Lane' })
  expect(found.hits.map(({ entry }) => [entry.source, entry.state])).toEqual([['capture', 'done']])
  expect(found.hits[0]?.entry.picture).toMatchObject({ width: 420, height: 640 })
  const [notice] = await desk.notifications()
  expect(notice?.title).toMatch(/^Copied \d+ lines$/)
  expect(text.startsWith(notice?.body ?? '-')).toBe(true)
  await notice?.answer(0)
  await expect.poll(() => desk.clipboardText()).toBe('what was there before')
})

test('keys alone frame, tell where, and take', async ({ desk }) => {
  await receiptScreen(desk)
  const overlay = await onlyOverlay(desk, readRegion)
  await overlay.keyboard.press('ArrowRight')
  await expect(overlay.getByRole('status')).toContainText('640 by 400 pixels, 320 from the left, 200 from the top')
  await overlay.keyboard.press('Control+ArrowLeft')
  await overlay.keyboard.press('Alt+Control+ArrowUp')
  await overlay.keyboard.press('Alt+Shift+ArrowDown')
  await expect(overlay.getByRole('status')).toContainText('640 by 610 pixels, 0 from the left, 0 from the top')
  await overlay.keyboard.press('Enter')
  await desk.hidden('overlay')
  await copied(desk, 'Tea House')
})

test('two displays of different scales: what is framed is what is cropped', async ({ desk }) => {
  const left = await screenWith(folder, { name: 'orders', width: 1000, height: 700, left: 40, top: 40 })
  const right = await screenWith(folder, { name: 'receipt', width: 1600, height: 1600, scale: 2, left: 200, top: 120 })
  await desk.display([
    { id: 1, bounds: { x: -1000, y: 0, width: 1000, height: 700 }, picture: left },
    { id: 2, bounds: { x: 0, y: 0, width: 800, height: 800 }, scaleFactor: 2, picture: right }
  ])
  const pages = await overlays(desk, readRegion, 2)
  const scenes = await Promise.all(pages.map((page) => ask(page, 'capture', 'scene', {})))
  const page = pages[scenes.findIndex((scene) => scene?.kind === 'overlay' && scene.display === 2)]
  if (page === undefined) throw new Error('no overlay on the right display')
  await dragOver(page, [100, 60], [519, 699])
  await desk.hidden('overlay')
  await copied(desk, 'Willow Lane Tea House')
  const { hits } = await ask(desk.page, 'library', 'find', { words: 'Willow Lane' })
  // 420 by 640 DIP, from the first pixel of one to the last of the other.
  expect(hits[0]?.entry.picture).toMatchObject({ width: 839, height: 1279 })
})

test('Escape, an unplugged display and a black screen each end it, and leave nothing on top', async ({ desk }) => {
  await receiptScreen(desk)
  const overlay = await onlyOverlay(desk, readRegion)
  await overlay.keyboard.press('Escape')
  await desk.hidden('overlay')
  expect(await desk.hotkeys()).not.toContain('Escape')

  await onlyOverlay(desk, readRegion)
  expect(await desk.pressHotkey('Escape')).toBe(true)
  await desk.hidden('overlay')

  await onlyOverlay(desk, readRegion)
  await desk.display([{ id: 9, bounds: { x: 0, y: 0, width: 640, height: 480 }, fault: 'black' }])
  await desk.hidden('overlay')
  await desk.pressHotkey(readRegion)
  await expect
    .poll(async () => (await desk.notifications()).map(({ title }) => title))
    .toEqual(['A display was unplugged or changed during the capture.', 'The captured screen is black.'])
})

test.describe('with a provider', () => {
  test.use({ launch: { environment: { MODELSCOPE_API_KEY: 'ms-00000000-1111-2222-3333-444444444444' } } })

  test('a question at the selection is answered there, and kept', async ({ desk }) => {
    const server = await startVisionServer({ key: 'any' })
    try {
      await ask(desk.page, 'settings', 'change', {
        vision: { providers: { modelscope: { baseUrl: server.url('ok') } } }
      })
      await receiptScreen(desk)
      const overlay = await onlyOverlay(desk, askRegion)
      await dragOver(overlay, [100, 60], [519, 699])
      await expect(overlay.getByRole('textbox', { name: 'Your question' })).toBeFocused()
      await overlay.keyboard.type('What is the total?')
      await overlay.keyboard.press('Enter')
      await expect(overlay.getByRole('region', { name: 'Answer' })).toContainText('114.00')
      await overlay.getByRole('button', { name: 'Open in library' }).click()
      await overlay.keyboard.press('Escape')
      await desk.hidden('overlay')
      const { hits } = await ask(desk.page, 'library', 'find', { words: '114.00' })
      expect(hits.map(({ entry }) => [entry.source, entry.task])).toEqual([['capture', 'ask']])
      expect(server.red()).toEqual([])
    } finally {
      await server.close()
    }
  })
})

test('without a key the bar says so, and what was asked waits', async ({ desk }) => {
  await ask(desk.page, 'settings', 'change', { capture: { bar: true } })
  await receiptScreen(desk)
  const overlay = await onlyOverlay(desk, readRegion)
  await dragOver(overlay, [100, 60], [519, 699])
  await overlay.getByRole('button', { name: 'Describe' }).click()
  await expect(overlay.getByRole('alert')).toContainText('key')
  await overlay.keyboard.press('Escape')
  await desk.hidden('overlay')
})

test('a pinned picture floats on top until Escape, and is no entry of the library', async ({ desk }) => {
  await ask(desk.page, 'settings', 'change', { capture: { bar: true } })
  await receiptScreen(desk)
  const overlay = await onlyOverlay(desk, readRegion)
  await dragOver(overlay, [100, 60], [519, 699])
  await overlay.getByRole('button', { name: 'Pin' }).click()
  await desk.hidden('overlay')
  const panel = await desk.window('panel')
  const picture = panel.getByRole('img', { name: 'The captured picture' })
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(420)
  await closeByKey(panel)
  await desk.hidden('panel')
  expect((await ask(desk.page, 'library', 'find', {})).hits).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`overlay, bar and panel have no barrier: ${colorScheme}`, async ({ desk }) => {
    await ask(desk.page, 'settings', 'change', {
      appearance: { theme: colorScheme },
      capture: { bar: true, deliverTo: 'panel' }
    })
    await receiptScreen(desk)
    const check = async (page: Page): Promise<void> => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    const overlay = await onlyOverlay(desk, readRegion)
    await check(overlay)
    await dragOver(overlay, [100, 60], [519, 699])
    await overlay.getByRole('toolbar').waitFor()
    await check(overlay)
    await overlay.getByRole('button', { name: 'Copy text' }).click()
    const panel = await desk.window('panel')
    await expect(panel.getByRole('textbox', { name: 'Text' })).toHaveValue(/Tea House/)
    await check(panel)
    await closeByKey(panel)
    await desk.hidden('panel')
  })
}
