import { describe, expect, test } from 'vitest'
import { sniff } from '../../../../../main/engine/worker/imaging/sniff.ts'
import { encoded } from '../../../../fixtures/pictures/encoded.ts'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const media = (...brands: string[]): Uint8Array => {
  const content = Buffer.from(`${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length + 8)
  return Buffer.concat([size, latin('ftyp'), content])
}

describe('the type by contents', () => {
  test('knows each format', async () => {
    for (const [format, bytes] of Object.entries(await encoded())) {
      expect(sniff(bytes)).toEqual({ kind: 'picture', format })
    }
  })

  test.each<[string, Uint8Array]>([
    ['a PDF', latin('%PDF-1.7\n')],
    ['a PDF', latin('\n\njunk before %PDF-1.4')],
    ['a Photoshop document', latin('8BPS\0\x01')],
    ['a JPEG XL picture', Buffer.from([0xff, 0x0a, 0, 0])],
    ['a JPEG XL picture', latin('\0\0\0\x0cJXL \r\n\x87\n')],
    ['a JPEG 2000 picture', latin('\0\0\0\x0cjP  \r\n\x87\n')],
    ['a HEIC picture', media('heic', 'mif1', 'heic')],
    ['a HEIC picture', media('mif1', 'heic')],
    ['a raw photo of a camera', latin('II*\0\x10\0\0\0CR\x02\0')],
    ['a raw photo of a camera', media('crx ', 'crx ', 'isom')],
    ['a video', media('isom', 'iso2', 'avc1', 'mp41')],
    ['a video', media('qt  ')],
    ['a video', Buffer.from([0x1a, 0x45, 0xdf, 0xa3])],
    ['a video', latin('RIFF\0\0\0\0AVI LIST')],
    ['a sound file', latin('ID3\x04')],
    ['an SVG drawing', latin('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG drawing', latin('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand -->\n<svg/>')],
    ['an SVG drawing', latin('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "a">]><svg/>')],
    ['an SVG drawing', Buffer.from('\ufeff<svg/>', 'utf16le')],
    ['a web page', latin('<!DOCTYPE html><html></html>')],
    ['a web page', latin('\n  <!-- x --><HTML>')],
    ['a web page', latin('<html><body><svg/></body></html>')],
    ['a web page', latin(`${'<!---->'.repeat(500)}<html>`)],
    ['a web page', latin('<head><title>Not found</title>')],
    ['a PostScript document', latin('%!PS-Adobe-3.0')],
    ['a ZIP archive or an Office document', latin('PK\x03\x04')],
    ['a compressed archive', Buffer.from([0x1f, 0x8b, 8])],
    ['a program', latin('\x7fELF')]
  ])('names %s', (name, bytes) => {
    expect(sniff(bytes)).toMatchObject({ kind: 'foreign', name })
  })

  test('takes AVIF under a general brand for AVIF', () => {
    expect(sniff(media('mif1', 'avif', 'miaf'))).toEqual({ kind: 'picture', format: 'avif' })
  })

  test('does not take a picture that mentions a PDF for one', () => {
    expect(sniff(latin('GIF89a %PDF-1.4'))).toEqual({ kind: 'picture', format: 'gif' })
  })

  test.each([
    ['nothing', latin('')],
    ['text', latin('BMW makes cars, and this is a text')],
    ['zeros', Buffer.alloc(100)],
    ['a list without entries', Buffer.from([0, 0, 1, 0, 0, 0, ...Buffer.alloc(40)])],
    ['text with a bracket', latin('<3 you')],
    ['half a signature', Buffer.from([0x89, 0x50])]
  ])('does not know %s', (_, bytes) => {
    expect(sniff(bytes)).toEqual({ kind: 'unknown' })
  })
})
