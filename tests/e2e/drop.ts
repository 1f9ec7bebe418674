import type { CDPSession, Page } from 'playwright'
import { roomOf } from './room.ts'

/** Drops files as the system does: through the browser's input, with real paths. */
export async function dropOn(page: Page, cdp: CDPSession, selector: string, paths: readonly string[]): Promise<void> {
  await roomOf(page)
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`Nothing to drop on: ${selector}`)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
  }
}
