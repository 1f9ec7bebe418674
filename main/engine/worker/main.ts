import { startEngine } from './start.ts'

// Imported only now: it brings in native code, which is to find the network closed and the watchdog awake.
await startEngine(async (options) => {
  const { createService } = await import('./compose.ts')
  return createService(options)
})
