import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { queueRests } from '../bridge.ts'
import { expect, test } from '../fixture.ts'
import { entriesOf, samplePath } from '../library.ts'
import { goTo, rowsOf } from './reading.ts'
import { accessibilityOf } from './rooms.ts'

/** A folder with two pictures and one file that only looks like one. */
function folderOf(home: string): string {
  const folder = join(home, 'Scans 扫描')
  mkdirSync(folder, { recursive: true })
  for (const name of ['receipt', 'notice']) copyFileSync(samplePath(name), join(folder, `${name}.png`))
  writeFileSync(join(folder, 'broken.png'), 'no picture')
  return folder
}

test('a folder becomes a batch: progress, files, refusals with the reason, export of all', async ({ desk, home }) => {
  const { page } = desk
  await goTo(page, 'Batch')
  await expect(page.getByText('No batches yet')).toBeVisible()
  await desk.answerDialogs({ kind: 'open', paths: [folderOf(home)] })
  await page.getByRole('button', { name: 'New batch' }).click()
  await page.getByRole('menuitem', { name: 'A folder…', exact: true }).click()
  await page.getByRole('button', { name: /^Read/ }).click()
  await expect(page.getByRole('heading', { name: 'Scans 扫描' })).toBeVisible()
  await expect(page.getByText('2 of 2').first()).toBeVisible()
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(rowsOf(page).filter({ hasText: 'receipt.png' })).toContainText('Willow Lane Tea House')

  await page.getByText('Refused 1').click()
  await expect(page.getByText(/broken\.png/)).toBeVisible()
  await page.getByText('Done 2').click()
  await expect(rowsOf(page)).toHaveCount(2)

  const path = join(home, 'all.txt')
  await desk.answerDialogs({ kind: 'save', path })
  await page.getByRole('button', { name: 'Export all' }).click()
  await page.getByRole('menuitem', { name: 'Plain text' }).click()
  await expect(page.getByText('Saved as all.txt')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toContain('闭馆通知')

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Scans 扫描' })).toBeVisible()
  await rowsOf(page).filter({ hasText: 'receipt.png' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Willow Lane Tea House')
})

test('a paused queue takes nothing, and goes on', async ({ desk, home }) => {
  const { page } = desk
  await goTo(page, 'Batch')
  await page.getByRole('button', { name: 'Pause all' }).click()
  await expect(page.getByText('The queue is paused')).toBeVisible()
  await desk.answerDialogs({ kind: 'open', paths: [folderOf(home)] })
  await page.getByRole('button', { name: 'New batch' }).click()
  await page.getByRole('menuitem', { name: 'A folder…', exact: true }).click()
  await page.getByRole('button', { name: /^Read/ }).click()
  await expect(page.getByText('0 of 2').first()).toBeVisible()
  await expect(rowsOf(page).first()).toContainText('In the queue')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('2 of 2').first()).toBeVisible()
})

test('a folder is watched: what arrives is read, until it is no longer watched', async ({ desk, home }) => {
  const { page } = desk
  const folder = folderOf(home)
  await goTo(page, 'Batch')
  await desk.answerDialogs({ kind: 'open', paths: [folder] })
  await page.getByRole('button', { name: 'New batch' }).click()
  await page.getByRole('menuitem', { name: 'Watch a folder…' }).click()
  await expect(page.getByRole('dialog', { name: /Watch/ })).toContainText('Stays on this device')
  expect(await accessibilityOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(page.getByText(/watches for new files/)).toBeVisible()
  copyFileSync(samplePath('editor'), join(folder, 'editor.png'))
  await expect(rowsOf(page)).toHaveCount(1)
  await queueRests(page)
  await expect
    .poll(async () => (await entriesOf(page)).map(({ name, state }) => [name, state]))
    .toEqual([['editor.png', 'done']])
  await page.getByRole('button', { name: 'Stop watching' }).click()
  await expect(page.getByText(/watches for new files/)).toHaveCount(0)
})

test('by keys alone: to the batch, its files, and one of them', async ({ desk, home }) => {
  const { page } = desk
  await goTo(page, 'Batch')
  await desk.answerDialogs({ kind: 'open', paths: [folderOf(home)] })
  await page.keyboard.press('Control+Shift+O')
  await page.getByRole('button', { name: /^Read/ }).press('Enter')
  await expect(page.getByText('2 of 2').first()).toBeVisible()
  await page.getByRole('button', { name: 'Export all' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveRole('row')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Picture', exact: true })).toBeVisible()
})

test('accessible in both themes: without and with a batch', async ({ desk, home }) => {
  const { page } = desk
  await goTo(page, 'Batch')
  await expect(page.getByText('No batches yet')).toBeVisible()
  expect(await accessibilityOf(page)).toEqual([])
  await desk.answerDialogs({ kind: 'open', paths: [folderOf(home)] })
  await page.getByRole('button', { name: 'New batch' }).click()
  await page.getByRole('menuitem', { name: 'A folder…', exact: true }).click()
  await page.getByRole('button', { name: /^Read/ }).click()
  await expect(page.getByText('2 of 2').first()).toBeVisible()
  await page.mouse.move(0, 0)
  expect(await accessibilityOf(page)).toEqual([])
  await page.getByText('Refused 1').click()
  expect(await accessibilityOf(page)).toEqual([])
})
