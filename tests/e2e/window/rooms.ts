// What the specs of viewer, result and composer have in common.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import type { EntryView } from '../../../preload/contract/library.ts'
import type { VisionServer } from '../../fakes/vision-server/server.ts'
import { ask, queueRests } from '../bridge.ts'
import { expect } from '../fixture.ts'
import { latestEntry, takeSample } from '../library.ts'

/** A key that the fake provider lets in. */
export const withKey = { environment: { MODELSCOPE_API_KEY: 'ms-00000000-test-0000-0000-000000000000' } }

type Sample = Parameters<typeof takeSample>[1]
type Wish = Parameters<typeof ask<'jobs', 'add'>>[3]['ask']

/** Questions go to this scenario of the fake provider from now on. */
export async function askServer(page: Page, server: VisionServer, ...scenario: Parameters<VisionServer['url']>) {
  await ask(page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl: server.url(...scenario) } } } })
}

/** Asks about a sample, waits for the answer, and shows it in the window. */
export async function showSample(page: Page, name: Sample, wish: Wish): Promise<EntryView> {
  const token = await takeSample(page, name)
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: wish })
  await queueRests(page)
  return await showLatest(page)
}

/** Opens the latest entry by its row in the library. */
export async function showLatest(page: Page): Promise<EntryView> {
  const entry = await latestEntry(page)
  await showEntry(page, entry.id)
  return entry
}

/** Shows an entry as a click in the library does; what was shown before is put away first. */
export async function showEntry(page: Page, entry: number): Promise<void> {
  // Else the welcome of a first start would stand before it.
  await ask(page, 'settings', 'change', { desktop: { welcomed: true } })
  const kept = { state: { room: 'library', entry, words: '', filters: {}, drafts: {} }, version: 0 }
  await page.evaluate((view) => localStorage.setItem('view', view), JSON.stringify(kept))
  await page.reload()
  await page.getByRole('application', { name: /^Picture/ }).waitFor()
}

/** What axe finds wrong with the page, in both themes. */
export async function accessibilityOf(page: Page): Promise<unknown[]> {
  const found: unknown[] = []
  for (const theme of ['light', 'dark'] as const) {
    // Colours that still change from the theme before are nobody's.
    await ask(page, 'settings', 'change', { appearance: { theme, motion: 'reduced' } })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    // Colours that are still on their way from one theme to the other are none that anybody reads.
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)))
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(
      ...violations.map(({ id, nodes }) => ({ theme, id, nodes: nodes.map(({ html }) => html.slice(0, 200)) }))
    )
  }
  return found
}
