import type { BrowserContext } from 'playwright'
import type { Bounds, StagedDisplay, StageSide } from '../fake-electron/protocol.ts'
import { decode } from './decode.ts'
import type { PageCalls } from './in-page.ts'
import type { MainRemote } from './main-process.ts'
import type { Trouble } from './trouble.ts'
import { type StagedWindow, stageWindow } from './window.ts'

export interface StageOptions {
  /** Makes the place for windows of a session. */
  readonly context: (partition: string) => Promise<BrowserContext>
  readonly main: () => MainRemote
  readonly displays: () => readonly StagedDisplay[]
  /** Whether windows stand on a real screen, where nothing of their size is played. */
  readonly isVisible: boolean
  readonly trouble: Trouble
  /** Told of everything that main sends to a page, as JSON. */
  readonly heard: (json: string) => void
  /** A second instance handed over what it was started with. */
  readonly handOver: StageSide['handOver']
  /** A window has come or changed. */
  readonly changed: () => void
}

/** All windows of one main process. */
export interface Stage {
  readonly calls: StageSide
  /** In the order in which they were made, as far as they are there. */
  windows(): readonly StagedWindow[]
  close(): Promise<void>
}

export function createStage(options: StageOptions): Stage {
  const { trouble, changed } = options
  const contexts = new Map<string, Promise<BrowserContext>>()
  /** Windows take time to come; whatever is wanted of them waits for that. */
  const coming = new Map<number, Promise<StagedWindow>>()
  const present = new Map<number, StagedWindow>()
  let theme = { isDark: false, isHighContrast: false }

  /** Before any page is there: all of them can call from their first script on. */
  const connected = async (context: BrowserContext): Promise<BrowserContext> => {
    await context.exposeBinding('__call', ({ page, frame }, name: keyof PageCalls, args: readonly unknown[]) => {
      const window = [...present.values()].find((one) => one.page === page)
      if (window === undefined) throw new Error('A page of no window')
      const facts = { url: frame.url(), isTop: frame.parentFrame() === null }
      return window.answer(facts)[name](...(args as [never, never]))
    })
    return context
  }
  const contextOf = (partition: string): Promise<BrowserContext> => {
    const known = contexts.get(partition) ?? options.context(partition).then(connected)
    contexts.set(partition, known)
    return known
  }
  const dress = async ({ page }: StagedWindow): Promise<void> => {
    const { isDark, isHighContrast } = theme
    await page.emulateMedia({
      colorScheme: isDark ? 'dark' : 'light',
      contrast: isHighContrast ? 'more' : 'no-preference'
    })
  }
  const withWindow = async <T>(id: number, work: (window: StagedWindow) => Promise<T> | T): Promise<T> => {
    const window = await coming.get(id)
    if (window === undefined) throw new Error(`There is no window ${id}`)
    return work(window)
  }
  const scaleAt = ({ x, y, width, height }: Bounds): number => {
    const at = { x: x + width / 2, y: y + height / 2 }
    const under = options.displays().find(({ bounds }) => {
      const isBeside = at.x < bounds.x || at.x >= bounds.x + bounds.width
      return !isBeside && at.y >= bounds.y && at.y < bounds.y + bounds.height
    })
    return under?.scaleFactor ?? 1
  }

  const calls: StageSide = {
    create(facts) {
      const made = (async () => {
        const context = await contextOf(facts.partition)
        const scale = options.isVisible ? undefined : scaleAt(facts.bounds)
        const window = await stageWindow(facts, { context, main: options.main(), trouble, scale, heard: options.heard })
        await dress(window)
        present.set(facts.id, window)
        changed()
        return window
      })()
      coming.set(facts.id, made)
      made.catch((error: unknown) => {
        // Unless it was closed before it was there.
        if (coming.has(facts.id)) trouble.errors.push(`A window could not be made: ${String(error)}`)
      })
    },
    load: (id, url) => withWindow(id, (window) => window.load(url).finally(changed)),
    reload: (id) =>
      withWindow(id, (window) =>
        window
          .reload()
          .then(() => dress(window))
          .finally(changed)
      ),
    send: (id, channel, args) => void withWindow(id, (window) => window.send(channel, args)).catch(() => undefined),
    show: (id) =>
      void withWindow(id, (window) => window.show(true))
        .finally(changed)
        .catch(() => undefined),
    hide: (id) =>
      void withWindow(id, (window) => window.show(false))
        .finally(changed)
        .catch(() => undefined),
    focus: (id) =>
      void withWindow(id, async ({ page }) => {
        if (options.isVisible) await page.bringToFront()
      }).catch(() => undefined),
    setBounds: (id, bounds) => void withWindow(id, (window) => window.setBounds(bounds)).catch(() => undefined),
    fullScreen: (id, isFull) => void withWindow(id, (window) => window.fullScreen(isFull)).catch(() => undefined),
    destroy(id) {
      const gone = coming.get(id)
      coming.delete(id)
      present.delete(id)
      changed()
      void gone?.then((window) => window.close()).catch(() => undefined)
    },
    zoom: (id, factor) =>
      void withWindow(id, ({ cdp }) => cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor })).catch(
        () => undefined
      ),
    edit: (id, command) => withWindow(id, (window) => window.edit(command)),
    execute: (id, code) => withWindow(id, ({ page }) => page.evaluate(code)),
    picture: (id) => withWindow(id, ({ page }) => page.screenshot()),
    crash: (id) => void withWindow(id, ({ cdp }) => cdp.send('Page.crash')).catch(() => undefined),
    theme(_source, isDark, isHighContrast) {
      theme = { isDark, isHighContrast }
      for (const window of present.values()) void dress(window).catch(() => undefined)
    },
    decode,
    handOver: options.handOver
  }

  return {
    calls,
    windows: () => [...present.values()],
    async close() {
      coming.clear()
      present.clear()
      await Promise.all([...contexts.values()].map(async (context) => (await context).close()))
      contexts.clear()
    }
  }
}
