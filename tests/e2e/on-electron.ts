// The same desk on the real Electron. What only the fake can play skips a test that wants it.
import { spawn } from 'node:child_process'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { expect, test } from 'playwright/test'
import type { Desk, Launch, WindowKind } from './desk.ts'
import { dropOn } from './drop.ts'
import { pageOf } from './page-of.ts'
import { roomOf } from './room.ts'
import { settled } from './settled.ts'
import { type Trouble, watchErrors } from './stage/trouble.ts'
import { surroundings } from './surroundings.ts'

export interface OnElectron {
  readonly executablePath: string
  /** Folder of the build. */
  readonly folder: string
  readonly home: string
  readonly launch: Launch
}

function onlyOnTheFake(what: string): never {
  test.skip(true, `${what}: only the fake Electron plays it`)
  throw new Error('skipped')
}

/** Starts the built app on Electron, and waits for its main window. */
export async function startOnElectron({ executablePath, folder, home, launch }: OnElectron): Promise<Desk> {
  if (launch.staging !== undefined) onlyOnTheFake('A system as the test wants it')
  const trouble: Trouble = { errors: [], stray: [] }
  let printed = ''
  let app: ElectronApplication

  // Its sandbox does not start for root, who runs tests in containers.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const note = (piece: Buffer): void => void (printed += piece.toString('utf8'))
  const start = async (next: Launch): Promise<void> => {
    const args = [folder, ...switches, ...(next.argv ?? [])]
    app = await _electron.launch({ executablePath, args, env: surroundings(home, next.environment) })
    app.process().stdout?.on('data', note)
    app.process().stderr?.on('data', note)
    app.context().on('page', watch)
    for (const page of app.windows()) watch(page)
    await settled(await desk.window('main'))
  }
  const watch = (page: Page): void => {
    watchErrors(page, trouble)
    page.on('request', (request) => {
      if (!/^(app|blob|devtools):/.test(request.url())) trouble.stray.push(request.url())
    })
  }

  const shown = async (kind: WindowKind): Promise<readonly Page[]> => {
    const pages = app.windows().filter((page) => pageOf(page.url()) === kind)
    const visible = await Promise.all(
      pages.map(async (page) => (await app.browserWindow(page)).evaluate((window) => window.isVisible()))
    )
    return pages.filter((_page, index) => visible[index])
  }
  const mainPage = (): Page => {
    const page = app.windows().find((one) => pageOf(one.url()) === 'main')
    if (page === undefined) throw new Error('There is no main window')
    return page
  }
  const ended = async (): Promise<number | null> => {
    const child = app.process()
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    return new Promise((done) => child.once('exit', done))
  }

  const desk: Desk = {
    kind: 'electron',
    home,
    trouble,
    traffic: [],
    get page() {
      return mainPage()
    },
    get pid() {
      return app.process().pid ?? -1
    },
    get ended() {
      return ended()
    },
    async window(kind) {
      const [page] = await desk.windows(kind, 1)
      if (page === undefined) throw new Error(`There is no ${kind}`)
      return page
    },
    async windows(kind, count) {
      await expect.poll(async () => (await shown(kind)).length).toBeGreaterThanOrEqual(count)
      return shown(kind)
    },
    async hidden(kind) {
      await expect.poll(async () => (await shown(kind)).length).toBe(0)
    },
    async dropFiles(selector, paths) {
      await dropOn(mainPage(), await app.context().newCDPSession(mainPage()), selector, paths)
    },
    async paste() {
      await roomOf(mainPage())
      await mainPage().keyboard.press('ControlOrMeta+V')
    },
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    clipboard: () => onlyOnTheFake('All of the clipboard'),
    async copy(content) {
      const packed = Object.entries(content).map(
        ([type, value]) => [type, Buffer.from(value).toString('base64')] as const
      )
      await app.evaluate(async ({ clipboard, ClipboardItem }, given) => {
        const blobs = given.map(([type, text]) => [type, new Blob([Buffer.from(text, 'base64')], { type })] as const)
        await clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
      }, packed)
    },
    pressHotkey: () => onlyOnTheFake('Pressing a hotkey'),
    hotkeys: () => onlyOnTheFake('The list of hotkeys'),
    notifications: () => onlyOnTheFake('Notifications'),
    trayMenu: () => onlyOnTheFake('The tray'),
    menu: () => onlyOnTheFake('The facts of menus'),
    contextMenu: () => onlyOnTheFake('The menu of a right click'),
    choose: () => onlyOnTheFake('Choosing in a menu'),
    answerDialogs: () => onlyOnTheFake('Dialogs of the system'),
    deeds: () => onlyOnTheFake('What happens outside of the windows'),
    emit: () => onlyOnTheFake('Events of the system'),
    display: () => onlyOnTheFake('Displays'),
    pointAt: () => onlyOnTheFake('The cursor'),
    systemTheme: () => onlyOnTheFake('The theme of the system'),
    keyring: () => onlyOnTheFake('Keyrings'),
    async openFile(path) {
      await app.evaluate(
        (electron, file) => void electron.app.emit('open-file', { preventDefault: () => undefined }, file),
        path
      )
    },
    async secondInstance(...argv) {
      const second = spawn(executablePath, [folder, ...switches, ...argv], {
        env: surroundings(home, launch.environment)
      })
      await new Promise((done) => second.once('exit', done))
    },
    async closeWindow(kind) {
      const [page] = await shown(kind)
      if (page !== undefined) await (await app.browserWindow(page)).evaluate((window) => window.close())
    },
    async moveWindow(bounds) {
      await (await app.browserWindow(mainPage())).evaluate((window, place) => window.setBounds(place), bounds)
    },
    async crash() {
      await (await app.browserWindow(mainPage())).evaluate((window) => window.webContents.forcefullyCrashRenderer())
    },
    async kill() {
      app.process().kill('SIGKILL')
      await ended()
    },
    async quit() {
      await app.evaluate((electron) => electron.app.quit()).catch(() => undefined)
      const code = await ended()
      if (code !== 0) throw new Error(`The app ended with ${String(code)}\n${printed}`)
    },
    restart: (next = launch) => start(next),
    output: () => printed,
    async end() {
      const child = app.process()
      if (child.exitCode === null && child.signalCode === null) await desk.quit()
    }
  }
  await start(launch)
  return desk
}
