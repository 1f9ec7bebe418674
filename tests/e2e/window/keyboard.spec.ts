// The main flows by keys alone, as somebody without a mouse goes through them.
import type { Locator, Page } from 'playwright'
import { expect, test } from '../fixture.ts'
import { latestEntry } from '../library.ts'
import { askServer, withKey } from './rooms.ts'

/** Stops of a window that has been walked through once. */
const mostStops = 80

/** Presses Tab until something has the focus; fails when the walk never comes there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

/** Opens the palette and takes the first command that the words find. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('dialog').getByText(words, { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test.use({ launch: withKey })

test('read, copy, ask, look at settings and shortcuts, search', async ({ desk, server }) => {
  const { page } = desk
  await askServer(page, server, 'ok')

  await tabTo(page, page.getByRole('button', { name: 'Start', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your library is empty')).toBeVisible()

  await command(page, 'Try a sample picture')
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('Willow Lane Tea House')

  await tabTo(page, result.getByRole('button', { name: /^Copy/ }).first())
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.clipboardText()).toContain('Willow Lane Tea House')

  await tabTo(page, page.getByRole('textbox', { name: /Ask about this picture/ }))
  await page.keyboard.type('What is the total?')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await latestEntry(page)).turns.map(({ question }) => question))
    .toEqual(['What is the total?'])

  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Providers' })).toBeVisible()
  await page.keyboard.press('Control+1')
  await page.keyboard.press('/')
  await page.keyboard.type('willow')
  await expect(page.locator('mark').first()).toHaveText(/willow/i)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
