import { type BrowserWindow, nativeTheme, screen } from 'electron'
import { appPage } from '../../policy/address.ts'
import type { CreateWindow } from './create.ts'
import { placeWindow, smallest, type WindowState } from './place.ts'

export interface MainWindowPorts {
  readonly createWindow: CreateWindow
  readonly icon: string
  readonly remembered: () => WindowState | undefined
  readonly remember: (state: WindowState) => void
  /** Whether closing the window only hides it. */
  readonly hidesOnClose: () => boolean
  readonly onClosed: () => void
}

/** The one window of the app, made when it is first shown. */
export interface MainWindow {
  readonly show: () => void
  /** Undefined while there is none. */
  readonly current: () => BrowserWindow | undefined
}

/** Milliseconds without another change before the place is written down. */
const rest = 500

export function createMainWindow(ports: MainWindowPorts): MainWindow {
  let window: BrowserWindow | undefined

  const open = (): BrowserWindow => {
    const { isMaximized, ...bounds } = placeWindow(ports.remembered(), workAreas())
    const made = ports.createWindow(appPage, {
      ...bounds,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Glyphlens',
      icon: ports.icon,
      // Alt shows it, where menus belong to windows.
      autoHideMenuBar: true,
      // The colour of the page before it is painted: a white flash in a dark room hurts.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#101113' : '#ffffff'
    })
    if (isMaximized) made.maximize()
    made.once('ready-to-show', () => made.show())
    made.on('close', (event) => {
      ports.remember(stateOf(made))
      if (!ports.hidesOnClose()) return
      event.preventDefault()
      hide(made)
    })
    made.once('closed', () => {
      window = undefined
      ports.onClosed()
    })
    rememberMoves(made, ports.remember)
    return made
  }

  return {
    show: () => {
      if (window === undefined) {
        window = open()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    current: () => window
  }
}

/** A full screen that is hidden leaves a black one behind on a Mac: it is left first. */
function hide(window: BrowserWindow): void {
  if (!window.isFullScreen()) {
    window.hide()
    return
  }
  window.once('leave-full-screen', () => window.hide())
  window.setFullScreen(false)
}

function workAreas() {
  const { id } = screen.getPrimaryDisplay()
  return screen
    .getAllDisplays()
    .toSorted((one, other) => Number(other.id === id) - Number(one.id === id))
    .map(({ workArea }) => workArea)
}

function stateOf(window: BrowserWindow): WindowState {
  // Of a maximised window: the place to which it goes back.
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

function rememberMoves(window: BrowserWindow, remember: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed()) remember(stateOf(window))
    }, rest)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.once('closed', () => clearTimeout(timer))
}
