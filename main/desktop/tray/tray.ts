import { join } from 'node:path'
import { Menu, nativeTheme, Tray } from 'electron'
import type { Log } from '../../log/line.ts'
import { type TrayActions, type TrayFacts, trayEntries } from './entries.ts'

export interface TrayPorts extends TrayActions {
  /** Folder with the icons. */
  readonly icons: string
  readonly platform: NodeJS.Platform
  readonly facts: () => TrayFacts
  readonly log: Log
}

/** The app's place in the tray, or menu bar. */
export interface AppTray {
  /** Whether the system shows it: without a tray, a hidden window could not be found again. */
  readonly isThere: boolean
  /** What it says has changed; it is said anew after a short while. */
  readonly refresh: () => void
  readonly remove: () => void
}

/** Milliseconds: a batch changes the queue many times a second. */
const pause = 400

export function createTray(ports: TrayPorts): AppTray {
  const tray = tryTray(ports)
  if (tray === undefined) return { isThere: false, refresh: () => {}, remove: () => {} }
  let timer: NodeJS.Timeout | undefined

  const say = (): void => {
    timer = undefined
    const facts = ports.facts()
    tray.setContextMenu(Menu.buildFromTemplate(trayEntries(facts, ports)))
    tray.setToolTip(facts.waiting > 0 ? facts.words.tray.waiting(facts.waiting) : 'Glyphlens')
  }
  const recolour = (): void => tray.setImage(iconOf(ports))

  say()
  // On a Mac a click opens the menu, as with every other icon there.
  if (ports.platform !== 'darwin') tray.on('click', () => ports.show())
  nativeTheme.on('updated', recolour)
  return {
    isThere: true,
    refresh: () => {
      timer ??= setTimeout(say, pause)
    },
    remove: () => {
      clearTimeout(timer)
      nativeTheme.off('updated', recolour)
      tray.destroy()
    }
  }
}

function tryTray(ports: TrayPorts): Tray | undefined {
  try {
    return new Tray(iconOf(ports))
  } catch {
    ports.log({ level: 'warning', message: 'the system has no tray' })
    return undefined
  }
}

/** A template that macOS colours by itself; elsewhere the strokes are light on dark panels. */
function iconOf({ icons, platform }: TrayPorts): string {
  if (platform === 'darwin') return join(icons, 'trayTemplate.png')
  return join(icons, nativeTheme.shouldUseDarkColors ? 'tray-dark.png' : 'tray-light.png')
}
