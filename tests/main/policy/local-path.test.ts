import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localPath } from '../../../main/policy/local-path.ts'

const onWindows = (text: string, folder = 'C:\\Users\\a') => localPath(text, folder, 'win32')

describe('on Windows', () => {
  test.each([
    ['shot.png', 'C:\\Users\\a\\shot.png'],
    ['..\\b\\shot.png', 'C:\\Users\\b\\shot.png'],
    ['D:\\x\\shot.png', 'D:\\x\\shot.png'],
    ['D:/x/shot.png', 'D:\\x\\shot.png'],
    ['\\x\\shot.png', 'C:\\x\\shot.png'],
    ['图片 1.png', 'C:\\Users\\a\\图片 1.png'],
    ['console.png', 'C:\\Users\\a\\console.png'],
    ['file:///D:/x/a%20b.png', 'D:\\x\\a b.png']
  ])('%s', (text, expected) => {
    expect(onWindows(text)).toBe(expected)
  })

  test.each([
    '',
    '\\\\server\\share\\x.png',
    '//server/share/x.png',
    '\\/server/share/x.png',
    '/\\server\\share\\x.png',
    '\\\\?\\C:\\x.png',
    '\\\\.\\PhysicalDrive0',
    '\\??\\C:\\x.png',
    '//?/UNC/server/share',
    'C:x.png',
    'D:',
    'x.png:stream',
    'C:\\x.png::$DATA',
    'nul',
    'NUL.png',
    'C:\\x\\con\\y.png',
    'COM1',
    'lpt9.txt',
    'aux .png',
    'x\0.png',
    'file://server/share/x.png',
    'file:///%2fserver/x.png',
    'file://localhost/C:/x.png\0',
    'https://evil.example/x.png'
  ])('%j is none', (text) => {
    expect(onWindows(text)).toBeUndefined()
  })

  test.each(['\\\\server\\share', '//server/share', 'relative', ''])('relative to %j there is none', (folder) => {
    expect(onWindows('x.png', folder)).toBeUndefined()
  })

  test('no text leads to a share', () => {
    const pieces = fc.constantFrom('\\', '/', '.', '..', '?', 'server', 'C:', 'UNC', 'file:', '%5c', '%2f', 'x')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        expect(onWindows(parts.join('')) ?? 'C:\\').toMatch(/^[a-z]:\\(?!\\)/i)
      }),
      { numRuns: 2000 }
    )
  })
})

describe.each(['linux', 'darwin'] as const)('on %s', (platform) => {
  const path = (text: string, folder = '/pictures') => localPath(text, folder, platform)

  test.each([
    ['shot.png', '/pictures/shot.png'],
    ['../shot.png', '/shot.png'],
    ['/x/shot.png', '/x/shot.png'],
    ['//server/share', '/server/share'],
    ['a:b.png', '/pictures/a:b.png'],
    ['a\\b.png', '/pictures/a\\b.png'],
    ['file:///x/a%20b.png', '/x/a b.png'],
    ['file:///x/%E5%9B%BE.png', '/x/图.png']
  ])('%s', (text, expected) => {
    expect(path(text)).toBe(expected)
  })

  test.each(['', 'x\0.png', 'file:///x%00.png', 'file:///a%2fb', 'file://server/x'])('%j is none', (text) => {
    expect(path(text)).toBeUndefined()
  })

  test('one of forty thousand letters is none', () => {
    expect(path('x'.repeat(40_000))).toBeUndefined()
  })

  test('a folder that is not absolute holds nothing', () => {
    expect(path('x.png', 'here')).toBeUndefined()
    expect(path('/x.png', '')).toBe('/x.png')
  })
})
