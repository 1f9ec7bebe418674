import type { Rect } from '../../capture/geometry/rect.ts'
import { panelPage } from '../../policy/address.ts'
import type { CreateWindow } from '../windows/create.ts'
import type { PanelWindow } from './panels.ts'

/** Makes the windows of panels. */
export function createPanelWindows(createWindow: CreateWindow, platform: NodeJS.Platform) {
  return (place: Rect, kind: 'text' | 'picture', gone: () => void): PanelWindow => {
    const isText = kind === 'text'
    const window = createWindow(panelPage, {
      ...place,
      show: false,
      frame: false,
      resizable: true,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      minWidth: isText ? 320 : 48,
      minHeight: isText ? 240 : 32,
      skipTaskbar: !isText,
      alwaysOnTop: true,
      title: 'Glyphlens',
      ...(platform === 'darwin' && { type: 'panel' })
    })
    window.setAlwaysOnTop(true, 'floating')
    window.once('ready-to-show', () => window.show())
    window.webContents.once('render-process-gone', () => window.destroy())
    window.once('closed', gone)
    return {
      contents: window.webContents.id,
      close: () => {
        if (!window.isDestroyed()) window.destroy()
      }
    }
  }
}
