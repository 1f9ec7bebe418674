import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSchemeHandler, type SchemePorts } from '../../../../main/bridge/scheme/handler.ts'
import { Failure } from '../../../../main/failure.ts'
import type { LogLine } from '../../../../main/log/line.ts'
import { foreignAddresses } from '../../policy/hostile.ts'

const id = 'a'.repeat(64)
const page = '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>'
const bytes = Uint8Array.from({ length: 1000 }, (_value, index) => index % 256)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-scheme-'))
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'pages', 'index.html'), page)
  writeFileSync(join(folder, 'pages', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'pages', 'assets', 'a.js.map'), '{}')
  writeFileSync(join(folder, 'pages', 'empty.json'), '')
  mkdirSync(join(folder, 'pages', 'folder.js'))
  writeFileSync(join(folder, 'secret.html'), 'c4n4ry')
  writeFileSync(join(folder, 'picture'), bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function missing(): Promise<never> {
  throw new Failure('library-picture-missing', 'Gone.')
}

function setUp(some: Partial<SchemePorts> = {}) {
  const lines: LogLine[] = []
  const handle = createSchemeHandler({
    root: join(folder, 'pages'),
    image: async (wanted) => (wanted === id ? { type: 'image/png', path: join(folder, 'picture') } : await missing()),
    thumbnail: missing,
    frame: (number) => (number === '3' ? { type: 'image/bmp', bytes } : undefined),
    sent: () => undefined,
    log: (line) => lines.push(line),
    ...some
  })
  const get = (path: string, init?: RequestInit) => handle(new Request(`app://glyphlens/${path}`, init))
  return { handle, get, lines }
}

describe('pages', () => {
  test('each load has a nonce of its own, in the page and in the header that allows it', async () => {
    const { get } = setUp()
    const loads = await Promise.all([get('index.html'), get('index.html')])
    const nonces = await Promise.all(
      loads.map(async (response) => {
        const text = await response.text()
        const [, nonce = ''] = /content="([^"]+)"/.exec(text) ?? []
        expect(text).toBe(page.replaceAll('__CSP_NONCE__', nonce))
        expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
        return nonce
      })
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').byteLength >= 16)).toBe(true)
  })

  test('a page is never kept, its type is said and not guessed', async () => {
    const { headers } = await setUp().get('index.html')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer'
    })
  })

  test('scripts come as they are', async () => {
    const response = await setUp().get('assets/a.js')
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'export {}'
    ])
  })

  test.each(['empty.json', 'index.html'])('%s without its body', async (path) => {
    const response = await setUp().get(path, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('what is not served', () => {
  test.each([
    'nothing.html',
    '../secret.html',
    '..%2fsecret.html',
    '%2e%2e%2fsecret.html',
    '..%5csecret.html',
    'assets/..%2f..%2fsecret.html',
    'assets/a.js.map',
    'folder.js',
    'assets',
    `image/${'b'.repeat(64)}`,
    `thumbnail/${id}`,
    'frame/4',
    `sent/${'0'.repeat(32)}`
  ])('%s', async (path) => {
    const { get, lines } = setUp()
    const response = await get(path)
    expect([response.status, await response.text(), lines]).toEqual([404, '', []])
  })

  // A request cannot be made of those that are no addresses at all.
  const requests = foreignAddresses.filter((address) => URL.canParse(address) && !/\/\/[^/]*@/.test(address))
  test.each(requests)('%j', async (address) => {
    const response = await setUp().handle(new Request(address))
    // Some a parser mends before anybody sees them: then it is our own page.
    expect(response.status === 400 || response.headers.get('content-security-policy') !== null).toBe(true)
    expect(await response.text()).not.toContain('c4n4ry')
  })

  test('other ways to ask', async () => {
    const response = await setUp().get('index.html', { method: 'POST', body: 'x' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('what fails says nothing to the page', async () => {
    const { get, lines } = setUp({ image: () => Promise.reject(new Error('c4n4ry')) })
    const response = await get(`image/${id}`)
    expect([response.status, await response.text()]).toEqual([500, ''])
    expect(lines).toMatchObject([{ level: 'warning', message: 'cannot serve a image' }])
  })
})

describe('pictures', () => {
  test.each([
    ['whole', undefined, 200, 0, 999, null],
    ['its beginning', 'bytes=0-9', 206, 0, 9, 'bytes 0-9/1000'],
    ['its end', 'bytes=-10', 206, 990, 999, 'bytes 990-999/1000'],
    ['from the middle', 'bytes=500-', 206, 500, 999, 'bytes 500-999/1000'],
    ['what makes no sense is all of it', 'bytes=9-1,5-6', 200, 0, 999, null]
  ] as const)('%s, from a file and from memory', async (_what, range, status, first, last, contentRange) => {
    for (const path of [`image/${id}`, 'frame/3']) {
      const response = await setUp().get(path, { headers: range ? { range } : {} })
      expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange])
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(first, last + 1))
      expect(response.headers.get('content-length')).toBe(String(last - first + 1))
      expect(response.headers.get('accept-ranges')).toBe('bytes')
    }
  })

  test('beyond the end', async () => {
    const response = await setUp().get(`image/${id}`, { headers: { range: 'bytes=1000-' } })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
  })

  test('those that are named by their hash are kept for good, those of a moment are not', async () => {
    const { get } = setUp()
    expect((await get(`image/${id}`)).headers.get('cache-control')).toContain('immutable')
    expect((await get('frame/3')).headers.get('cache-control')).toBe('no-store')
  })

  test('a reader that goes away closes the file', async () => {
    const { get } = setUp()
    for (let time = 0; time < 50; time += 1) await (await get(`image/${id}`)).body?.cancel()
    expect(await (await get(`image/${id}`)).arrayBuffer()).toHaveProperty('byteLength', 1000)
  })
})
