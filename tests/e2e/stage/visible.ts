import type { BrowserContext, CDPSession, Page } from 'playwright'
import type { Bounds, WindowFacts } from '../fake-electron/protocol.ts'

/** Windows that the person has not been shown yet stand out of the way. */
const outOfSight = -20_000

/** The window that Chromium was started with, which has no tabs, for the first; a new one for any other. */
export async function visiblePage(context: BrowserContext, { bounds }: WindowFacts): Promise<Page> {
  const [first, ...others] = context.pages()
  if (first === undefined) throw new Error('Chromium has no window')
  if (others.length === 0 && first.url().startsWith('data:')) return first
  const { width, height } = bounds
  const cdp = await context.newCDPSession(first)
  const arrived = context.waitForEvent('page')
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  return arrived
}

/** Moves, shows and hides a window on the screen. */
export async function visibleFrame(cdp: CDPSession, facts: WindowFacts) {
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  let { bounds, isShown } = facts
  let isFull = false
  const place = async (): Promise<void> => {
    const { width, height } = bounds
    const [left, top] = isShown ? [bounds.x, bounds.y] : [outOfSight, outOfSight]
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
    if (isShown && isFull) {
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } })
    }
  }
  return {
    async setBounds(next: Bounds): Promise<void> {
      bounds = next
      await place()
    },
    async fullScreen(next: boolean): Promise<void> {
      isFull = next
      await place()
    },
    async show(next: boolean): Promise<void> {
      isShown = next
      await place()
    }
  }
}
