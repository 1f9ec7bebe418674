import type { Page } from 'playwright'
import { expect, test } from '../fixture.ts'
import { entriesOf } from '../library.ts'
import { roomOf } from '../room.ts'
import { readSamples } from './reading.ts'
import { accessibilityOf } from './rooms.ts'

/** By the palette, as there is no button for it. */
async function goToDiagnostics(page: Page): Promise<void> {
  // Keys mean nothing before there is a room.
  await roomOf(page)
  await page.keyboard.press('Control+K')
  await expect(page.getByPlaceholder('What do you want to do?')).toBeFocused()
  await page.keyboard.type('diagnostics')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Diagnostics' })).toBeVisible()
}

test('finds the real engine, pack and library, and copies a report without private content', async ({ desk, home }) => {
  const { page } = desk
  await readSamples(page, 'receipt')
  await goToDiagnostics(page)
  for (const room of ['Engine', 'Model pack', 'Displays', 'Hotkeys', 'Keys', 'Network', 'Library', 'Capture']) {
    await expect(page.getByRole('heading', { level: 2, name: room, exact: true })).toBeVisible()
  }
  await expect(page.getByText('1, with 1 pictures')).toBeVisible()
  await page.getByRole('button', { name: 'Copy report' }).click()
  await expect(page.getByText('The report is on the clipboard')).toBeVisible()
  const report = await desk.clipboardText()
  expect(report).toContain('[engine]')
  const [entry] = await entriesOf(page)
  for (const secret of ['Willow', home, entry?.name ?? 'receipt.png']) expect(report).not.toContain(secret)
})

test('looks again, and stays where it is over a reload', async ({ desk }) => {
  const { page } = desk
  await goToDiagnostics(page)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Engine' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Diagnostics' })).toBeVisible()
})

test('accessible in both themes', async ({ desk }) => {
  const { page } = desk
  await goToDiagnostics(page)
  await expect(page.getByRole('heading', { level: 2, name: 'Engine' })).toBeVisible()
  await page.mouse.move(0, 0)
  expect(await accessibilityOf(page)).toEqual([])
})
