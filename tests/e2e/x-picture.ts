import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import type { Bounds } from './fake-electron/protocol.ts'
import { chromiumArguments, findChromium } from './stage/chromium.ts'
import type { XDisplay } from './x-display.ts'

/** Shows a picture on an X display, at the top left corner of a window there, or of the whole display, until it is closed. */
export async function showOnX(display: XDisplay, picture: string, place?: Bounds): Promise<{ close(): Promise<void> }> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    headless: false,
    chromiumSandbox: false,
    env: { ...process.env, DISPLAY: display.name },
    args: [...chromiumArguments, '--test-type', ...(place === undefined ? ['--kiosk'] : [])]
  })
  const context = await browser.newContext({ viewport: null })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const { windowId } = await cdp.send('Browser.getWindowForTarget')
  const bounds =
    place === undefined
      ? ({ windowState: 'fullscreen' } as const)
      : { left: place.x, top: place.y, width: place.width, height: place.height }
  await cdp.send('Browser.setWindowBounds', { windowId, bounds })
  await page.goto(pathToFileURL(picture).href)
  await page.addStyleTag({ content: 'body { background: white !important } img { position: fixed; left: 0; top: 0 }' })
  return browser
}
