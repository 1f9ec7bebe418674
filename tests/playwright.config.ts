import { defineConfig } from 'playwright/test'
import {
  chromiumArguments,
  chromiumEnvironment,
  findChromium,
  findElectron,
  howToGetChromium
} from './e2e/stage/chromium.ts'

const executablePath = findChromium()
if (executablePath === undefined && findElectron() === undefined) throw new Error(howToGetChromium)

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../out/e2e',
  reporter: [['list']],
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // Reading takes seconds on a busy machine; a wait ends with what it waits for.
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Where nobody can start it again: a test that passes only at a later try is named as flaky at the end.
  retries: process.env['CI'] === undefined ? 0 : 2,
  projects: [
    { name: 'e2e', testIgnore: 'screens/**' },
    // Pictures to look at: npm run screens -- --grep library
    { name: 'screens', testMatch: 'screens/**/*.spec.ts' }
  ],
  use: {
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [...chromiumArguments],
      env: chromiumEnvironment,
      chromiumSandbox: false
    }
  }
})
