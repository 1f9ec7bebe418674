import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import sharp from 'sharp'
import type { Desk } from './desk.ts'
import { expect, test } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'glyphlens-screens-'))
const sample = (name: string): string => resolve(import.meta.dirname, '../../assets/samples', `${name}.png`)

/** A screen of this size in pixels, with a sample on it. */
async function screen(name: string, width: number, height: number, scale = 1): Promise<string> {
  const path = join(folder, `${name}-${width}-${scale}.png`)
  const { width: wide = 0 } = await sharp(sample(name)).metadata()
  const input = await sharp(sample(name))
    .resize({ width: wide * scale })
    .png()
    .toBuffer()
  const base = sharp({ create: { width, height, channels: 3, background: '#3b5b7a' } })
  await base
    .composite([{ input, left: 100 * scale, top: 60 * scale }])
    .png()
    .toFile(path)
  return path
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
  await page.mouse.move(...to)
  await page.mouse.up()
}

const region = 'Control+Shift+1'

async function oneScreen(desk: Desk): Promise<void> {
  const picture = await screen('notice', 1280, 800)
  await desk.display([{ id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 }, picture }])
}

test('a region is framed, and its text is on the clipboard and in the library', async ({ desk }) => {
  await oneScreen(desk)
  await desk.copy({ 'text/plain': 'what was there before' })
  expect(await desk.pressHotkey(region)).toBe(true)
  const [overlay] = await desk.windows('overlay', 1)
  await drag(overlay as Page, [100, 60], [660, 680])
  await desk.hidden('overlay')
  await expect.poll(() => desk.clipboardText(), { timeout: 40_000 }).not.toBe('what was there before')
  const [notice] = await desk.notifications()
  console.log(notice, await desk.clipboardText())
})
