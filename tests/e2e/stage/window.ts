import { readFileSync } from 'node:fs'
import type { BrowserContext, CDPSession, Page, Request, Route } from 'playwright'
import type { Calls, Remote } from '../fake-electron/line.ts'
import { toApp, toWeb } from '../fake-electron/origins.ts'
import { pack, unpack } from '../fake-electron/pack.ts'
import type { Bounds, FrameFacts, MainSide, PageRequest, WindowFacts } from '../fake-electron/protocol.ts'
import { withPaths } from './file-paths.ts'
import { type PageCalls, playElectron, type StageWindow } from './in-page.ts'
import { visibleFrame, visiblePage } from './visible.ts'

/** What went wrong on the stage; any of it fails a test. */
export interface Trouble {
  readonly errors: string[]
  /** What pages asked for that was none of the app's own files. */
  readonly stray: string[]
}

export interface StagedWindow {
  readonly facts: WindowFacts
  readonly page: Page
  readonly isShown: () => boolean
  /** Address of its page as main knows it. */
  readonly address: () => string
  readonly load: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  readonly send: (channel: string, args: readonly unknown[]) => void
  readonly show: (isShown: boolean) => Promise<void>
  readonly setBounds: (bounds: Bounds) => Promise<void>
  /** Only shows where windows are visible ones. */
  readonly fullScreen: (isFull: boolean) => Promise<void>
  readonly edit: (command: string) => Promise<void>
  readonly cdp: CDPSession
  /** What its page may call here. */
  readonly answer: (frame: FrameFacts) => PageCalls
  readonly close: () => Promise<void>
}

const kinds: Readonly<Record<string, PageRequest['kind']>> = {
  document: 'mainFrame',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  fetch: 'xhr',
  xhr: 'xhr',
  ping: 'ping',
  media: 'media'
}

export interface WindowPlace {
  readonly context: BrowserContext
  readonly main: Remote<MainSide & Calls>
  readonly trouble: Trouble
  /** Told of everything that main sends to a page, as JSON. */
  readonly heard: (json: string) => void
  /** Pixels for each DIP; undefined where the window is a visible one. */
  readonly scale: number | undefined
}

/** One of Chromium's pages as the window that main has made. */
export async function stageWindow(
  facts: WindowFacts,
  { context, main, trouble, scale, heard }: WindowPlace
): Promise<StagedWindow> {
  const { id } = facts
  const isVisible = scale === undefined
  const page = isVisible ? await visiblePage(context, facts) : await context.newPage()
  const cdp = await context.newCDPSession(page)
  const onScreen = isVisible ? await visibleFrame(cdp, facts) : undefined
  let { isShown } = facts
  let wanted = ''

  const setBounds = async ({ width, height, ...place }: Bounds): Promise<void> => {
    await onScreen?.setBounds({ width, height, ...place })
    if (scale === undefined) return
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
  }
  await setBounds(facts.bounds)
  watchErrors(page, trouble)

  await page.route('**/*', (route) => answerRoute(route, facts, main, trouble, () => wanted))
  const preload = readFileSync(facts.preload, 'utf8')
  await page.addInitScript({ content: `(${playElectron.toString()})((require, module, exports) => {${preload}\n})` })
  page.on('crash', () => void main.crashed(id).catch(() => undefined))
  page.on('load', () => {
    void page
      .title()
      .then((title) => main.loaded(id, page.url(), title))
      .catch(() => undefined)
  })

  // Events go in order, in batches: the next batch waits until the page took the last one.
  const queue: [string, unknown][] = []
  let isFlushing = false
  const flush = async (): Promise<void> => {
    if (isFlushing) return
    isFlushing = true
    try {
      while (queue.length > 0) {
        await page.evaluate((batch) => (window as unknown as StageWindow).__stage.emit(batch), queue.splice(0))
      }
    } catch {
      // A page that is just being left or has gone hears nothing, in Electron neither.
    } finally {
      isFlushing = false
    }
  }

  return {
    facts,
    page,
    cdp,
    answer: (frame) => answerPage(id, frame, main, trouble, cdp, heard),
    isShown: () => isShown,
    address: () => toApp(page.url() === 'about:blank' ? wanted : page.url()),
    async load(url) {
      wanted = toWeb(url)
      await page.goto(wanted, { waitUntil: 'commit' })
    },
    async reload() {
      queue.length = 0
      await page.reload({ waitUntil: 'commit' })
    },
    send(channel, args) {
      const packed = pack(args, toWeb)
      heard(JSON.stringify([channel, packed]))
      queue.push([channel, packed])
      void flush()
    },
    async show(next) {
      isShown = next
      await onScreen?.show(next)
    },
    setBounds,
    async fullScreen(isFull) {
      await onScreen?.fullScreen(isFull)
    },
    async edit(command) {
      if (command === 'paste') {
        const content = await main.clipboard()
        const packed = Object.entries(content).map(
          ([type, bytes]) => [type, Buffer.from(bytes).toString('base64')] as const
        )
        await page.evaluate(
          (given) => (window as unknown as StageWindow).__stage.paste(given),
          Object.fromEntries(packed)
        )
      } else await page.evaluate((name) => document.execCommand(name), command)
    },
    async close() {
      await page.close()
    }
  }
}

function watchErrors(page: Page, { errors }: Trouble): void {
  page.on('pageerror', (error) => errors.push(`${error.message}\n${error.stack ?? ''}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
}

async function answerRoute(
  route: Route,
  { id }: WindowFacts,
  main: Remote<MainSide & Calls>,
  { stray }: Trouble,
  wanted: () => string
): Promise<void> {
  const request = route.request()
  const url = request.url()
  try {
    if (request.isNavigationRequest() && url !== wanted() && !(await mayNavigate(request, id, main))) {
      await route.abort('aborted')
      return
    }
    const kind = kinds[request.resourceType()] ?? 'other'
    const answer = await main.serve(id, { url, method: request.method(), headers: await request.allHeaders(), kind })
    if (answer.kind !== 'answered') {
      stray.push(`${answer.kind}: ${toApp(url)}`)
      await route.abort('blockedbyclient')
      return
    }
    const { status, headers, body } = answer
    if (status >= 400) stray.push(`${status}: ${toApp(url)}`)
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  } catch {
    // The page or main has gone meanwhile.
    await route.abort('failed').catch(() => undefined)
  }
}

/** Asks as Electron's will-navigate does; loading the same page anew is main's own doing and needs no leave. */
async function mayNavigate(request: Request, id: number, main: Remote<MainSide & Calls>): Promise<boolean> {
  const frame = request.frame()
  if (frame.url() === request.url()) return true
  return main.navigate(id, request.url(), frame.parentFrame() === null)
}

function answerPage(
  id: number,
  frame: FrameFacts,
  main: Remote<MainSide & Calls>,
  { errors }: Trouble,
  cdp: CDPSession,
  heard: (json: string) => void
): PageCalls {
  return {
    invoke: async (channel, args) => {
      const given = (await withPaths(unpack(args, toApp), cdp)) as readonly unknown[]
      const packed = pack(await main.invoke(id, frame, channel, given), toWeb)
      heard(JSON.stringify([channel, packed]))
      return packed
    },
    tell: (channel, args) => main.tell(id, frame, channel, unpack(args, toApp) as readonly unknown[]),
    trouble: async (text) => void errors.push(text),
    openWindow: (url) => main.openWindow(id, url),
    contextMenu: (facts) => main.contextMenu(id, facts as Parameters<MainSide['contextMenu']>[1]),
    key: (facts) => main.key(id, facts as Parameters<MainSide['key']>[1]),
    permission: (name) => main.permission(id, name, frame),
    copy: (content) =>
      main.copy(
        Object.fromEntries(Object.entries(content).map(([type, base64]) => [type, Buffer.from(base64, 'base64')]))
      )
  }
}
