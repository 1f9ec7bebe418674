// What pages tell about themselves and ask for.
import { app, closeWindowsBy } from './app.ts'
import { BrowserWindow, windowOf } from './browser-window.ts'
import { happening } from './happening.ts'
import { toApp } from './origins.ts'
import { answerTo } from './runtime.ts'

/** Lets pages ask. */
export function answerPages(): void {
  closeWindowsBy({ closeAll: () => BrowserWindow.getAllWindows().every((window) => window.tryClose()) })

  answerTo({
    serve: (window, request) => windowOf(window).webContents.session.serve(request),
    invoke: (window, frame, channel, args) => windowOf(window).webContents.answer(frame, channel, args),
    tell: (window, frame, channel, args) => windowOf(window).webContents.hear(frame, channel, args),
    navigate: (window, url, isTop) => windowOf(window).webContents.mayGo(toApp(url), isTop),
    openWindow: (window, url) => windowOf(window).webContents.wantsWindow(toApp(url)),
    permission: (window, name, frame) => {
      const { webContents } = windowOf(window)
      return webContents.session.allows(webContents, name, frame)
    },
    close: (window) => windowOf(window).tryClose(),
    resized: (window, bounds) => windowOf(window).movedByPerson(bounds),
    focused: (window) => windowOf(window).clicked(),
    blurred: (window) => windowOf(window).blur(),
    loaded: (window, url, title) => windowOf(window).loaded(toApp(url), title),
    contextMenu: (window, facts) => {
      const { webContents } = windowOf(window)
      const { isEditable, selectionText } = facts
      const hasText = selectionText !== ''
      const editFlags = {
        canUndo: isEditable,
        canRedo: isEditable,
        canCut: isEditable && hasText,
        canCopy: hasText,
        canPaste: isEditable,
        canDelete: isEditable && hasText,
        canSelectAll: true,
        canEditRichly: false
      }
      const params = {
        ...facts,
        editFlags,
        pageURL: webContents.getURL(),
        frame: webContents.mainFrame,
        menuSourceType: 'mouse'
      }
      webContents.emit('context-menu', happening(), params)
    },
    crashed: (window) => {
      const { webContents } = windowOf(window)
      webContents.dies()
      app.emit('render-process-gone', happening(), webContents, { reason: 'crashed', exitCode: 5 })
    }
  })
}
