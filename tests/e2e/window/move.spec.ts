import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from '../fixture.ts'
import { entriesOf } from '../library.ts'
import { findElectron } from '../stage/chromium.ts'
import { readSamples, rowsOf } from './reading.ts'

// On Electron the app starts again by itself, where no test can follow.
test.skip(findElectron() !== undefined, 'Only the fake Electron waits to be started again')

/** Shows in the settings that the library lies there. */
async function findPlace(page: Page, folder: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByLabel('Search in settings').fill('place')
  await expect(page.getByText(folder, { exact: true })).toBeVisible()
}

test('the library is moved to an empty folder, and the app goes on there', async ({ desk, home }) => {
  const { page } = desk
  await readSamples(page, 'receipt', 'notice')
  const [, original] = await entriesOf(page)
  const folder = join(home, 'Disk 二', 'Bilder')
  await findPlace(page, join(home, 'data', 'library'))
  await desk.answerDialogs({ kind: 'open', paths: [folder] }, { kind: 'message', button: 0 })
  await Promise.all([desk.ended, page.getByRole('button', { name: 'Move…' }).click()])
  expect(existsSync(join(folder, 'library.db'))).toBe(true)

  await desk.restart()
  await findPlace(desk.page, folder)
  await expect.poll(() => existsSync(join(home, 'data', 'library'))).toBe(false)
  expect(readdirSync(folder)).not.toContain('moving')
  expect((await entriesOf(desk.page, 'Willow')).map(({ id }) => id)).toEqual([original?.id])
  await readSamples(desk.page, 'orders')
  await expect(rowsOf(desk.page)).toHaveCount(3)
})

test('a folder with something else in it is refused, and a no changes nothing', async ({ desk, home }) => {
  const { page } = desk
  await readSamples(page, 'receipt')
  const folder = join(home, 'Letters')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'mine')
  await findPlace(page, join(home, 'data', 'library'))
  await desk.answerDialogs({ kind: 'open', paths: [folder] })
  await page.getByRole('button', { name: 'Move…' }).click()
  await expect(page.getByRole('alert')).toContainText('There is something else in this folder')
  expect(readdirSync(folder)).toEqual(['letter.txt'])

  await desk.answerDialogs({ kind: 'open', paths: [join(home, 'new')] }, { kind: 'message', button: 1 })
  await page.getByRole('button', { name: 'Move…' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  expect(existsSync(join(home, 'new'))).toBe(false)
  expect(await entriesOf(page)).toHaveLength(1)
})
