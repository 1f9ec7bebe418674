import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placeNode } from '../../../assets/packaging/node-runtime.ts'

const root = resolve(import.meta.dirname, '../../..')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-node-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it.each([
  ['a file that is another one', () => new Response('not Node'), /another one/],
  ['an answer that is none', () => new Response('', { status: 404 }), /HTTP 404/]
])('takes nothing from %s', async (_name, answer, message) => {
  const asked: string[] = []
  const fetch = (url: string | URL | Request) => {
    asked.push(new Request(url).url)
    return Promise.resolve(answer())
  }
  const target = { platform: 'darwin', arch: 'arm64' } as const
  const placed = placeNode(target, join(folder, 'node'), { root, cache: folder, fetch })
  await expect(placed).rejects.toThrow(message)
  expect(asked).toEqual(['https://nodejs.org/dist/v24.21.0/node-v24.21.0-darwin-arm64.tar.gz'])
  await expect(stat(join(folder, 'node'))).rejects.toThrow(/ENOENT/)
})
