import type { BrowserWindow } from 'electron'
import type { Display } from '../../capture/geometry/display.ts'
import { overlayPage } from '../../policy/address.ts'
import type { CreateWindow, WindowLook } from '../windows/create.ts'
import type { OverlayWindow } from './overlays.ts'

/** Makes the windows of overlays. */
export function createOverlayWindows(createWindow: CreateWindow, platform: NodeJS.Platform) {
  return (display: Display, gone: () => void): OverlayWindow => {
    const window = createWindow(overlayPage, lookOf(display, platform))
    prepare(window, platform)
    window.webContents.once('render-process-gone', gone)
    window.once('closed', gone)
    const { id: contents } = window.webContents
    return {
      contents,
      reveal: (withKeyboard) => reveal(window, display, withKeyboard, platform),
      focus: () => {
        if (!window.isDestroyed()) window.focus()
      },
      hide: () => hide(window, platform),
      destroy: () => {
        window.webContents.off('render-process-gone', gone)
        window.off('closed', gone)
        if (!window.isDestroyed()) window.destroy()
      }
    }
  }
}

/** As large as the display, without anything around it, and nothing that a person could move or find elsewhere. */
function lookOf({ bounds }: Display, platform: NodeJS.Platform): WindowLook {
  return {
    ...bounds,
    show: false,
    frame: false,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: platform !== 'darwin',
    // Over the menu bar of a Mac, too.
    enableLargerThanScreen: true,
    skipTaskbar: true,
    alwaysOnTop: true,
    hasShadow: false,
    roundedCorners: false,
    // A press frames at once, without one more to get the keyboard first.
    acceptFirstMouse: true,
    backgroundColor: '#000000',
    title: 'Glyphlens',
    // A panel comes up over the full screens of other programs without taking their place.
    ...(platform === 'darwin' && { type: 'panel' })
  }
}

function prepare(window: BrowserWindow, platform: NodeJS.Platform): void {
  window.setAlwaysOnTop(true, 'screen-saver')
  // It has to paint while nobody sees it: revealed is what stands already.
  window.webContents.setBackgroundThrottling(false)
  if (platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
    window.setHiddenInMissionControl(true)
  }
}

function reveal(window: BrowserWindow, { bounds }: Display, withKeyboard: boolean, platform: NodeJS.Platform): void {
  if (window.isDestroyed()) return
  // A window manager may have moved it off panels and docks.
  window.setBounds(bounds)
  if (platform === 'linux') window.setFullScreen(true)
  if (withKeyboard) window.show()
  else window.showInactive()
  window.setAlwaysOnTop(true, 'screen-saver')
  window.moveTop()
  if (withKeyboard) window.focus()
}

function hide(window: BrowserWindow, platform: NodeJS.Platform): void {
  if (window.isDestroyed()) return
  window.hide()
  if (platform === 'linux') window.setFullScreen(false)
}
