// Entries to look at: samples that are really read.
import type { Locator, Page } from 'playwright'
import { ask, queueRests } from '../bridge.ts'
import { takeSample } from '../library.ts'
import { roomOf } from '../room.ts'

type Sample = Parameters<typeof takeSample>[1]

/** Reads samples on this machine, one after the other, and goes to the library. */
export async function readSamples(page: Page, ...names: readonly Sample[]): Promise<void> {
  for (const name of names) {
    const token = await takeSample(page, name)
    await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
    await queueRests(page)
  }
  await goTo(page, 'Library')
}

/** Goes to a room by the rail, which also ends the welcome. */
export async function goTo(page: Page, room: 'Library' | 'Batch'): Promise<void> {
  // The rail is there before the welcome of a first start, which would come after the click.
  await roomOf(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click()
}

/** Rows of the library. */
export function rowsOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Entries' }).getByRole('row')
}

/** The row of the keys: what has the focus. */
export function focused(page: Page): Locator {
  return page.locator(':focus')
}
