import { describe, expect, test } from 'vitest'
import { type Drop, decideDrop } from '../../../main/policy/drop.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const png = bytesOf('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR')
const path = '/pictures/shot.png'

interface Found {
  readonly kind?: 'file' | 'folder' | 'other'
  readonly bytes?: number
  readonly head?: Uint8Array
  readonly realPath?: string
}

function drop({ kind = 'file', bytes = 1000, head = png, realPath = path }: Found = {}, given = path): Drop {
  return decideDrop({ path: given, found: { kind, bytes, head, realPath } }, 'linux')
}

describe('what is taken', () => {
  test.each([
    ['PNG', '\u0089PNG\r\n\u001a\n'],
    ['JPEG', '\u00ff\u00d8\u00ff\u00e0'],
    ['WebP', 'RIFF\u0010\0\0\0WEBPVP8 '],
    ['GIF', 'GIF89a'],
    ['AVIF', '\0\0\0\u0020ftypavif'],
    ['TIFF', 'II*\0'],
    ['BMP', 'BM'],
    ['an icon', '\0\0\u0001\0\u0001\0']
  ])('%s', (_, head) => {
    expect(drop({ head: bytesOf(head) })).toEqual({ decision: 'allow', kind: 'picture', path })
  })

  test('a PDF', () => {
    expect(drop({ head: bytesOf('junk\n%PDF-1.7') })).toEqual({ decision: 'allow', kind: 'document', path })
  })

  test('a folder, of any size', () => {
    expect(drop({ kind: 'folder', bytes: 0, head: new Uint8Array() })).toEqual({
      decision: 'allow',
      kind: 'folder',
      path
    })
  })

  test('a link goes on as what it leads to', () => {
    expect(drop({ realPath: '/elsewhere/real.png' })).toEqual({
      decision: 'allow',
      kind: 'picture',
      path: '/elsewhere/real.png'
    })
  })
})

describe('what is refused', () => {
  const cases: readonly (readonly [string, Found, string])[] = [
    ['a device', { kind: 'other' }, 'picture-not-a-file'],
    ['an empty file', { bytes: 0, head: new Uint8Array() }, 'picture-empty'],
    ['a file that is too large', { bytes: 128 * 1024 * 1024 + 1 }, 'picture-too-many-bytes'],
    ['a program', { head: bytesOf('MZ\u0090\0') }, 'picture-format'],
    ['a private key named like a picture', { head: bytesOf('-----BEGIN OPENSSH PRIVATE KEY-----') }, 'picture-format'],
    ['an SVG', { head: bytesOf('<svg xmlns="http://www.w3.org/2000/svg">') }, 'picture-format'],
    ['a web page', { head: bytesOf('<!doctype html>') }, 'picture-format'],
    ['sound in the container of WebP', { head: bytesOf('RIFF\u0010\0\0\0WAVEfmt ') }, 'picture-format'],
    ['an archive', { head: bytesOf('PK\u0003\u0004') }, 'picture-format'],
    ['a name without contents', { head: new Uint8Array() }, 'picture-format']
  ]
  test.each(cases)('%s', (_, found, code) => {
    const { decision, ...rest } = drop(found)
    expect(decision).toBe('deny')
    expect(rest).toMatchObject({ failure: { code, advice: expect.any(String) } })
  })

  test.each([
    ['', 'picture-missing'],
    ['pictures/shot.png', 'picture-denied'],
    ['/pictures/../shot.png', 'picture-denied'],
    ['/pictures/shot.png\0', 'picture-denied'],
    ['file:///pictures/shot.png', 'picture-denied']
  ])('the path %j', (given, code) => {
    expect(drop({}, given)).toMatchObject({ decision: 'deny', failure: { code } })
  })

  test.each(['\\\\server\\share\\shot.png', '\\\\?\\C:\\shot.png', 'C:shot.png', 'C:\\nul', 'C:\\shot.png:stream'])(
    'on Windows %s, without having been looked at',
    (given) => {
      expect(decideDrop({ path: given, found: undefined }, 'win32')).toMatchObject({
        failure: { code: 'picture-denied' }
      })
    }
  )

  test('what is gone', () => {
    expect(decideDrop({ path, found: undefined }, 'linux')).toMatchObject({ failure: { code: 'picture-missing' } })
  })
})
