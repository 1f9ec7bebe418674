import assert from 'node:assert/strict'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { VisionServer } from '../../../fakes/vision-server/server.ts'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { type Ended, ended, type RunOptions, startCli } from '../run.ts'

/** Folders of one test, and the command line on them. */
export interface Home {
  /** For pictures and what is written; gone after `close`. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  /** Runs a command in `folder`. */
  readonly run: (words: readonly string[], options?: RunOptions) => Promise<Ended>
  readonly start: (words: readonly string[], options?: RunOptions) => ChildProcessWithoutNullStreams
  /** Asks ModelScope at this address from now on. */
  readonly use: (baseUrl: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openHome(key = ''): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-home-'))
  const data = join(folder, 'home', 'data')
  const environment = { GLYPHLENS_HOME: join(folder, 'home'), MODELSCOPE_API_KEY: key, TZ: 'UTC' }
  const start: Home['start'] = (words, options = {}) =>
    startCli(words, { cwd: folder, ...options, environment: { ...environment, ...options.environment } })
  return {
    folder,
    environment,
    start,
    run: async (words, options = {}) => {
      const child = start(words, options)
      child.stdin.on('error', () => undefined)
      child.stdin.end(options.input)
      return await ended(child)
    },
    use: async (baseUrl) => {
      await mkdir(data, { recursive: true })
      await writeFile(join(data, 'config.json'), JSON.stringify({ vision: { providers: { modelscope: { baseUrl } } } }))
    },
    close: () => rm(folder, { recursive: true })
  }
}

/** Makes a folder of pictures that show the same and have different bytes: `1.png`, `2.png` and so on. */
export async function makePictures({ folder }: Pick<Home, 'folder'>, name: string, count: number): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  for (let number = 1; number <= count; number += 1) {
    await writeFile(join(path, `${number}.png`), await distinctPicture(`${name} ${number}`))
  }
  return path
}

/** A small picture that says "Save as", with a comment of its own. */
export async function distinctPicture(comment: string): Promise<Buffer> {
  const png = await readFile(fixturePath({ file: 'tiny-crop.png' }))
  const content = Buffer.from(`tEXtComment\0${comment}`)
  const chunk = Buffer.alloc(content.length + 8)
  chunk.writeUInt32BE(content.length - 4, 0)
  content.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(content), content.length + 4)
  // Behind the signature and the header.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

/** Ends a test: no request may have been one that no honest client sends. */
export function settleServer(server: VisionServer): void {
  const red = server.red()
  server.reset()
  assert.deepEqual(red, [])
}
