import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import type { AppEvent } from '../../../preload/contract/app.ts'
import type { Archive } from '../../archive.ts'
import { createSchemeHandler } from '../../bridge/scheme/handler.ts'
import { createShownPictures } from '../../bridge/scheme/pictures.ts'
import type { Served } from '../../bridge/scheme/served.ts'
import type { Engine } from '../../engine/client.ts'
import type { Installation } from '../../installation.ts'
import { inBackground } from '../../log/background.ts'
import type { Log } from '../../log/line.ts'
import { windowPartition } from '../../policy/web-preferences.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { Ipc } from '../ipc.ts'
import { offerContextMenu } from '../menus/context.ts'
import { serveScheme } from '../scheme.ts'
import { guardContents } from '../session/guard-contents.ts'
import { guardSession } from '../session/guard-session.ts'
import type { Words } from '../words/words.ts'
import { type CreateWindow, createWindows } from './create.ts'
import { createMainWindow } from './main-window.ts'
import { createPageEvents } from './page-events.ts'
import { reviveWhenGone, watchChildren } from './revive.ts'

export interface WindowsPorts {
  readonly place: Installation
  readonly ipc: Ipc
  readonly engine: Engine
  readonly archive: () => Archive
  readonly preferences: Pick<Preferences, 'get' | 'set'>
  /** Hosts of pages that may be opened in the browser. */
  readonly hosts: ReadonlySet<string>
  readonly openLink: (url: string) => Promise<void>
  readonly frame: (id: string) => Served | undefined
  readonly sent: (id: string) => Served | undefined
  readonly words: () => Words
  /** Whether closing the main window only hides it. */
  readonly hidesOnClose: () => boolean
  /** The main window is gone for good. */
  readonly onClosed: () => void
  readonly log: Log
}

/** The windows of the app, on a session that is shut off before there is any. */
export interface Windows {
  readonly createWindow: CreateWindow
  /** Shows the main window, which is made when there is none. */
  readonly show: () => void
  readonly main: () => BrowserWindow | undefined
  /** Tells the page of the main window, as soon as there is one. */
  readonly tell: (event: AppEvent) => void
  /** Where the window was is written down. */
  readonly settled: () => Promise<unknown>
}

export function openWindows(ports: WindowsPorts): Windows {
  const { place, ipc, engine, archive, preferences, hosts, openLink, log } = ports
  // Pictures are in the library, and nowhere else on the disk.
  const windowSession = session.fromPartition(windowPartition, { cache: false })
  guardSession(windowSession, log)
  guardContents({ hosts, log, openExternal: (url) => inBackground(log, 'opening a link', () => openLink(url)) })
  watchChildren(log)
  const shown = createShownPictures({ pictures: () => archive().library.pictures, engine })
  const { frame, sent } = ports
  serveScheme(windowSession, createSchemeHandler({ root: place.window.pages, ...shown, frame, sent, log }))

  const createWindow = createWindows({
    isPackaged: app.isPackaged,
    preload: place.window.preload,
    attach: (contents) => {
      ipc.attach(contents)
      offerContextMenu(contents, ports.words)
    }
  })
  const pageEvents = createPageEvents((contents, event) => ipc.send(contents, 'app', event))
  let remembering: Promise<unknown> = Promise.resolve()
  const { show, current } = createMainWindow({
    createWindow: (page, look) => {
      const window = createWindow(page, look)
      pageEvents.follow(window)
      reviveWhenGone(window, log)
      return window
    },
    icon: join(place.assets, 'icons', 'png', '512x512.png'),
    remembered: () => preferences.get().desktop.window,
    remember: (window) => {
      remembering = preferences.set({ desktop: { window } })
      inBackground(log, 'remembering the window', () => remembering)
    },
    hidesOnClose: ports.hidesOnClose,
    onClosed: ports.onClosed
  })
  return { createWindow, show, main: current, tell: pageEvents.tell, settled: () => remembering }
}
