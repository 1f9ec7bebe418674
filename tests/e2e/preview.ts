// npm run preview: the built app in visible windows of Chromium, for a look without Electron. Works under Xvfb, too.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import type { StagedDisplay } from './fake-electron/protocol.ts'
import { startOnChromium } from './on-chromium.ts'
import { listen } from './preview/listen.ts'
import { chromiumArguments, findChromium, howToGetChromium } from './stage/chromium.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { home: { type: 'string' }, locale: { type: 'string' } }
})

const executablePath = findChromium()
if (executablePath === undefined) throw new Error(howToGetChromium)

const profile = mkdtempSync(join(tmpdir(), 'glyphlens-preview-'))
const home = values.home === undefined ? join(profile, 'home') : resolve(values.home)
const context = await chromium.launchPersistentContext(join(profile, 'chromium'), {
  executablePath,
  headless: false,
  viewport: null,
  chromiumSandbox: false,
  // Without the bar that complains about a missing sandbox.
  args: [...chromiumArguments, '--test-type', '--app=data:text/html,Glyphlens', '--window-size=1180,780']
})

const [first] = context.pages()
const screenSize = await first?.evaluate(() => ({
  width: screen.width,
  height: screen.height,
  scale: devicePixelRatio
}))
const { width = 1280, height = 800, scale = 1 } = screenSize ?? {}
const display: StagedDisplay = { id: 1, bounds: { x: 0, y: 0, width, height }, scaleFactor: scale }
const { DISPLAY, XAUTHORITY } = process.env

const desk = await startOnChromium({
  folder: resolve(import.meta.dirname, '../..'),
  home,
  launch: {
    argv: positionals,
    // By these the app finds out where windows are.
    environment: { ...(DISPLAY && { DISPLAY }), ...(XAUTHORITY && { XAUTHORITY }) },
    staging: {
      displays: [display],
      ...(DISPLAY === undefined ? {} : { x: DISPLAY }),
      ...(values.locale === undefined ? {} : { locale: values.locale })
    }
  },
  context: async () => context,
  isVisible: true
})

const stop = listen(desk)
console.log(`The app runs on ${home}. Type "help" for what else can be done here.`)
await desk.ended
stop()
await context.close()
rmSync(profile, { recursive: true, force: true })
