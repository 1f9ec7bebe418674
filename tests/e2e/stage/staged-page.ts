import { readFileSync } from 'node:fs'
import type { BrowserContext, CDPSession, Page } from 'playwright'
import type { Bounds, WindowFacts } from '../fake-electron/protocol.ts'
import { playElectron } from './in-page.ts'
import type { MainRemote } from './main-process.ts'
import { answerRoute } from './route.ts'
import { type Trouble, watchErrors } from './trouble.ts'
import { visibleFrame, visiblePage } from './visible.ts'

export interface WindowPlace {
  readonly context: BrowserContext
  readonly main: MainRemote
  readonly trouble: Trouble
  /** Told of everything that main sends to a page, as JSON. */
  readonly heard: (json: string) => void
  /** Pixels for each DIP; undefined where the window is a visible one. */
  readonly scale: number | undefined
}

/** A page of Chromium that stands for a window's. */
export interface StagedPage {
  readonly page: Page
  readonly cdp: CDPSession
  readonly setBounds: (bounds: Bounds) => Promise<void>
  /** Only shows where windows are visible ones. */
  readonly show: (isShown: boolean) => Promise<void>
  readonly fullScreen: (isFull: boolean) => Promise<void>
}

/** Opens a page with the window's preload, answered by main; `wanted` is the address that main loads. */
export async function openPage(
  facts: WindowFacts,
  { context, main, trouble, scale }: WindowPlace,
  wanted: () => string
): Promise<StagedPage> {
  const { id, preload } = facts
  const page = scale === undefined ? await visiblePage(context, facts) : await context.newPage()
  const cdp = await context.newCDPSession(page)
  const onScreen = scale === undefined ? await visibleFrame(cdp, facts) : undefined
  watchErrors(page, trouble)
  await page.route('**/*', (route) => answerRoute(route, id, main, trouble, wanted))
  const source = readFileSync(preload, 'utf8')
  await page.addInitScript({ content: `(${playElectron.toString()})((require, module, exports) => {${source}\n})` })
  page.on('load', () => {
    void page
      .title()
      .then((title) => main.loaded(id, page.url(), title))
      .catch(() => undefined)
  })

  const setBounds = async (bounds: Bounds): Promise<void> => {
    await onScreen?.setBounds(bounds)
    if (scale === undefined) return
    const { width, height } = bounds
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
  }
  await setBounds(facts.bounds)
  return {
    page,
    cdp,
    setBounds,
    async show(isShown) {
      await onScreen?.show(isShown)
    },
    async fullScreen(isFull) {
      await onScreen?.fullScreen(isFull)
    }
  }
}
