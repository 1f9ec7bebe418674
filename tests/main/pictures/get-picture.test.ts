import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getPicture } from '../../../main/pictures/get-picture.ts'
import type { Received } from '../../../main/pictures/source.ts'

const contents = Buffer.from('the bytes of a picture')
const exactly = { limits: { bytes: contents.length } }
const tooFew = { limits: { bytes: contents.length - 1 } }
const tooManyBytes = { code: 'picture-too-many-bytes' }

describe('files', () => {
  let folder = ''
  const path = (name: string): string => join(folder, name)
  const get = (name: string, options = {}) => getPicture({ kind: 'file', path: path(name) }, options)

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glyphlens-pictures-'))
    writeFileSync(path('截图 1.png'), contents)
    writeFileSync(path('empty.png'), '')
    mkdirSync(path('folder.png'))
    symlinkSync(path('截图 1.png'), path('link.png'))
    symlinkSync(path('nowhere'), path('broken.png'))
    symlinkSync(path('loop.png'), path('loop.png'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives bytes and name, and tells how far it is', async () => {
    const heard: Received[] = []
    const picture = await get('截图 1.png', { ...exactly, onProgress: (received: Received) => heard.push(received) })
    expect(picture).toEqual({
      name: '截图 1.png',
      bytes: contents,
      source: { kind: 'file', path: path('截图 1.png') }
    })
    expect(heard).toEqual([{ received: contents.length, total: contents.length }])
  })

  test('follows a link', async () => {
    expect(await get('link.png')).toMatchObject({ name: 'link.png', bytes: contents })
  })

  test.each([
    ['missing.png', 'picture-missing'],
    ['broken.png', 'picture-missing'],
    ['loop.png', 'picture-missing'],
    ['截图 1.png/inside.png', 'picture-missing'],
    ['nul\0byte.png', 'picture-missing'],
    ['x'.repeat(5000), 'picture-missing'],
    ['empty.png', 'picture-empty'],
    ['folder.png', 'picture-not-a-file']
  ])('fails for %s by %s', async (name, code) => {
    await expect(get(name)).rejects.toMatchObject({ name: 'Failure', code, advice: expect.any(String) })
  })

  test('refuses more bytes than allowed before reading', async () => {
    await expect(get('截图 1.png', tooFew)).rejects.toMatchObject(tooManyBytes)
  })

  test('reads on when the file grows, up to the limit', async () => {
    writeFileSync(path('log.png'), contents)
    let isGrown = false
    const grow = (): void => {
      if (!isGrown) appendFileSync(path('log.png'), contents)
      isGrown = true
    }
    await expect(get('log.png', { ...exactly, onProgress: grow })).rejects.toMatchObject(tooManyBytes)
    writeFileSync(path('log.png'), contents)
    isGrown = false
    expect((await get('log.png', { onProgress: grow })).bytes).toEqual(Buffer.concat([contents, contents]))
  })

  test.skipIf(process.platform === 'win32')('does not open devices and pipes', async () => {
    execFileSync('mkfifo', [path('pipe.png')])
    const refused = { code: 'picture-not-a-file' }
    await expect(get('pipe.png')).rejects.toMatchObject(refused)
    await expect(getPicture({ kind: 'file', path: '/dev/zero' })).rejects.toMatchObject(refused)
  })

  // Root may read everything.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not read', async () => {
    writeFileSync(path('secret.png'), contents)
    chmodSync(path('secret.png'), 0)
    await expect(get('secret.png')).rejects.toMatchObject({ code: 'picture-denied' })
  })
})

describe('bytes', () => {
  const source = { kind: 'bytes', bytes: contents, name: 'clipboard' } as const

  test('are passed on within the limit', async () => {
    expect(await getPicture(source, exactly)).toEqual({ name: 'clipboard', bytes: contents, source })
    await expect(getPicture(source, tooFew)).rejects.toMatchObject(tooManyBytes)
    await expect(getPicture({ ...source, bytes: Buffer.alloc(0) })).rejects.toMatchObject({ code: 'picture-empty' })
  })

  test('are not touched after a cancel', async () => {
    await expect(getPicture(source, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

function* endless(): Generator<Buffer> {
  for (;;) yield contents
}

describe('streams', () => {
  test('are read to their end', async () => {
    const stream = Readable.from([contents.subarray(0, 5), contents.subarray(5)])
    expect(await getPicture({ kind: 'stream', stream }, exactly)).toMatchObject({
      name: 'standard input',
      bytes: contents
    })
  })

  test('are destroyed at the limit, however much they hold', async () => {
    const stream = Readable.from(endless())
    await expect(getPicture({ kind: 'stream', stream, name: '-' }, exactly)).rejects.toMatchObject(tooManyBytes)
    expect(stream.destroyed).toBe(true)
  })

  test('can be cancelled while they are silent', async () => {
    const stream = new PassThrough()
    const controller = new AbortController()
    const outcome = getPicture({ kind: 'stream', stream }, { signal: controller.signal })
    controller.abort()
    await expect(outcome).rejects.toMatchObject({ code: 'cancelled' })
    expect(stream.destroyed).toBe(true)
  })

  test('may fail or be empty', async () => {
    const stream = new PassThrough()
    const outcome = getPicture({ kind: 'stream', stream })
    stream.destroy(new Error('cut'))
    await expect(outcome).rejects.toMatchObject({ code: 'disk', cause: new Error('cut') })
    await expect(getPicture({ kind: 'stream', stream: Readable.from([]) })).rejects.toMatchObject({
      code: 'picture-empty'
    })
  })
})

const getUrl = (url: string, options = {}) => getPicture({ kind: 'url', url }, options)

describe('data: addresses', () => {
  const base64 = contents.toString('base64')

  test.each([
    ['base64', `data:image/png;base64,${base64}`],
    [
      'base64 with parameters, capitals and breaks',
      `DATA:image/png;x=1;BASE64,${base64.slice(0, 8)}\n${base64.slice(8)}`
    ],
    ['base64 with encoded characters', `data:;base64,${base64.replaceAll('=', '%3D')}`],
    ['percent-encoding', `data:,${encodeURIComponent(contents.toString())}`],
    ['plain text', `data:image/png,${contents.toString()}`]
  ])('in %s', async (_, url) => {
    expect(await getUrl(url, exactly)).toMatchObject({ name: 'picture', bytes: contents })
    await expect(getUrl(url, tooFew)).rejects.toMatchObject(tooManyBytes)
  })

  test.each(['data:image/png;base64', 'data:;base64,a*b', 'data:,%zz', 'data:'])('refuses %s', async (url) => {
    await expect(getUrl(url)).rejects.toMatchObject({ code: 'picture-damaged' })
  })

  test('keep bytes that are no text', async () => {
    expect((await getUrl('data:,%00%ff%89PNG')).bytes).toEqual(Buffer.from([0, 0xff, 0x89, 0x50, 0x4e, 0x47]))
  })
})
