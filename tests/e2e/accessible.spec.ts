import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { type ServedStage, serveStage } from '../renderer/stage/serve.ts'
import type { Stage } from '../renderer/stage/stage.ts'

// One build for all.
test.describe.configure({ mode: 'default' })

let served: ServedStage
test.beforeAll(async () => {
  served = await serveStage()
})
test.afterAll(() => served.close())

/** What axe finds, as `rule: element`; empty when nothing is wrong. */
async function breaches(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  // Colours on the way from one to another are nobody's colours; what turns without an end has no other colour.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
      .every(({ playState }) => playState !== 'running')
  )
  const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const looks = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light, high contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark, high contrast', colorScheme: 'dark', contrast: 'more' }
] as const

for (const { name, colorScheme, contrast } of looks) {
  test.describe(name, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' })
      await page.goto(served.address)
      await page.waitForFunction(() => 'stage' in window)
    })

    test('library and entries of every kind', async ({ page }) => {
      expect.soft(await breaches(page), 'nothing chosen').toEqual([])
      for (const entry of [60, 59, 58, 57, 56, 55, 54]) {
        await page.evaluate((id) => (Reflect.get(window, 'stage') as Stage).useView.getState().show(id), entry)
        expect.soft(await breaches(page), `entry ${entry}`).toEqual([])
      }
      await page.evaluate(() => (Reflect.get(window, 'stage') as Stage).useView.getState().askAgain(60))
      expect.soft(await breaches(page), 'composer').toEqual([])
    })

    test('rooms', async ({ page }) => {
      for (const room of ['batch', 'diagnostics', 'welcome'] as const) {
        await page.evaluate((where) => (Reflect.get(window, 'stage') as Stage).useView.getState().go(where), room)
        expect.soft(await breaches(page), room).toEqual([])
      }
    })

    test('settings', async ({ page }) => {
      await page.evaluate(() => (Reflect.get(window, 'stage') as Stage).useView.getState().go('settings'))
      await page.getByRole('button', { name: /ModelScope/ }).click()
      expect.soft(await breaches(page), 'providers').toEqual([])
      const sections = await page.evaluate(() => (Reflect.get(window, 'stage') as Stage).settingsSections)
      for (const section of sections.slice(1)) {
        await page.evaluate(
          (where) => (Reflect.get(window, 'stage') as Stage).useSettingsPlace.setState({ section: where }),
          section
        )
        expect.soft(await breaches(page), section).toEqual([])
      }
    })

    test('what lies over the rooms', async ({ page }) => {
      for (const overlay of ['palette', 'shortcuts', 'address'] as const) {
        await page.evaluate(
          (what) => (Reflect.get(window, 'stage') as Stage).useOverlays.getState().show(what),
          overlay
        )
        await expect(page.getByRole('dialog')).toBeVisible()
        expect.soft(await breaches(page), overlay).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
      for (const button of ['Capture', 'Add']) {
        await page.getByRole('navigation').getByRole('button', { name: button, exact: true }).click()
        await expect(page.getByRole('menu')).toBeVisible()
        // A menu stands at the end of the page and takes the focus there: a landmark around it would only be noise.
        expect.soft(await breaches(page, ['region']), button).toEqual([])
        await page.keyboard.press('Escape')
      }
    })
  })
}
