import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { smallest } from '../../main/desktop/windows/place.ts'
import { type Findings, judgeTexts, textsOfPage } from '../renderer/pseudo/look.ts'
import { type ServedStage, serveStage } from '../renderer/stage/serve.ts'
import type { Stage } from '../renderer/stage/stage.ts'

/** What `Intl` and keyboards write, in English. */
const known = [
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|today|yesterday|ago|now|in|and|of)\b/g,
  /\b(bytes?|kB|MB|GB|TB|ms|sec|min|hr|wk|mo|yr|days?|px)\b\.?/g,
  /\b(Ctrl|Shift|Alt|Del|Esc|Enter|Space|Home|End|Page(Up|Down)|Tab|Super)\b/g
]

/** Names that are the same in every language, and what is shown as it is. */
const names = [
  'Glyphlens',
  'English',
  '简体中文',
  'colour',
  ...strings(readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8'))
]

/** Every string in an answer of the bridge, and its lines. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n'), ...value.split('/')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

// One build for all.
test.describe.configure({ mode: 'default' })

let served: ServedStage
test.beforeAll(async () => {
  served = await serveStage()
})
test.afterAll(() => served.close())

async function open(page: Page): Promise<void> {
  await page.setViewportSize(smallest)
  await page.goto(`${served.address}?pseudo`)
  await page.waitForFunction(() => 'stage' in window)
}

/** Moves the window by its own stores, as a person would with many clicks. */
async function go(page: Page, move: (stage: Stage) => void): Promise<void> {
  await page.evaluate(`(${move.toString()})(window.stage)`)
}

async function look(page: Page): Promise<Findings> {
  await page.waitForLoadState('networkidle')
  // What is about to come has come when two looks are the same.
  let text = ''
  await expect
    .poll(async () => {
      const former = text
      text = await page.locator('body').innerText()
      return text === former
    })
    .toBe(true)
  const texts = await page.evaluate(textsOfPage)
  const data = strings(await page.evaluate(() => (Reflect.get(window, 'stage') as Stage).fake.answered))
  return judgeTexts(texts, [...names, ...data], known)
}

const nothing: Findings = { foreign: [], cut: [] }

test.describe('every text comes from the texts, and none is cut when it is longer', () => {
  test('library, and an entry of every kind', async ({ page }) => {
    await open(page)
    expect(await look(page)).toEqual(nothing)
    for (const entry of [60, 59, 58, 57, 56, 55, 54]) {
      await page.evaluate((id) => (Reflect.get(window, 'stage') as Stage).useView.getState().show(id), entry)
      expect.soft(await look(page), `entry ${entry}`).toEqual(nothing)
    }
  })

  test('composer', async ({ page }) => {
    await open(page)
    await go(page, ({ useView }) => useView.getState().askAgain(60))
    expect(await look(page)).toEqual(nothing)
  })

  for (const room of ['batch', 'diagnostics', 'welcome'] as const) {
    test(room, async ({ page }) => {
      await open(page)
      await page.evaluate((name) => (Reflect.get(window, 'stage') as Stage).useView.getState().go(name), room)
      expect(await look(page)).toEqual(nothing)
    })
  }

  test('settings', async ({ page }) => {
    await open(page)
    await go(page, ({ useView }) => useView.getState().go('settings'))
    await page.getByRole('button', { name: /ModelScope/ }).click()
    expect.soft(await look(page), 'providers').toEqual(nothing)
    const sections = await page.evaluate(() => (Reflect.get(window, 'stage') as Stage).settingsSections)
    for (const section of sections.slice(1)) {
      await page.evaluate(
        (name) => (Reflect.get(window, 'stage') as Stage).useSettingsPlace.setState({ section: name }),
        section
      )
      expect.soft(await look(page), section).toEqual(nothing)
    }
  })

  test('palette, shortcuts, dialogs and menus', async ({ page }) => {
    await open(page)
    for (const overlay of ['palette', 'shortcuts', 'address'] as const) {
      await page.evaluate((name) => (Reflect.get(window, 'stage') as Stage).useOverlays.getState().show(name), overlay)
      // Dialogs are loaded when they are wanted: Escape before that would close nothing.
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await look(page), overlay).toEqual(nothing)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    for (const name of [/Cápt/, /Ádd/]) {
      await page.getByRole('navigation').getByRole('button', { name }).click()
      expect.soft(await look(page), String(name)).toEqual(nothing)
      await page.keyboard.press('Escape')
    }
  })
})
