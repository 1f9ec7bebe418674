import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { UrlOptions } from '../../../fakes/vision-server/base-urls.ts'
import { startVisionServer, type VisionServer } from '../../../fakes/vision-server/server.ts'
import { type Ended, type RunOptions, runCli } from '../run.ts'

/** A provider for the tests of a file, and folders of their own. */
export interface Asking {
  readonly server: VisionServer
  /** Gone after the last test. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** Runs a command with the address of a scenario behind its words. */
  readonly ask: (words: readonly string[], scenario?: string, options?: AskOptions) => Promise<Ended>
}

export interface AskOptions extends Pick<RunOptions, 'input' | 'environment'> {
  readonly url?: UrlOptions
}

/** To be called at the top of a file. A test fails after which the provider has seen what no honest client sends. */
export function useAsking(): Asking {
  let opened: Pick<Asking, 'server' | 'folder'> | undefined
  const open = (): Pick<Asking, 'server' | 'folder'> => {
    if (opened === undefined) throw new Error('the provider runs only while tests do')
    return opened
  }
  beforeAll(async () => {
    opened = { server: await startVisionServer(), folder: await mkdtemp(join(tmpdir(), 'glyphlens-ask-')) }
  })
  afterEach(() => {
    const { server } = open()
    const red = server.red()
    server.reset()
    if (red.length > 0) throw new Error(`the provider has seen red: ${JSON.stringify(red)}`)
  })
  afterAll(async () => {
    const { server, folder } = open()
    await server.close()
    await rm(folder, { recursive: true })
  })
  const environment = () => ({ GLYPHLENS_HOME: join(open().folder, 'home'), MODELSCOPE_API_KEY: open().server.key })
  return {
    get server() {
      return open().server
    },
    get folder() {
      return open().folder
    },
    get environment() {
      return environment()
    },
    ask: (words, scenario = 'ok', { url, ...options } = {}) =>
      runCli([...words, '--base-url', open().server.url(scenario, url)], {
        ...options,
        environment: { ...environment(), ...options.environment }
      })
  }
}

/** The objects of JSON lines. */
export function jsonLines(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}
