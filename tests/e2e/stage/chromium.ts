import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

export const howToGetChromium =
  'No Chromium was found. On Debian: apt-get install chromium; elsewhere set E2E_CHROMIUM to the path of Chromium or Chrome.'

/** The browser that plays the windows; undefined when there is none. */
export function findChromium(): string | undefined {
  const { E2E_CHROMIUM } = process.env
  if (E2E_CHROMIUM !== undefined && E2E_CHROMIUM !== '') return E2E_CHROMIUM
  return usualPaths.find((path) => existsSync(path))
}

/** Electron's executable, if it is installed. Never asks the package `electron` itself: that would download. */
export function findElectron(): string | undefined {
  const { E2E_ELECTRON, ELECTRON_OVERRIDE_DIST_PATH } = process.env
  if (E2E_ELECTRON !== undefined && E2E_ELECTRON !== '') return E2E_ELECTRON
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const file = join(ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'))
  return existsSync(file) ? file : undefined
}

/** Without a locale Chromium cannot take files whose paths are not plain ASCII. */
export const chromiumEnvironment = { ...process.env, LC_ALL: 'C.UTF-8' }

/** Chromium without what it does by itself in the background. */
export const chromiumArguments: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Windows that are covered or in the background go on painting.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Its sandbox does not start for root, who runs tests in containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]
