import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, queueRests } from '../bridge.ts'
import { expect, test } from '../fixture.ts'
import { entriesOf, latestEntry, takeSample } from '../library.ts'
import { focused, readSamples, rowsOf } from './reading.ts'
import { accessibilityOf, askServer, withKey } from './rooms.ts'

test('by keys alone: search, open, star, delete, undo', async ({ desk }) => {
  const { page } = desk
  await readSamples(page, 'receipt', 'notice', 'editor')
  await expect(rowsOf(page)).toHaveCount(3)

  await page.keyboard.press('/')
  await page.keyboard.type('willow lane')
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(page.locator('mark').first()).toHaveText(/willow/i)
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveRole('row')
  await page.keyboard.press('Enter')
  await expect(rowsOf(page)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Willow Lane Tea House')

  await page.keyboard.press('s')
  await expect.poll(async () => (await latestEntryOf('willow'))?.starred).toBe(true)
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(rowsOf(page)).toHaveCount(3)

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+End')
  await expect(page.getByRole('toolbar', { name: 'The selected entries' })).toContainText('3 selected')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Your library is empty')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(rowsOf(page)).toHaveCount(3)

  async function latestEntryOf(words: string) {
    return (await entriesOf(page, words))[0]
  }
})

test('one tab stop, arrows within, the focus is never lost', async ({ desk }) => {
  const { page } = desk
  await readSamples(page, 'receipt', 'notice', 'editor')
  await expect(rowsOf(page)).toHaveCount(3)
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '1')
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '3')
  await page.keyboard.press('ArrowRight')
  await expect(focused(page)).toHaveAccessibleName('Select')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('Tab')
  await expect(focused(page)).not.toHaveRole('row')
})

test('words, filters and the open entry stand after a reload', async ({ desk }) => {
  const { page } = desk
  await readSamples(page, 'receipt', 'notice')
  await rowsOf(page).filter({ hasText: 'Willow' }).click()
  await page.getByRole('searchbox').fill('tea')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('dialog').getByText('Read', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Filter, 1 active' })).toBeVisible()
  const stands = async (): Promise<void> => {
    await expect(page.getByRole('searchbox')).toHaveValue('tea')
    await expect(rowsOf(page)).toHaveCount(1)
    await expect(rowsOf(page)).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('button', { name: 'Remove the filter Read' })).toBeVisible()
  }
  await stands()
  await page.reload()
  await stands()
})

test('what waits for a key says so and leads to where it is added', async ({ desk }) => {
  const { page } = desk
  const token = await takeSample(page, 'chart')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: 'modelscope' } })
  await readSamples(page)
  const row = rowsOf(page).first()
  await expect(row).toContainText('Needs a key')
  await row.getByRole('button', { name: 'Add a key' }).click()
  await expect(page.getByRole('heading', { name: 'Providers' })).toBeVisible()
})

test.describe('with a key', () => {
  test.use({ launch: withKey })

  test('what failed says why, and is tried again from its row', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, '400-inspect')
    const token = await takeSample(page, 'chart')
    await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: 'modelscope' } })
    await queueRests(page)
    const { state, failure } = await latestEntry(page)
    expect(state).toBe('failed')
    await readSamples(page)
    await expect(rowsOf(page)).toContainText(failure?.message ?? 'a reason')
    await askServer(page, server, 'ok')
    await rowsOf(page).getByRole('button', { name: 'Try again' }).click()
    await expect.poll(async () => (await latestEntry(page)).state).toBe('done')
    await expect(rowsOf(page).getByRole('button', { name: 'Try again' })).toHaveCount(0)
  })
})

test('what is picked is exported where the person says', async ({ desk, home }) => {
  const { page } = desk
  await readSamples(page, 'receipt', 'notice')
  const path = join(home, 'picked.txt')
  await desk.answerDialogs({ kind: 'save', path })
  await rowsOf(page).filter({ hasText: 'Willow' }).getByRole('button', { name: 'Select' }).click()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Plain text' }).click()
  await expect(page.getByText('Saved as picked.txt')).toBeVisible()
  expect(existsSync(path)).toBe(true)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('Willow Lane Tea House')
  expect(text).not.toContain('闭馆通知')
})

test('a new entry appears by itself, and the thumbnail comes from the library', async ({ desk }) => {
  const { page } = desk
  await readSamples(page, 'receipt')
  await expect(rowsOf(page)).toHaveCount(1)
  const token = await takeSample(page, 'orders')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(rowsOf(page).first()).toContainText('Orders of the week')
  const width = rowsOf(page).first().locator('img')
  await expect.poll(() => width.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})

test('accessible in both themes: empty, filled, picked, filtered, nothing found', async ({ desk }) => {
  const { page } = desk
  await readSamples(page)
  await expect(page.getByText('Your library is empty')).toBeVisible()
  expect(await accessibilityOf(page)).toEqual([])
  await readSamples(page, 'receipt', 'notice')
  await rowsOf(page).first().getByRole('button', { name: 'Select' }).click()
  await page.mouse.move(0, 0)
  expect(await accessibilityOf(page)).toEqual([])
  await page.getByRole('searchbox').fill('willow')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  expect(await accessibilityOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('nothing has this')
  await expect(page.getByText('Nothing found')).toBeVisible()
  expect(await accessibilityOf(page)).toEqual([])
})
