import { resolve } from 'node:path'
import { build, preview } from 'vite'

export interface ServedStage {
  /** Where the page is, such as `http://localhost:4173/`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Builds the stage and serves it on a free port of this machine. */
export async function serveStage(): Promise<ServedStage> {
  const configFile = resolve(import.meta.dirname, 'vite.config.ts')
  await build({ configFile, logLevel: 'warn' })
  const server = await preview({ configFile, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
  const [address] = server.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('the stage has no address')
  return { address, close: () => server.close() }
}
