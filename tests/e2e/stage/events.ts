import type { Page } from 'playwright'
import { toWeb } from '../fake-electron/origins.ts'
import { pack } from '../fake-electron/pack.ts'
import type { StageWindow } from './in-page.ts'

/** Messages of main to a page. */
export interface Events {
  readonly send: (channel: string, args: readonly unknown[]) => void
  /** Forgets what was not told yet: the page is loaded anew. */
  readonly forget: () => void
}

/** Tells a page, in order and in batches: the next batch waits until the page took the last one. */
export function createEvents(page: () => Page, heard: (json: string) => void): Events {
  const queue: [string, unknown][] = []
  let isFlushing = false
  const flush = async (): Promise<void> => {
    if (isFlushing) return
    isFlushing = true
    try {
      while (queue.length > 0) {
        await page().evaluate((batch) => (window as unknown as StageWindow).__stage.emit(batch), queue.splice(0))
      }
    } catch {
      // A page that is just being left or has gone hears nothing, in Electron neither.
    } finally {
      isFlushing = false
    }
  }
  return {
    send(channel, args) {
      const packed = pack(args, toWeb)
      heard(JSON.stringify([channel, packed]))
      queue.push([channel, packed])
      void flush()
    },
    forget() {
      queue.length = 0
    }
  }
}
