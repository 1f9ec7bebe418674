// npm run test:e2e [-- <playwright's arguments>]: builds, says by what the windows are played, and runs the specs.
import { spawnSync } from 'node:child_process'
import { findChromium, findElectron, howToGetChromium } from './stage/chromium.ts'

const electron = findElectron()
const chromium = findChromium()

if (electron === undefined && chromium === undefined) {
  console.log(howToGetChromium)
  // Where nobody reads along, tests that did not run are no success.
  process.exit(process.env['CI'] === undefined ? 0 : 1)
}
console.log(electron === undefined ? `On the fake Electron, with ${chromium}` : `On Electron: ${electron}`)

const isWindows = process.platform === 'win32'
const run = (command: string, ...args: readonly string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: isWindows })
  if (status !== 0) process.exit(status ?? 1)
}
run('npm', 'run', '--silent', 'build')
run('playwright', 'test', '--config', 'tests/playwright.config.ts', '--project=e2e', ...process.argv.slice(2))
