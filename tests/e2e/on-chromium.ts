import type { Browser, BrowserContext, Page } from 'playwright'
import type { Desk, Launch, Notified, WindowKind } from './desk.ts'
import { dropOn } from './drop.ts'
import type { StagedDisplay, Staging } from './fake-electron/protocol.ts'
import { pageOf } from './page-of.ts'
import { roomOf } from './room.ts'
import { settled } from './settled.ts'
import { type MainProcess, startMainProcess } from './stage/main-process.ts'
import { createStage, type Stage } from './stage/stage.ts'
import type { Trouble } from './stage/trouble.ts'
import type { StagedWindow } from './stage/window.ts'
import { surroundings } from './surroundings.ts'

export interface OnChromium {
  /** Folder of the build, or of what was packaged. */
  readonly folder: string
  readonly home: string
  readonly launch: Launch
  /** Makes the place for windows of a session. */
  readonly context: () => Promise<BrowserContext>
  /** Whether windows stand on a real screen. */
  readonly isVisible?: boolean
}

const usualDisplay: StagedDisplay = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } }
/** What Chromium says of one. */
const unansweredRequest = 'Failed to load resource: net::ERR_FAILED'
/** Long enough for a busy machine; a wait ends with the event that it waits for. */
const patience = 40_000

/** A new place for windows in a browser of tests. */
export function testContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: null, reducedMotion: 'reduce', serviceWorkers: 'block' })
}

/** Starts the built app on Chromium, and waits for its main window unless `argv` asks for none. */
export async function startOnChromium({ folder, home, launch, context, isVisible = false }: OnChromium): Promise<Desk> {
  const trouble: Trouble = { errors: [], stray: [] }
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const traffic: string[] = []
  let printed = ''
  let displays: readonly StagedDisplay[] = []
  let process: MainProcess
  let stage: Stage

  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    const found = look()
    if (found !== undefined) return found
    const answer = Promise.withResolvers<T>()
    const listener = (): void => {
      const seen = look()
      if (seen !== undefined) answer.resolve(seen)
    }
    listeners.add(listener)
    const late = setTimeout(() => answer.reject(new Error(`${what} did not come\n${process.output()}`)), patience)
    void process.exited.then((code) => answer.reject(new Error(`main ended with ${String(code)}\n${process.output()}`)))
    try {
      return await answer.promise
    } finally {
      listeners.delete(listener)
      clearTimeout(late)
    }
  }

  const of = (kind: WindowKind): StagedWindow[] => stage.windows().filter((window) => pageOf(window.address()) === kind)
  const shown = (kind: WindowKind): StagedWindow[] => of(kind).filter((window) => window.isShown())

  const stagingOf = ({ staging }: Launch): Staging => ({
    home: `${home}/electron`,
    displays: [usualDisplay],
    ...staging
  })

  const start = (next: Launch): void => {
    const staging = stagingOf(next)
    displays = staging.displays ?? []
    const made = createStage({
      context: () => context(),
      main: () => process.main,
      displays: () => displays,
      isVisible,
      trouble,
      heard: (json) => void traffic.push(json),
      changed,
      handOver: () => undefined
    })
    stage = made
    process = startMainProcess({
      folder,
      staging,
      environment: surroundings(home, next.environment),
      argv: next.argv ?? [],
      stage: made.calls
    })
  }

  const finish = async (): Promise<number | string | null> => {
    const code = await process.exited
    printed += process.output()
    await stage.close()
    return code
  }
  const isRunning = async (): Promise<boolean> =>
    (await Promise.race([process.exited, Promise.resolve('running')])) === 'running'

  const quit = async (): Promise<void> => {
    const before = { errors: trouble.errors.length, stray: trouble.stray.length }
    void process.main.quit().catch(() => undefined)
    const late = setTimeout(() => process.kill(), patience)
    const code = await finish()
    clearTimeout(late)
    // A picture that was on its way gets nothing any more.
    dropFrom(trouble.errors, before.errors, (error) => error === unansweredRequest)
    dropFrom(trouble.stray, before.stray, (request) => request.startsWith('500: app://'))
    if (code !== 0) throw new Error(`The main process ended with ${String(code)}\n${process.output()}`)
  }

  start(launch)
  const mainWindow = (): StagedWindow => {
    const [window] = of('main')
    if (window === undefined) throw new Error('There is no main window')
    return window
  }
  const ready = async (): Promise<void> => {
    const { page } = await until('The main window', () => shown('main')[0])
    await page.waitForLoadState('load')
    await settled(page)
  }
  await ready()

  const desk: Desk = {
    kind: 'chromium',
    home,
    trouble,
    get page(): Page {
      return mainWindow().page
    },
    traffic,
    get ended() {
      return process.exited
    },
    get pid() {
      return process.pid
    },
    async window(kind) {
      const [page] = await desk.windows(kind, 1)
      if (page === undefined) throw new Error(`There is no ${kind}`)
      return page
    },
    async windows(kind, count) {
      const found = await until(`${count} × ${kind}`, () => (shown(kind).length >= count ? shown(kind) : undefined))
      return found.map(({ page }) => page)
    },
    async hidden(kind) {
      await until(`The end of ${kind}`, () => (shown(kind).length === 0 ? true : undefined))
    },
    async dropFiles(selector, paths) {
      const { page, cdp } = mainWindow()
      await dropOn(page, cdp, selector, paths)
    },
    async paste() {
      await roomOf(mainWindow().page)
      await mainWindow().edit('paste')
    },
    clipboard: () => process.main.clipboard(),
    async clipboardText() {
      const { 'text/plain': text } = await process.main.clipboard()
      return text === undefined ? '' : Buffer.from(text).toString('utf8')
    },
    copy: (content) =>
      process.main.copy(
        Object.fromEntries(
          Object.entries(content).map(([type, value]) => [type, typeof value === 'string' ? Buffer.from(value) : value])
        )
      ),
    pressHotkey: (accelerator) => process.main.press(accelerator),
    hotkeys: () => process.main.hotkeys(),
    async notifications() {
      const notified = await desk.deeds('notified')
      return notified.map(
        ({ id, title, body, actions }): Notified => ({
          title,
          body,
          actions,
          answer: (what) => process.main.notice(id, what)
        })
      )
    },
    trayMenu: () => process.main.tray(),
    menu: () => process.main.menu(),
    contextMenu: () => process.main.popup(),
    choose: (where, ...labels) => process.main.choose(where, labels),
    answerDialogs: (...answers) => process.main.answerDialogs(answers),
    async deeds<K extends string>(kind: K) {
      const all = await process.main.deeds()
      return all.filter((deed): deed is Extract<typeof deed, { readonly kind: K }> => deed.kind === kind)
    },
    async emit(what) {
      await process.main.emit(what)
      if (what !== 'online' && what !== 'offline') return
      await Promise.all(
        stage.windows().map(({ page }) => page.evaluate((name) => dispatchEvent(new Event(name)), what))
      )
    },
    async display(next) {
      displays = next
      await process.main.display(next)
    },
    pointAt: (point) => process.main.pointAt(point),
    systemTheme: (isDark, isHighContrast = false) => process.main.theme(isDark, isHighContrast),
    keyring: (keyring) => process.main.keyring(keyring),
    openFile: (path) => process.main.openFile(path),
    async secondInstance(...argv) {
      const second = startMainProcess({
        folder,
        staging: { ...stagingOf(launch), isSecond: true },
        environment: surroundings(home, launch.environment),
        argv,
        stage: {
          handOver: (words: readonly string[], at: string, data: unknown) =>
            process.main.secondInstance(words, at, data)
        }
      })
      const code = await second.exited
      printed += second.output()
      if (code !== 0) throw new Error(`The second instance ended with ${String(code)}\n${second.output()}`)
    },
    async closeWindow(kind) {
      const [window] = shown(kind)
      if (window !== undefined) await process.main.close(window.facts.id)
    },
    async moveWindow(bounds) {
      const window = mainWindow()
      await window.setBounds(bounds)
      await process.main.resized(window.facts.id, bounds)
    },
    async crash() {
      const { page, cdp } = mainWindow()
      const crashed = page.waitForEvent('crash')
      // It never answers.
      void cdp.send('Page.crash').catch(() => undefined)
      await crashed
    },
    async kill() {
      const before = trouble.errors.length
      process.kill()
      await finish()
      // Pages that main has left get nothing any more, and say so.
      trouble.errors.length = before
    },
    quit,
    async restart(next = launch) {
      if (await isRunning()) throw new Error('It is running: quit or kill it first')
      start(next)
      await ready()
    },
    output: () => `${printed}${process.output()}`,
    async end() {
      if (await isRunning()) await quit()
      else await stage.close()
    }
  }
  return desk
}

function dropFrom(list: string[], start: number, isDropped: (item: string) => boolean): void {
  list.push(...list.splice(start).filter((item) => !isDropped(item)))
}
