import type { Page } from 'playwright'

/** Resolves when the main window has a room, if only behind another one: it then takes in what is dropped and pasted. */
export async function roomOf(page: Page): Promise<void> {
  await page.locator('main :is(h1, h2, input)').first().waitFor({ state: 'attached' })
}
