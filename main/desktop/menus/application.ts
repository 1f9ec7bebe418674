import type { MenuItemConstructorOptions } from 'electron'
import type { CaptureMode } from '../../capture/mode.ts'
import { captureEntries, type TrayFacts } from '../tray/entries.ts'

export interface MenuFacts extends Pick<TrayFacts, 'words' | 'hotkeys'> {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
}

export interface MenuActions {
  readonly capture: (mode: CaptureMode) => void
  readonly add: (what: 'files' | 'folder') => void
  readonly go: (room: 'library' | 'settings' | 'diagnostics' | 'welcome') => void
  readonly openDataFolder: () => void
}

/** The menu of the window, and on macOS of the app. */
export function applicationMenu(facts: MenuFacts, act: MenuActions): MenuItemConstructorOptions[] {
  const { words, platform } = facts
  const { menu } = words
  const isMac = platform === 'darwin'
  const settings = { label: menu.settings, accelerator: 'CommandOrControl+,', click: () => act.go('settings') }
  return [
    ...(isMac ? [appMenu(facts, settings)] : []),
    {
      label: menu.file,
      submenu: [
        { label: menu.addFiles, accelerator: 'CommandOrControl+O', click: () => act.add('files') },
        { label: menu.addFolder, accelerator: 'CommandOrControl+Shift+O', click: () => act.add('folder') },
        { type: 'separator' },
        { label: menu.capture, submenu: captureEntries(facts, act.capture) },
        { type: 'separator' },
        ...(isMac ? [] : [settings, { type: 'separator' as const }]),
        { role: 'close', label: menu.close },
        ...(isMac ? [] : [{ role: 'quit' as const, label: menu.quit }])
      ]
    },
    { label: menu.edit, submenu: editEntries(facts) },
    { label: menu.view, submenu: viewEntries(facts) },
    {
      label: menu.window,
      role: 'window',
      submenu: [
        { role: 'minimize', label: menu.minimize },
        ...(isMac
          ? [
              { role: 'zoom' as const, label: menu.zoom },
              { type: 'separator' as const },
              { role: 'front' as const, label: menu.front }
            ]
          : []),
        { type: 'separator' },
        { label: menu.library, click: () => act.go('library') }
      ]
    },
    {
      label: menu.help,
      role: 'help',
      submenu: [
        { label: menu.welcome, click: () => act.go('welcome') },
        { label: menu.diagnostics, click: () => act.go('diagnostics') },
        { label: menu.dataFolder, click: () => act.openDataFolder() }
      ]
    }
  ]
}

function appMenu({ words: { menu } }: MenuFacts, settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: 'Glyphlens',
    submenu: [
      { role: 'about', label: menu.about },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'services', label: menu.services },
      { type: 'separator' },
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      { type: 'separator' },
      { role: 'quit', label: menu.quit }
    ]
  }
}

/** Without them no shortcut of editing works in a field of text on macOS. */
function editEntries({ words: { menu } }: MenuFacts): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll }
  ]
}

function viewEntries({ words: { menu }, isPackaged }: MenuFacts): MenuItemConstructorOptions[] {
  const forDevelopment: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.tools }
  ]
  return [
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.larger },
    { role: 'zoomOut', label: menu.smaller },
    { type: 'separator' },
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(isPackaged ? [] : forDevelopment)
  ]
}
