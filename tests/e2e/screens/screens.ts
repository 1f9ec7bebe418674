// Pictures of every room in light and dark, English and Chinese, for people to look at: `npm run screens -- --grep library`.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { type Sample, samples } from '../../../preload/contract/app.ts'
import type { Ask } from '../../../preload/contract/ask.ts'
import { startVisionServer, type VisionServer } from '../../fakes/vision-server/server.ts'
import { ask, queueRests } from '../bridge.ts'
import type { Desk, Launch } from '../desk.ts'
import { appFolder, test as base } from '../fixture.ts'
import { takeSample } from '../library.ts'
import { startOnChromium, testContext } from '../on-chromium.ts'

const folder = resolve(import.meta.dirname, '../../../out/screens')

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'zh-CN'] as const).map((language) => ({ theme, language }))
)

/** Where the window is: some fields of the view that it keeps over a reload. */
export interface Place {
  readonly room?: string
  readonly entry?: number
  readonly words?: string
  readonly filters?: object
  readonly drafts?: Readonly<Record<string, string>>
}

export interface Shots {
  readonly desk: Desk
  readonly page: Page
  readonly server: VisionServer
  /** Ids of the filled library's entries, the oldest first. */
  readonly entries: readonly number[]
  /** Shows a place, as after a start. */
  go(place: Place): Promise<void>
  /** Pictures of the window in each look; `arrange` brings about, each time anew, what is to be seen. */
  take(name: string, arrange?: (page: Page) => Promise<void>): Promise<void>
  /** One picture of any page, as it is. */
  one(name: string, page: Page): Promise<void>
}

interface Filled {
  readonly home: string
  readonly server: VisionServer
  readonly launch: Launch
  readonly entries: readonly number[]
}

/** In the page: nothing that is shown waits any more. Rooms that are kept hidden load nothing, nor do far rows. */
function hasAllOfIt(): boolean {
  const shown = Array.from(document.querySelectorAll('output.mantine-Center-root, img')).filter((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return element.checkVisibility() && bottom > 0 && top < innerHeight
  })
  const hasCome = shown.every((element) => element instanceof HTMLImageElement && element.complete)
  return hasCome && document.fonts.status === 'loaded'
}

/** In the page: a picture that has come is painted only when it is decoded. */
async function decodeAll(): Promise<void> {
  const come = Array.from(document.images).filter(({ complete }) => complete)
  await Promise.allSettled(come.map((image) => image.decode()))
}

async function fill(page: Page): Promise<readonly number[]> {
  const entries: number[] = []
  const add = async (name: Sample, what: Ask): Promise<void> => {
    const token = await takeSample(page, name)
    const added = await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: what })
    entries.push(...added.entries)
    await queueRests(page)
  }
  for (const name of samples) await add(name, { task: 'read', engine: 'device' })
  await add('chart', { task: 'describe', engine: 'modelscope' })
  return entries
}

export const test = base.extend<{ shots: Shots }, { filled: Filled }>({
  filled: [
    async ({ browser }, use) => {
      const home = mkdtempSync(join(tmpdir(), 'glyphlens-screens-'))
      const server = await startVisionServer({ key: 'any' })
      const launch: Launch = { environment: { MODELSCOPE_API_KEY: 'ms-00000000-1111-2222-3333-444444444444' } }
      const desk = await startOnChromium({ folder: appFolder, home, launch, context: () => testContext(browser) })
      await ask(desk.page, 'settings', 'change', {
        desktop: { welcomed: true },
        vision: { providers: { modelscope: { baseUrl: server.url('ok') } } }
      })
      const entries = await fill(desk.page)
      await desk.end()
      await use({ home, server, launch, entries })
      await server.close()
      rmSync(home, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 }
  ],
  launch: ({ filled }, use) => use(filled.launch),
  home: ({ filled }, use, { testId }) => {
    const home = join(tmpdir(), `glyphlens-screens-${testId}`)
    cpSync(filled.home, home, { recursive: true })
    return use(home).finally(() => rmSync(home, { recursive: true, force: true }))
  },
  shots: ({ desk, filled: { server, entries } }, use) => {
    mkdirSync(folder, { recursive: true })
    let place: Place = {}
    const { page } = desk
    const go = async (next: Place): Promise<void> => {
      place = next
      await page.evaluate(
        (state) => localStorage.setItem('view', JSON.stringify({ state, version: 0 })),
        place as object
      )
      await page.reload()
      await page.locator('main').first().waitFor()
    }
    const one = async (name: string, of: Page): Promise<void> => {
      await of.waitForLoadState('networkidle')
      await of.waitForFunction(hasAllOfIt)
      await of.evaluate(decodeAll)
      await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    }
    return use({
      desk,
      page,
      server,
      entries,
      go,
      one,
      async take(name, arrange) {
        for (const { theme, language } of looks) {
          await ask(page, 'settings', 'change', { appearance: { theme, language } })
          await go(place)
          await page.locator(`html[lang="${language}"][data-mantine-color-scheme="${theme}"]`).waitFor()
          await arrange?.(page)
          await one(`${name}-${theme}-${language}`, page)
        }
      }
    })
  }
})
