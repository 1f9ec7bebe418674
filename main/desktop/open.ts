import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, webContents } from 'electron'
import { createHandlers } from '../bridge/handlers.ts'
import { createMover } from '../bridge/library/move.ts'
import { problemOf } from '../bridge/problem.ts'
import { createRegistry } from '../bridge/registry.ts'
import { installation } from '../installation.ts'
import { libraryPlace } from '../library/moving/place.ts'
import { inBackground } from '../log/background.ts'
import { externalHosts } from '../policy/external-link.ts'
import type { Intent } from '../policy/intent.ts'
import { presets } from '../vision/presets.ts'
import { createAppSide } from './app-side.ts'
import type { Calls } from './calls.ts'
import { createCapture } from './capture/capture.ts'
import { createDialogs } from './dialogs.ts'
import { createDrag } from './drag.ts'
import { endingsOf, patience } from './endings.ts'
import { createIntents, showsWindow } from './intents.ts'
import { createIpc } from './ipc.ts'
import { systemLanguage } from './language.ts'
import { lookAtDesktop } from './look.ts'
import { createMenus } from './menus/menus.ts'
import { createOutside } from './outside/outside.ts'
import { holdUntilEnded } from './quit.ts'
import { noticesOf, openServices, type ServicePorts } from './services.ts'
import { createApply } from './system/apply.ts'
import { createNotify } from './system/notify.ts'
import { startAgain } from './system/restart.ts'
import { applyTheme, watchTheme } from './system/theme.ts'
import { createUpdater } from './update/updater.ts'
import { openWindows } from './windows/open.ts'
import { languageOf, wordsIn } from './words/words.ts'
import { watchBatches } from './work/batch-ends.ts'
import { openWork } from './work/open.ts'
import { beginOpening } from './work/opening.ts'
import { watchForQuiet } from './work/tidy.ts'

export interface DesktopPorts extends Omit<ServicePorts, 'language'> {
  readonly calls: Calls
  /** What the app was started for; undefined when nobody asked: the system starts it at login. */
  readonly first: Intent | undefined
}

/** Milliseconds between two looks for a new version. */
const day = 24 * 3_600_000

/** Puts the app together, in the order in which one thing needs the other. After `ready`. */
export async function openDesktop({ environment, platform, folders, log, calls, first }: DesktopPorts): Promise<void> {
  const place = installation()
  const system = systemLanguage()
  const closing = new AbortController()
  const { house, desktopVault } = openServices({ environment, platform, folders, language: system, log })
  const { preferences, engine } = house
  const opening = beginOpening(house.openAside)
  const language = () => languageOf(preferences.get().appearance.language, system)
  const words = () => wordsIn(language())
  const hosts = externalHosts(presets)
  const outside = createOutside({
    platform,
    hosts,
    folder: folders.data,
    libraryFolder: () => libraryPlace(folders.data, preferences.get().library.folder)
  })

  const opened = Promise.withResolvers<void>()
  const ipc = createIpc(async () => {
    await opened.promise
    return registry
  })
  const { machine, news, work, housekeeping, intake, sent } = openWork({
    engine,
    preferences,
    open: opening.archive,
    place,
    platform,
    log,
    emit: ipc.emit
  })
  const { archive } = work
  const windows = openWindows({
    place,
    ipc,
    engine,
    archive,
    preferences,
    hosts,
    words,
    log,
    openLink: outside.openLink,
    frame: (id) => capture.frame(id),
    sent: sent.get,
    hidesOnClose: () => !quitting.hasBegun() && menus.hasTray && preferences.get().desktop.closeToTray,
    onClosed: () => {
      if (platform !== 'darwin' && !quitting.hasBegun()) app.quit()
    }
  })
  const show = (entry?: number): void => {
    windows.show()
    if (entry !== undefined) windows.tell({ kind: 'go', room: 'library', entry })
  }
  const capture = createCapture({
    platform,
    environment,
    folder: folders.data,
    createWindow: windows.createWindow,
    send: (contents, event) => ipc.send(contents, 'capture', event),
    archive,
    onRunner: work.onRunner,
    preferences,
    language,
    openEntry: show,
    onHeld: () => menus.refresh(),
    warmUp: async () => {
      const { manifest, folder } = await house.packs.active()
      await engine.loadPack({ manifest, folder }, { threads: preferences.get().reading.threads })
    },
    log
  })
  const dialogs = createDialogs({ words, parent: windows.main })
  const take = async (choose: () => Promise<readonly string[]>): Promise<void> => {
    windows.show()
    const paths = await choose()
    if (paths.length > 0) windows.tell({ kind: 'taken', items: await intake.paths(paths) })
  }
  const menus = createMenus({
    icons: join(place.assets, 'icons'),
    platform,
    words,
    archive,
    log,
    hotkeys: capture.hotkeys.views,
    show,
    capture: (mode) => void capture.begin(mode),
    canUndo: capture.canUndo,
    undo: () => void capture.undo(),
    add: (what) => inBackground(log, 'adding', () => take(() => dialogs.choose(what))),
    go: (room) => {
      windows.show()
      windows.tell({ kind: 'go', room })
    },
    openDataFolder: () => inBackground(log, 'opening the data folder', outside.openDataFolder)
  })
  work.onChange(menus.refresh)

  const updater = createUpdater({
    platform,
    environment,
    log,
    changed: (state) => ipc.emit('app', { kind: 'update', state }),
    confirmRestart: dialogs.confirmRestart,
    endWork: () => quitting.endWork()
  })
  const mover = createMover({
    archive,
    preferences,
    data: folders.data,
    askPlace: dialogs.choosePlace,
    confirmPlace: dialogs.confirmPlace,
    rest: () => work.hold(patience),
    restart: () => startAgain(environment),
    emit: (event) => ipc.emit('library', event),
    onTrouble: (failure) => windows.tell({ kind: 'notice', level: 'warning', problem: problemOf(failure) }),
    closing: closing.signal
  })
  const drag = createDrag({
    folder: join(folders.cache, 'drag'),
    icon: join(place.assets, 'icons', 'png', '64x64.png'),
    contents: (id) => webContents.fromId(id)
  })
  const apply = createApply({ login: { platform, environment, home: homedir() }, menus, capture, log })
  const notices = [preferences.notice, desktopVault.notice].filter((notice) => notice !== undefined)
  const registry = createRegistry({
    windows: ipc.windows,
    log,
    handlers: createHandlers({
      house,
      archive,
      intake,
      sent,
      environment,
      platform,
      language,
      emit: ipc.emit,
      vault: desktopVault.vault,
      batches: work.batches,
      progress: work.progress,
      closing: closing.signal,
      libraryChanged: () => {
        news.libraryChanged()
        menus.refresh()
        housekeeping.soon()
      },
      happened: machine.tell,
      hotkeys: capture.hotkeys.views,
      applied: apply,
      confirmHost: dialogs.confirmHost,
      askWhere: ({ name }) => dialogs.saveAs(name),
      askWhich: dialogs.chooseFile,
      mover,
      capture: capture.handlers,
      diagnosis: lookAtDesktop({ platform, environment, folders, keyring: desktopVault.system }),
      app: createAppSide({
        platform,
        environment,
        language: system,
        notices,
        outside,
        hosts,
        archive,
        drag,
        choose: dialogs.choose,
        update: (action) => updater[action]()
      })
    })
  })

  const lookForUpdates = (): void => {
    if (preferences.get().desktop.checkUpdates) inBackground(log, 'looking for updates', updater.check)
  }
  const updates = setInterval(lookForUpdates, day)
  const notify = createNotify()
  work.onRunner(
    watchBatches(archive, ({ title, done, failed }) => {
      if (windows.main()?.isFocused() === true) return
      const { batchDone, batchCounts } = words().notices
      notify({ title: batchDone(title), body: batchCounts(done, failed), onClick: () => show() })
    })
  )
  const watches = [
    watchTheme((theme) => ipc.emit('app', { kind: 'theme', ...theme })),
    watchForQuiet({ isIdle: work.isIdle, quiet: housekeeping.soon }),
    () => clearInterval(updates)
  ]
  const quitting = holdUntilEnded(
    () => endingsOf({ closing, capture, menus, machine, watches, windows, work, housekeeping, drag, house }),
    log
  )

  applyTheme(preferences.get().appearance)
  menus.apply()
  const openKeys = async (): Promise<void> => {
    const keys = await desktopVault.vault.open()
    for (const provider of keys.keys()) machine.tell({ kind: 'key-added', engine: provider })
    if (keys.size > 0) ipc.emit('settings', { kind: 'changed' })
  }
  const follow = createIntents({
    show: windows.show,
    tell: windows.tell,
    capture: capture.begin,
    take: intake.paths,
    entryOf: (uid) => archive().library.entries.idOf(uid),
    log
  })
  inBackground(log, 'opening the keys', openKeys)
  // The page loads meanwhile, and its questions are answered when the library is open.
  if (first !== undefined && showsWindow(first)) windows.show()
  await opening.tried
  notices.push(...noticesOf(() => archive().store, log))
  opened.resolve()
  menus.refresh()
  capture.applyHotkeys()
  if (first !== undefined) follow(first)
  calls.listen(follow)
  inBackground(log, 'removing the former library', mover.finish)
  lookForUpdates()
}
