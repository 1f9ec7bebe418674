import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

export interface ServedStage {
  /** Where the page is, such as `http://127.0.0.1:4173/`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Builds the stage into a folder of its own and serves it on a free port of this machine. */
export async function serveStage(): Promise<ServedStage> {
  const outDir = await mkdtemp(join(tmpdir(), 'glyphlens-stage-'))
  const config: InlineConfig = {
    configFile: resolve(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
    preview: { port: 0, host: '127.0.0.1' }
  }
  await build(config)
  const server = await preview(config)
  const [address] = server.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('the stage has no address')
  return {
    address,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true })
    }
  }
}
