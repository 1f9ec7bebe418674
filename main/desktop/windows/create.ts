import { BrowserWindow, type BrowserWindowConstructorOptions, type WebContents } from 'electron'
import { webPreferences } from '../../policy/web-preferences.ts'

export interface WindowPorts {
  readonly isPackaged: boolean
  /** Absolute path of the one preload file. */
  readonly preload: string
  /** Lets the page speak with main. */
  readonly attach: (contents: WebContents) => void
}

/** How a window looks; what its page may do is the same for all. */
export type WindowLook = Omit<BrowserWindowConstructorOptions, 'webPreferences'>

/** Makes a window and begins to load `page`, an address of the app. The only way to make one. */
export type CreateWindow = (page: string, look: WindowLook) => BrowserWindow

export function createWindows({ isPackaged, preload, attach }: WindowPorts): CreateWindow {
  return (page, look) => {
    const window = new BrowserWindow({ ...look, webPreferences: webPreferences({ isPackaged, preload }) })
    attach(window.webContents)
    // One that was closed meanwhile rejects; a page that is missing shows in the log of the scheme.
    void window.loadURL(page).catch(() => undefined)
    return window
  }
}
