import type { CDPSession, Page } from 'playwright'
import { toApp, toWeb } from '../fake-electron/origins.ts'
import type { Bounds, FrameFacts, WindowFacts } from '../fake-electron/protocol.ts'
import { createEvents } from './events.ts'
import type { PageCalls, StageWindow } from './in-page.ts'
import { answerPage } from './page-calls.ts'
import { openPage, type StagedPage, type WindowPlace } from './staged-page.ts'

export interface StagedWindow {
  readonly facts: WindowFacts
  /** Another one after a crash. */
  readonly page: Page
  readonly cdp: CDPSession
  readonly isShown: () => boolean
  /** Address of its page as main knows it. */
  readonly address: () => string
  /** What its page may call here. */
  readonly answer: (frame: FrameFacts) => PageCalls
  readonly load: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  readonly send: (channel: string, args: readonly unknown[]) => void
  readonly show: (isShown: boolean) => Promise<void>
  readonly setBounds: (bounds: Bounds) => Promise<void>
  readonly fullScreen: (isFull: boolean) => Promise<void>
  readonly edit: (command: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** One of Chromium's pages as the window that main has made. */
export async function stageWindow(facts: WindowFacts, place: WindowPlace): Promise<StagedWindow> {
  const { id } = facts
  const { main, trouble, heard } = place
  let { isShown, bounds } = facts
  let wanted = ''
  let isCrashed = false

  const open = async (): Promise<StagedPage> => {
    const opened = await openPage({ ...facts, bounds }, place, () => wanted)
    opened.page.on('crash', () => {
      isCrashed = true
      main.crashed(id).catch(() => undefined)
    })
    isCrashed = false
    return opened
  }
  let staged = await open()
  const events = createEvents(() => staged.page, heard)

  return {
    facts,
    get page() {
      return staged.page
    },
    get cdp() {
      return staged.cdp
    },
    isShown: () => isShown,
    address: () => toApp(staged.page.url().startsWith('https:') ? staged.page.url() : wanted),
    answer: (frame) => answerPage(frame, { window: id, main, trouble, cdp: staged.cdp, heard }),
    async load(url) {
      wanted = toWeb(url)
      await staged.page.goto(wanted, { waitUntil: 'commit' })
    },
    async reload() {
      events.forget()
      if (!isCrashed) {
        await staged.page.reload({ waitUntil: 'commit' })
        return
      }
      // What has crashed cannot be used by Playwright any more.
      const { page } = staged
      staged = await open()
      await page.close()
      await staged.page.goto(wanted, { waitUntil: 'commit' })
    },
    send: events.send,
    async show(next) {
      isShown = next
      await staged.show(next)
    },
    async setBounds(next) {
      bounds = next
      await staged.setBounds(next)
    },
    fullScreen: (isFull) => staged.fullScreen(isFull),
    async edit(command) {
      if (command !== 'paste') {
        await staged.page.evaluate((name) => document.execCommand(name), command)
        return
      }
      const content = Object.entries(await main.clipboard())
      const packed = content.map(([type, bytes]) => [type, Buffer.from(bytes).toString('base64')] as const)
      await staged.page.evaluate(
        (given) => (window as unknown as StageWindow).__stage.paste(given),
        Object.fromEntries(packed)
      )
    },
    async close() {
      await staged.page.close()
    }
  }
}
