import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FetchProgress } from '../../../main/packs/fetch.ts'
import { createPacks, type Packs } from '../../../main/packs/packs.ts'
import { openPreferences } from '../../../main/settings/preferences.ts'
import { madeUpFiles, madeUpManifest } from './made-up.ts'
import {
  type Answer,
  corrupt,
  cutAfter,
  type FileServer,
  ignoreRange,
  redirectTo,
  silent,
  stallAfter,
  startFileServer,
  status,
  whole
} from './server.ts'

/** As short as a loaded machine allows: only silence runs into them. */
const limits = { firstByte: 400, idle: 400, rounds: 3, pause: 1, longestPause: 5 }

const recogniser = '/recogniser.onnx'

let data: string
let installed: string
let server: FileServer

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'glyphlens-fetch-'))
  installed = join(data, 'packs', 'more')
  server = await startPackServer()
})

afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await rm(data, { recursive: true, force: true })
})

async function startPackServer(): Promise<FileServer> {
  return await startFileServer(
    Object.fromEntries(Object.entries(madeUpFiles).map(([name, content]) => [`/${name}`, content]))
  )
}

function build(origins = [server.origin]): Packs {
  return createPacks({
    folders: { data, cache: data },
    preferences: openPreferences(data),
    manifests: [madeUpManifest('ppocr-v4-mobile', []), madeUpManifest('more', origins)],
    embeddedFolder: data,
    limits
  })
}

/** The files that are in place, and the folders of attempts that are left. */
async function outcome(): Promise<{ files: Record<string, Buffer>; left: string[] }> {
  const files: Record<string, Buffer> = {}
  for (const name of await readdir(installed)) files[name] = await readFile(join(installed, name))
  return { files, left: await readdir(join(data, 'packs', '.partial')) }
}

/** A pack in place and nothing left behind. */
const complete = { files: madeUpFiles, left: [] }

/** What lies in the folders of ended and running attempts: size of each file. */
async function stagedSizes(): Promise<Record<string, number>> {
  const partial = join(data, 'packs', '.partial')
  const sizes: Record<string, number> = {}
  for (const folder of await readdir(partial)) {
    for (const name of await readdir(join(partial, folder))) {
      sizes[name] = (await readFile(join(partial, folder, name))).length
    }
  }
  return sizes
}

describe('a server with faults that pass', () => {
  test.each<[string, Answer[]]>([
    ['cuts the connection twice', [cutAfter(10_000), cutAfter(20_000), whole]],
    ['cuts before the first byte', [cutAfter(0), whole]],
    ['stalls and then ignores the range', [stallAfter(10_000), ignoreRange]],
    ['stalls and then refuses the range', [stallAfter(10_000), status(416), whole]],
    ['stalls and then has another file behind the same address', [stallAfter(10_000), corrupt, whole]],
    [
      'sends another range than asked',
      [stallAfter(10_000), status(206, { 'content-range': 'bytes 0-9/60000' }), whole]
    ],
    [
      'sends a range of a file of another size',
      [stallAfter(9), status(206, { 'content-range': 'bytes 9-9/10' }), whole]
    ],
    ['stalls', [stallAfter(10_000), whole]],
    ['is silent', [silent, whole]],
    ['fails with 500', [status(500), whole]],
    ['is busy and asks to wait', [status(429, { 'retry-after': '1' }), status(503, { 'retry-after': 'soon' }), whole]],
    ['redirects to another path', [redirectTo('/recogniser.onnx'), whole]]
  ])('%s', async (_name, answers) => {
    server.answer(recogniser, ...answers)
    await build().fetch('more')
    expect(await outcome()).toEqual(complete)
  })

  test('is asked only for what is missing', async () => {
    server.answer(recogniser, stallAfter(10_000), whole)
    await build().fetch('more')
    expect(server.requests.filter((request) => request.startsWith(recogniser))).toEqual([
      recogniser,
      `${recogniser} bytes=10000-`
    ])
  })

  test('is kept at while it moves, however often it stops', async () => {
    server.answer(recogniser, ...Array.from({ length: 5 }, () => stallAfter(6_000)), whole)
    await build().fetch('more')
    expect(await outcome()).toEqual(complete)
  })
})

describe('a server with faults that last', () => {
  const faults: [string, Answer, number][] = [
    ['has no such file', status(404), 1],
    ['wants a password', status(401), 1],
    ['has other content', corrupt, 1],
    [
      'announces another length',
      (_, response) => void response.writeHead(200, { 'content-length': 5 }).end('hello'),
      1
    ],
    ['sends more than the file', endless, 1],
    ['redirects in a circle', redirectTo(recogniser), 6],
    ['redirects away from loopback without encryption', redirectTo('http://192.0.2.1/x'), 1],
    ['redirects to a file of this machine', redirectTo('file:///etc/passwd'), 1],
    ['always fails', status(500), 3],
    ['is always silent', silent, 3]
  ]

  test.each(faults)('%s: fails, bounded', async (_name, answer, requests) => {
    server.answer(recogniser, answer)
    const packs = build()
    await expect(packs.fetch('more')).rejects.toMatchObject({ code: 'pack-download' })
    expect(server.requests.filter((request) => request.startsWith(recogniser))).toHaveLength(requests)
    await expect(readdir(join(data, 'packs'))).resolves.toEqual(['.partial'])
    expect(await stagedSizes()).toMatchObject({ 'detector.onnx': 40_000 })
  })

  test.each(faults)('%s: the next mirror serves', async (_name, answer) => {
    await using mirror = await startPackServer()
    server.answer(recogniser, answer)
    await build([server.origin, mirror.origin]).fetch('more')
    expect(await outcome()).toEqual(complete)
  })

  test('nobody listens: the sentence and the advice help', async () => {
    await server[Symbol.asyncDispose]()
    await expect(build().fetch('more')).rejects.toMatchObject({
      code: 'pack-download',
      message: 'The file detector.onnx of the model pack could not be downloaded: the connection failed.',
      advice: expect.stringContaining('imported')
    })
  })
})

function endless(_request: unknown, response: Parameters<Answer>[1]): void {
  response.writeHead(200)
  const send = () => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384)));
  }
  response.on('drain', send)
  send()
}

describe('progress and cancelling', () => {
  test('progress ends at the total and names the files', async () => {
    const seen: FetchProgress[] = []
    await build().fetch('more', { onProgress: (progress) => seen.push(progress) })
    expect(seen.at(-1)).toEqual({ file: 'dictionary.txt', done: 100_006, total: 100_006 })
    expect(new Set(seen.map(({ file }) => file)).size).toBe(3)
  })

  test('a cancelled fetch keeps what it has, and the next one goes on', async () => {
    server.answer(recogniser, stallAfter(10_000), whole)
    const packs = build()
    const controller = new AbortController()
    const fetching = packs.fetch('more', {
      signal: controller.signal,
      onProgress: ({ done }) => done > 40_000 && controller.abort()
    })
    await expect(fetching).rejects.toMatchObject({ code: 'cancelled' })
    const { 'recogniser.onnx': kept = 0 } = await stagedSizes()
    expect(kept).toBeGreaterThan(0)
    const [, more] = await packs.list()
    expect(more?.state).toBe('incomplete')
    await packs.fetch('more')
    expect(server.requests).toContain(`${recogniser} bytes=${kept}-`)
    expect(await outcome()).toEqual(complete)
  })

  test('a fetch that is cancelled before it began asks nobody', async () => {
    await expect(build().fetch('more', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    expect(server.requests).toEqual([])
  })
})

function spawnFetch() {
  return spawn(
    process.execPath,
    [fileURLToPath(new URL('./fetching-process.ts', import.meta.url)), data, server.origin],
    {
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
}

describe('processes', () => {
  test('one that is killed in the middle leaves no pack, and the next goes on from there', async () => {
    server.answer(recogniser, stallAfter(30_000), whole)
    const child = spawnFetch()
    for await (const chunk of child.stdout)
      if (
        String(chunk)
          .split('\n')
          .some((done) => Number(done) > 40_000)
      )
        break
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    await expect(readdir(join(data, 'packs'))).resolves.toEqual(['.partial'])
    const { 'recogniser.onnx': kept = 0 } = await stagedSizes()
    expect(kept).toBeGreaterThan(0)
    await build().fetch('more')
    expect(server.requests.filter((request) => request === '/detector.onnx')).toHaveLength(1)
    expect(server.requests).toContain(`${recogniser} bytes=${kept}-`)
    expect(await outcome()).toEqual(complete)
  })

  test('several at once, in this process and others, end with one sound pack', async () => {
    const children = [spawnFetch(), spawnFetch()]
    const codes = children.map(async (child) => {
      child.stdout.resume()
      const [code] = await once(child, 'exit')
      return code as number | null
    })
    const packs = build()
    await Promise.all([packs.fetch('more'), packs.fetch('more'), build().fetch('more')])
    await expect(Promise.all(codes)).resolves.toEqual([0, 0])
    expect(await outcome()).toEqual(complete)
  })
})

describe('what is there already', () => {
  test('a sound pack is not fetched again', async () => {
    const packs = build()
    await packs.fetch('more')
    const before = server.requests.length
    await packs.fetch('more')
    expect(server.requests).toHaveLength(before)
  })

  test('a failing fetch leaves a pack that is there alone, a good one replaces it', async () => {
    await mkdir(installed, { recursive: true })
    await writeFile(join(installed, 'detector.onnx'), 'damaged')
    server.answer(recogniser, status(404), whole)
    const packs = build()
    await expect(packs.fetch('more')).rejects.toMatchObject({ code: 'pack-download' })
    await expect(readFile(join(installed, 'detector.onnx'), 'utf8')).resolves.toBe('damaged')
    await packs.fetch('more')
    expect(await outcome()).toEqual(complete)
  })

  test('a whole file with wrong content from an earlier attempt is fetched anew', async () => {
    const left = join(data, 'packs', '.partial', 'more~0~000000000000')
    await mkdir(left, { recursive: true })
    await writeFile(join(left, 'recogniser.onnx'), Buffer.alloc(60_000))
    await writeFile(join(left, 'detector.onnx'), Buffer.alloc(90_000))
    await build().fetch('more')
    expect(await outcome()).toEqual(complete)
  })
})

describe('the disk', () => {
  test('a file where the folder should be', async () => {
    await writeFile(join(data, 'packs'), 'a file')
    await expect(build().fetch('more')).rejects.toMatchObject({ code: 'disk' })
    expect(server.requests).toEqual([])
  })

  test('a folder where a file should be', async () => {
    await mkdir(join(data, 'packs', '.partial', 'more~0~000000000000', 'recogniser.onnx'), { recursive: true })
    await expect(build().fetch('more')).rejects.toMatchObject({ code: 'disk', advice: expect.any(String) })
  })

  test.skipIf(process.platform !== 'linux')('a disk that is full', async () => {
    const left = join(data, 'packs', '.partial', 'more~0~000000000000')
    await mkdir(left, { recursive: true })
    await symlink('/dev/full', join(left, 'detector.onnx'))
    await expect(build().fetch('more')).rejects.toMatchObject({
      code: 'disk',
      message: expect.stringContaining('not enough space')
    })
  })

  test('a pack larger than the space that is free', async () => {
    const manifest = madeUpManifest('huge', [server.origin])
    const detector = { ...manifest.detector, file: { ...manifest.detector.file, bytes: Number.MAX_SAFE_INTEGER } }
    const packs = createPacks({
      folders: { data, cache: data },
      preferences: openPreferences(data),
      manifests: [{ ...manifest, detector }]
    })
    await expect(packs.fetch('huge')).rejects.toMatchObject({ code: 'disk' })
    expect(server.requests).toEqual([])
  })
})
