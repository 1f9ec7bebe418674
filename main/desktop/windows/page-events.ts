import type { BrowserWindow } from 'electron'
import type { AppEvent } from '../../../preload/contract/app.ts'

/** Events for the page of a window that may not be there yet, or is being loaded. */
export interface PageEvents {
  /** Now, or as soon as a page is there; in order. */
  readonly tell: (event: AppEvent) => void
  /** For each new window. */
  readonly follow: (window: BrowserWindow) => void
}

/** More than these nobody would read. */
const most = 50

export function createPageEvents(send: (contents: number, event: AppEvent) => void): PageEvents {
  const waiting: AppEvent[] = []
  let ready: number | undefined

  return {
    tell: (event) => {
      if (ready !== undefined) send(ready, event)
      else if (waiting.length < most) waiting.push(event)
    },
    follow: (window) => {
      const { webContents: contents } = window
      const { id } = contents
      // The preload has run by then, and keeps what comes before the page listens.
      contents.on('dom-ready', () => {
        ready = id
        for (const event of waiting.splice(0)) send(id, event)
      })
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument && ready === id) ready = undefined
      })
      contents.once('destroyed', () => {
        if (ready === id) ready = undefined
      })
    }
  }
}
