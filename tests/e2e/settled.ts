import type { Page } from 'playwright'
import { roomOf } from './room.ts'

/**
 * Waits until the main window's page is there and listens. The rail is there before the room: a welcome would come after what is
 * clicked, and keys mean nothing yet. Effects run after the first frame.
 */
export async function settled(page: Page): Promise<void> {
  await roomOf(page)
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  )
}
