import { describe, expect, test } from 'vitest'
import { isShowable } from '../../../../main/bridge/scheme/showable.ts'

const chunk = (name: string) => `\0\0\0\u0008${name}12345678crc.`
const png = (...names: string[]) => Buffer.from(`\u0089PNG\r\n\u001a\n${names.map(chunk).join('')}`, 'latin1')
const webp = (kind: string, flags: number) =>
  Buffer.from(`RIFF....WEBP${kind}\n\0\0\0${String.fromCharCode(flags)}`, 'latin1')
const avif = (brands: string) =>
  Buffer.from(`\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}....avis`, 'latin1')

describe('whether a file holds one picture', () => {
  test.each([
    ['a PNG', 'png', png('IHDR', 'IDAT', 'IEND'), true],
    ['a PNG that moves', 'png', png('IHDR', 'acTL', 'IDAT'), false],
    ['the word in its pixels', 'png', png('IHDR', 'IDAT', 'acTL'), true],
    ['a simple WebP', 'webp', webp('VP8 ', 0xff), true],
    ['an extended WebP', 'webp', webp('VP8X', 0b10000), true],
    ['a WebP that moves', 'webp', webp('VP8X', 0b10010), false],
    ['an AVIF', 'avif', avif('avif\0\0\0\0mif1'), true],
    ['an AVIF that moves', 'avif', avif('avis\0\0\0\0avif'), false],
    ['a JPEG', 'jpeg', Buffer.alloc(100), true],
    ['a GIF', 'gif', Buffer.from('GIF89a'), false],
    ['a TIFF', 'tiff', Buffer.from('II*\0'), false],
    ['an icon', 'ico', Buffer.alloc(100), false]
  ] as const)('%s', (_what, format, head, expected) => {
    expect(isShowable(format, head)).toBe(expected)
  })
})
