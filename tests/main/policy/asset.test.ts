import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveAsset } from '../../../main/policy/asset.ts'
import { foreignAddresses } from './hostile.ts'

const root = '/app/out/renderer'
const id = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const get = (url: string, method = 'GET') => resolveAsset({ method, url }, root, posix)

describe('files of the built window', () => {
  test.each([
    ['app://glyphlens/index.html', '/index.html', 'text/html; charset=utf-8'],
    ['app://glyphlens/index.html?x=1#/library', '/index.html', 'text/html; charset=utf-8'],
    ['app://glyphlens/assets/index-Bx_1.js', '/assets/index-Bx_1.js', 'text/javascript; charset=utf-8'],
    ['app://glyphlens/assets/a.b.css', '/assets/a.b.css', 'text/css; charset=utf-8'],
    ['app://glyphlens/assets/../index.html', '/index.html', 'text/html; charset=utf-8'],
    ['app://glyphlens/%2e%2e/index.html', '/index.html', 'text/html; charset=utf-8'],
    ['app://glyphlens/%69ndex.html', '/index.html', 'text/html; charset=utf-8'],
    ['app://glyphlens/fonts/inter.woff2', '/fonts/inter.woff2', 'font/woff2']
  ])('%s', (url, path, type) => {
    expect(get(url)).toEqual({ kind: 'file', path: `${root}${path}`, type })
    expect(get(url, 'HEAD')).toEqual(get(url))
  })

  test.each([
    'app://glyphlens',
    'app://glyphlens/',
    'app://glyphlens//index.html',
    'app://glyphlens///etc/passwd.html',
    'app://glyphlens/assets/',
    'app://glyphlens/assets//a.js',
    'app://glyphlens/..%2f..%2fsecret.html',
    'app://glyphlens/..%2F..%2Fsecret.html',
    'app://glyphlens/assets/..%2f..%2f..%2fsecret.html',
    'app://glyphlens/.%2e%2fsecret.html',
    'app://glyphlens/%2e%2e%2fsecret.html',
    'app://glyphlens/%252e%252e%252fsecret.html',
    'app://glyphlens/..%5c..%5csecret.html',
    'app://glyphlens/%5c%5cserver%5cshare%5cx.html',
    'app://glyphlens/C:/secret.html',
    'app://glyphlens/C%3a%5csecret.html',
    'app://glyphlens/index.html%00.png',
    'app://glyphlens/%00index.html',
    'app://glyphlens/index.html::$DATA',
    'app://glyphlens/index.html.',
    'app://glyphlens/index.html%20',
    'app://glyphlens/nul.html',
    'app://glyphlens/COM1.js',
    'app://glyphlens/aux/index.html',
    'app://glyphlens/.env.json',
    'app://glyphlens/.git/config.json',
    'app://glyphlens/assets/index.js.map',
    'app://glyphlens/index.ts',
    'app://glyphlens/index',
    'app://glyphlens/index.HTML',
    'app://glyphlens/%e2%80%ae.html',
    'app://glyphlens/~/index.html',
    'app://glyphlens/index%2ehtml%3f'
  ])('%s is not there', (url) => {
    expect(get(url)).toEqual({ kind: 'refused', status: 404 })
  })

  test.each([
    ...foreignAddresses,
    'app://glyphlens/%ff.html',
    'app://glyphlens/%',
    'app://glyphlens/%zz.html',
    'app://glyphlens/%c0%ae.html'
  ])('%j makes no sense', (url) => {
    expect(get(url)).toEqual({ kind: 'refused', status: 400 })
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get', ''])('%j is no way to ask', (method) => {
    expect(get('app://glyphlens/index.html', method)).toEqual({ kind: 'refused', status: 405 })
  })

  test('what is served lies under the folder, on every system', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      '%25',
      'a',
      'C:',
      '::$DATA',
      'nul',
      '.js',
      '.html',
      '~'
    )
    const urls = fc.array(pieces, { maxLength: 12 }).map((parts) => `app://glyphlens/${parts.join('')}.html`)
    fc.assert(
      fc.property(urls, (url) => {
        for (const [folder, paths] of [
          [root, posix],
          ['C:\\app\\out', win32]
        ] as const) {
          const asset = resolveAsset({ method: 'GET', url }, folder, paths)
          if (asset.kind !== 'file') continue
          expect(paths.resolve(asset.path)).toBe(asset.path)
          expect(asset.path.startsWith(folder + paths.sep)).toBe(true)
        }
      }),
      { numRuns: 2000 }
    )
  })
})

describe('pictures of the library', () => {
  test.each(['image', 'thumbnail'] as const)('%s by its id', (kind) => {
    expect(get(`app://glyphlens/${kind}/${id}`)).toEqual({ kind, id })
    expect(get(`app://glyphlens/${kind}/${id}?width=320`)).toEqual({ kind, id })
  })

  test.each([
    `image/${id.slice(1)}`,
    `image/${id}0`,
    `image/${id.toUpperCase()}`,
    `image/${id}.png`,
    `image/${id}/`,
    `image/${id}%00`,
    `image/${id}%0a`,
    `image/../${id}`,
    `image/..%2f${id}`,
    `image//${id}`,
    `images/${id}`,
    `Image/${id}`,
    `x/image/${id}`,
    'image/',
    'image',
    `thumbnail/${'g'.repeat(64)}`,
    `thumbnail/${'\u0660'.repeat(64)}`
  ])('%s is none', (path) => {
    expect(get(`app://glyphlens/${encodeURI(path).replaceAll('%25', '%')}`)).toEqual({ kind: 'refused', status: 404 })
  })
})

describe('pictures that are there for a while', () => {
  test.each([
    ['frame/1', { kind: 'frame', id: '1' }],
    ['frame/123456789', { kind: 'frame', id: '123456789' }],
    ['sent/0123456789abcdef0123456789abcdef', { kind: 'sent', id: '0123456789abcdef0123456789abcdef' }],
    ['sent/01990000-0000-7000-8000-000000000001', { kind: 'sent', id: '01990000-0000-7000-8000-000000000001' }]
  ])('%s', (path, asset) => {
    expect(get(`app://glyphlens/${path}`)).toEqual(asset)
  })

  test.each([
    'frame',
    'frame/',
    'frame/0',
    'frame/01',
    'frame/-1',
    'frame/1234567890',
    'frame/1/2',
    'frame/1.bmp',
    'frame/\u0661',
    'frames/1',
    'sent/',
    'sent/abc',
    'sent/0123456789ABCDEF',
    'sent/..%2f..%2fsecret',
    'sent/0123456789abcdef/x',
    `sent/${'a'.repeat(65)}`
  ])('%s is none', (path) => {
    expect(get(`app://glyphlens/${encodeURI(path).replaceAll('%25', '%')}`)).toEqual({ kind: 'refused', status: 404 })
  })
})
