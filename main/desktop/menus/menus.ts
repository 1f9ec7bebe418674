import { app, Menu } from 'electron'
import type { HotkeyView } from '../../../preload/contract/settings.ts'
import type { Archive } from '../../archive.ts'
import { createBeat } from '../../bridge/news/beat.ts'
import type { CaptureMode } from '../../capture/mode.ts'
import { systemClock } from '../../jobs/clock.ts'
import type { Log } from '../../log/line.ts'
import { createRecent } from '../recent.ts'
import { captureEntries } from '../tray/entries.ts'
import { createTray } from '../tray/tray.ts'
import type { Words } from '../words/words.ts'
import { applicationMenu, type MenuActions, type MenuFacts } from './application.ts'

export interface MenusPorts extends MenuActions {
  /** Folder with the icons. */
  readonly icons: string
  readonly platform: NodeJS.Platform
  readonly words: () => Words
  readonly hotkeys: () => readonly HotkeyView[]
  readonly archive: () => Archive
  /** Shows the window, at an entry of the library. */
  readonly show: (entry?: number) => void
  /** Whether what was on the clipboard before the last capture can be put back. */
  readonly canUndo: () => boolean
  readonly undo: () => void
  readonly log: Log
}

/** Milliseconds between two looks at the library: a batch changes it many times a second. */
const pause = 1000

/** The menu of the app and the tray. */
export interface Menus {
  /** Whether there is a tray, so that a hidden window can be found again. */
  readonly hasTray: boolean
  /** Language or hotkeys have changed. */
  readonly apply: () => void
  /** The queue or the library has changed. */
  readonly refresh: () => void
  readonly remove: () => void
}

export function createMenus(ports: MenusPorts): Menus {
  const { platform, words, archive, capture } = ports
  const recent = createRecent(archive, () => tray.refresh())
  const beat = createBeat(systemClock, pause, recent.look)
  const hotkeys = (): Partial<Record<CaptureMode, string>> => {
    const working = ports.hotkeys().filter(({ state }) => state === 'works' || state === 'unproven')
    return Object.fromEntries(working.map(({ mode, accelerator }) => [mode, accelerator]))
  }
  /** Nothing, while the library cannot be opened. */
  const queue = () => {
    try {
      return archive().queue
    } catch {
      return undefined
    }
  }
  const tray = createTray({
    icons: ports.icons,
    platform,
    log: ports.log,
    facts: () => {
      const open = queue()
      const { queued = 0, running = 0 } = open?.counts().states ?? {}
      const isPaused = open?.paused() ?? false
      return {
        words: words(),
        hotkeys: hotkeys(),
        recent: recent.captures(),
        canUndo: ports.canUndo(),
        isPaused,
        waiting: queued + running
      }
    },
    capture,
    show: ports.show,
    undo: ports.undo,
    settings: () => ports.go('settings'),
    pause: (paused) => (paused ? queue()?.pause() : queue()?.resume()),
    quit: () => app.quit()
  })
  const setMenu = (): void => {
    const facts = { words: words(), hotkeys: hotkeys(), platform, isPackaged: app.isPackaged }
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(facts, ports)))
    offerCaptures(facts, capture)
  }

  setMenu()
  recent.look()
  return {
    hasTray: tray.isThere,
    apply: () => {
      setMenu()
      tray.refresh()
    },
    refresh: beat.soon,
    remove: () => {
      beat.stop()
      tray.remove()
    }
  }
}

/** Ways to capture at the app's icon: in the dock of a Mac, in the taskbar of Windows. */
function offerCaptures(facts: MenuFacts, capture: (mode: CaptureMode) => void): void {
  if (facts.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(captureEntries(facts, capture)))
  if (facts.platform !== 'win32') return
  const { readRegion, readAgain } = facts.words.capture
  app.setUserTasks(
    [
      [readRegion, '--capture'],
      [readAgain, '--capture-again']
    ].map(([title = '', words = '']) => ({
      program: process.execPath,
      arguments: words,
      title,
      description: title,
      iconPath: process.execPath,
      iconIndex: 0
    }))
  )
}
