import type { CDPSession, Page } from 'playwright'

/** Tries of one drop: Chromium calls a drag off when the page under it is still on its way. */
const mostTries = 10
/** Milliseconds until a drop that nobody took is tried again. */
const patience = 1500

/** Drops files as the system does: through the browser's input, with real paths. Done when the page has taken them. */
export async function dropOn(page: Page, cdp: CDPSession, selector: string, paths: readonly string[]): Promise<void> {
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const taken = await page.evaluateHandle(() => {
    const state = { count: 0 }
    // After all listeners: a page that takes a drop says so by preventing what the browser would do.
    const heard = (event: DragEvent): void => void setTimeout(() => (state.count += event.defaultPrevented ? 1 : 0))
    window.addEventListener('drop', heard)
    return state
  })
  for (let tries = 0; tries < mostTries; tries += 1) {
    const box = await page.locator(selector).first().boundingBox()
    if (box === null) throw new Error(`Nothing to drop on: ${selector}`)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
    }
    const isTaken = page.waitForFunction(({ count }) => count > 0, taken, { timeout: patience })
    if (await isTaken.then(() => true).catch(() => false)) return
  }
  throw new Error(`The page took no drop in ${mostTries} tries`)
}
