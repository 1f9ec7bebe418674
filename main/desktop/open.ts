import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import type { Start } from '../../preload/contract/app.ts'
import { absentHandlers } from '../bridge/absent.ts'
import { createAppHandlers } from '../bridge/app.ts'
import { createIntake } from '../bridge/intake.ts'
import { createRegistry } from '../bridge/registry.ts'
import { createSchemeHandler } from '../bridge/scheme/handler.ts'
import { createShownPictures } from '../bridge/scheme/pictures.ts'
import { compose } from '../compose.ts'
import { Failure } from '../failure.ts'
import { installation } from '../installation.ts'
import type { Log } from '../log/line.ts'
import { appOrigin } from '../policy/address.ts'
import { externalHosts } from '../policy/external-link.ts'
import { windowPartition } from '../policy/web-preferences.ts'
import type { AppFolders } from '../settings/folders.ts'
import { presets } from '../vision/presets.ts'
import type { Calls } from './calls.ts'
import { readPasted } from './clipboard.ts'
import { createIpc } from './ipc.ts'
import { systemLanguage } from './language.ts'
import { createNetworkFetch } from './network/fetch.ts'
import { createOutside } from './outside/outside.ts'
import { serveScheme } from './scheme.ts'
import { readVersion, tryArchive } from './services.ts'
import { guardContents } from './session/guard-contents.ts'
import { guardSession } from './session/guard-session.ts'
import { createWindows } from './windows/create.ts'
import { createMainWindow } from './windows/main-window.ts'

export interface DesktopPorts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly folders: AppFolders
  readonly log: Log
  readonly calls: Calls
}

/** Puts the app together, in the order in which one thing needs the other. After `ready`. */
export async function openDesktop({ environment, platform, folders, log, calls }: DesktopPorts): Promise<void> {
  const place = installation()
  const language = systemLanguage()
  const house = compose({ environment, platform, fetch: createNetworkFetch(), language, log })
  const { notices } = tryArchive(house, log)
  const { archive, engine, preferences } = house

  const hosts = externalHosts(presets)
  const outside = createOutside({ platform, hosts, folder: folders.data })
  const windowSession = session.fromPartition(windowPartition)
  guardSession(windowSession, log)
  guardContents({ hosts, log, openExternal: (url) => void outside.openLink(url) })

  const ipc = createIpc(() => registry)
  const intake = createIntake({ archive, engine, samples: join(place.assets, 'samples'), platform })
  const start = (): Start => ({
    version: readVersion(),
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    language,
    isPackaged: app.isPackaged,
    isWayland: environment['XDG_SESSION_TYPE'] === 'wayland',
    notices: [preferences.notice, ...notices].filter((notice) => notice !== undefined),
    imageBase: `${appOrigin}/image/`,
    thumbnailBase: `${appOrigin}/thumbnail/`
  })
  const registry = createRegistry({
    windows: ipc.windows,
    log,
    handlers: {
      app: createAppHandlers({
        start,
        intake,
        choose: async (what) => {
          const properties =
            what === 'folder' ? ['openDirectory' as const] : ['openFile' as const, 'multiSelections' as const]
          return (await dialog.showOpenDialog({ properties })).filePaths
        },
        clipboard: readPasted,
        outside,
        hosts,
        origin: (entry) => archive().library.entries.get(entry).origin,
        diagnose: () => Promise.reject(new Failure('internal', 'not there yet')),
        update: async () => ({ kind: 'unsupported', why: '' })
      }),
      jobs: absentHandlers('jobs'),
      library: absentHandlers('library'),
      capture: absentHandlers('capture'),
      settings: absentHandlers('settings'),
      vision: absentHandlers('vision'),
      engine: absentHandlers('engine')
    }
  })
  const shown = createShownPictures({
    pictures: {
      bytes: (id) => archive().library.pictures.bytes(id),
      facts: (id) => archive().library.pictures.facts(id),
      path: (id) => archive().library.pictures.path(id),
      thumbnail: (id) => archive().library.pictures.thumbnail(id)
    },
    engine
  })
  serveScheme(
    windowSession,
    createSchemeHandler({ root: place.window.pages, ...shown, frame: () => undefined, sent: () => undefined, log })
  )
  const createWindow = createWindows({ isPackaged: app.isPackaged, preload: place.window.preload, attach: ipc.attach })
  const mainWindow = createMainWindow({
    createWindow,
    icon: join(place.assets, 'icons', 'png', '512x512.png'),
    remembered: () => preferences.get().desktop.window,
    remember: (window) => void preferences.set({ desktop: { window } }),
    hidesOnClose: () => preferences.get().desktop.closeToTray
  })
  calls.listen(() => mainWindow.show())
}
