import type { Page } from 'playwright'

/** Waits until the main window's page is there and listens: its effects run after the first frame. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  )
}
