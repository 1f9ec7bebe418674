import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { connect, type DevTools } from './devtools.ts'

/** A page of HTML and the window that it is rendered in. */
export interface Page {
  readonly html: string
  /** Size of the window in CSS pixels. */
  readonly width: number
  readonly height: number
  /** Picture pixels for one CSS pixel. */
  readonly scale: number
}

export interface Browser {
  /** Lays the page out, runs each of `scripts` in it in turn, then takes its picture. */
  readonly render: (page: Page, scripts: readonly string[]) => Promise<{ png: Buffer; values: unknown[] }>
  readonly close: () => Promise<void>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of the browser: `GLYPHLENS_CHROMIUM`, else the first of Chromium and Chrome on PATH. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['GLYPHLENS_CHROMIUM']
  if (named) return named
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  if (!found) throw new Error('No browser found: install Chromium or set GLYPHLENS_CHROMIUM to its path')
  return found
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts a browser without a window. Text is drawn with grey edges, as captures of screens mostly have it. */
export async function startBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'glyphlens-render-'))
  const child = spawn(
    findBrowser(),
    [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-lcd-text',
      '--hide-scrollbars',
      '--no-first-run'
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const tools = connect(child)
  const { targetId } = await tools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await tools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  return {
    render: (page, scripts) => render(tools, sessionId, page, scripts),
    close: async () => {
      await tools.send('Browser.close', {})
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function render(tools: DevTools, sessionId: string, page: Page, scripts: readonly string[]) {
  const { width, height, scale } = page
  const send = <T>(method: string, parameters: object) => tools.send<T>(method, parameters, sessionId)
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false })
  const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree', {})
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: page.html })
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await send<{ result: { value?: unknown }; exceptionDetails?: object }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true
    })
    if (answer.exceptionDetails) throw new Error(`A script failed in the page: ${JSON.stringify(answer)}`)
    return answer.result.value
  }
  await evaluate('document.fonts.ready.then(() => null)')
  const values = []
  for (const script of scripts) values.push(await evaluate(script))
  const shot = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
  return { png: Buffer.from(shot.data, 'base64'), values }
}
