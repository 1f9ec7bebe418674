// `electron` as the built main process finds it: what the app uses and no more. A name that is not here fails when the
// module links.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { ClipboardItem, clipboard } from './clipboard.ts'
import { desktopCapturer } from './desktop-capturer.ts'
import { dialog } from './dialog.ts'
import { globalShortcut } from './global-shortcut.ts'
import { ipcMain } from './ipc.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeImage } from './native-image.ts'
import { nativeTheme } from './native-theme.ts'
import { Notification } from './notification.ts'
import { safeStorage } from './safe-storage.ts'
import { screen } from './screen.ts'
import { protocol, session } from './session.ts'
import { crashReporter, net, powerMonitor, powerSaveBlocker, shell, systemPreferences } from './system.ts'
import { Tray } from './tray.ts'
import { webContents } from './web-contents.ts'
import { answerPages } from './windows.ts'

answerPages()

export {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  webContents
}
