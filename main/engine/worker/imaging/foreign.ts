import { isPdf } from '../../protocol/document.ts'
import { brandsOf } from './heif.ts'
import { asciiAt, hasAscii, hasBytes } from './signature.ts'

/** Something that is no picture, or none that is decoded here: its name with an article, and what to do instead. */
export interface Foreign {
  readonly name: string
  readonly advice: string
}

const convert = 'Save it as PNG or JPEG and try again.'
const screenshot = 'Take a screenshot of the part that you want to read.'
const pickPicture = 'Choose a picture: PNG, JPEG, WebP, GIF, AVIF, TIFF, BMP or ICO.'

/** HEVC is held by patents, and its one kept decoder for JavaScript is LGPL: each system can convert by itself. */
const convertHeic =
  'Save it as JPEG: on macOS open it in Preview and choose File > Export, on Windows in Photos > Save as, ' +
  'on Linux run heif-convert.'

type Test = (bytes: Uint8Array) => boolean
const ascii =
  (text: string, offset = 0): Test =>
  (bytes) =>
    hasAscii(bytes, offset, text)
const binary =
  (...signature: number[]): Test =>
  (bytes) =>
    hasBytes(bytes, 0, signature)
const any =
  (...tests: Test[]): Test =>
  (bytes) =>
    tests.some((test) => test(bytes))
const all =
  (...tests: Test[]): Test =>
  (bytes) =>
    tests.every((test) => test(bytes))
const markup =
  (pattern: RegExp): Test =>
  (bytes) =>
    pattern.test(textStart(bytes))

/** First match wins: the more special signature stands first. */
const foreigners: readonly (readonly [Test, string, string])[] = [
  [isPdf, 'a PDF', 'Export the page as PNG or JPEG, or take a screenshot.'],
  [ascii('8BPS'), 'a Photoshop document', convert],
  [any(binary(0xff, 0x0a), ascii('JXL ', 4)), 'a JPEG XL picture', convert],
  [any(ascii('jP  ', 4), binary(0xff, 0x4f, 0xff, 0x51)), 'a JPEG 2000 picture', convert],
  [hasHeicBrand, 'a HEIC picture', convertHeic],
  [(bytes) => brandsOf(bytes).includes('crx '), 'a raw photo of a camera', convert],
  [all(ascii('II*\0'), ascii('CR', 8)), 'a raw photo of a camera', convert],
  [any(ascii('FUJIFILMCCD-RAW'), ascii('IIU\0'), ascii('IIRO')), 'a raw photo of a camera', convert],
  [hasVideoBrand, 'a video', screenshot],
  [any(binary(0x1a, 0x45, 0xdf, 0xa3), binary(0, 0, 1, 0xba), ascii('FLV\x01')), 'a video', screenshot],
  [all(ascii('RIFF'), ascii('AVI ', 8)), 'a video', screenshot],
  [any(ascii('ID3'), ascii('OggS'), ascii('fLaC'), all(ascii('RIFF'), ascii('WAVE', 8))), 'a sound file', pickPicture],
  [
    markup(/^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body|script|title|meta)\b/i),
    'a web page',
    'Save the picture itself, or take a screenshot.'
  ],
  [
    markup(/<svg\b|<!doctype svg/i),
    'an SVG drawing',
    'Open it in a browser and take a screenshot, or export it as PNG.'
  ],
  [ascii('%!PS'), 'a PostScript document', convert],
  [ascii(' EMF', 40), 'a Windows metafile', convert],
  [ascii('DDS '), 'a DirectDraw texture', convert],
  [ascii('{\\rtf'), 'a text document', screenshot],
  [binary(0xd0, 0xcf, 0x11, 0xe0), 'an Office document', screenshot],
  [binary(0x50, 0x4b, 3, 4), 'a ZIP archive or an Office document', 'Take the picture out of it first.'],
  [
    any(binary(0x1f, 0x8b), ascii('7z\xbc\xaf'), ascii('Rar!'), ascii('BZh'), binary(0xfd, 0x37, 0x7a)),
    'a compressed archive',
    'Take the picture out of it first.'
  ],
  [
    any(
      ascii('\x7fELF'),
      all(ascii('MZ'), (bytes) => bytes.length > 64)
    ),
    'a program',
    pickPicture
  ]
]

/** Names what is recognised and not decoded; `undefined` for all else. */
export function sniffForeign(bytes: Uint8Array): Foreign | undefined {
  const found = foreigners.find(([test]) => test(bytes))
  return found && { name: found[1], advice: found[2] }
}

/** Enough for an XML declaration, a doctype with entities and comments before the root element. */
const markupBytes = 4096

/** The start of the file without comments when it looks like markup, else empty. UTF-16 is read as ASCII. */
function textStart(bytes: Uint8Array): string {
  const start = asciiAt(bytes, 0, markupBytes)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
  return /^\s*</.test(start) ? start.replaceAll(/<!--[^]*?-->/g, '') : ''
}

function hasHeicBrand(bytes: Uint8Array): boolean {
  const brands = brandsOf(bytes)
  if (brands.includes('avif') || brands.includes('avis')) return false
  return brands.some((brand) => /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand))
}

function hasVideoBrand(bytes: Uint8Array): boolean {
  const brands = brandsOf(bytes)
  return brands.some((brand) => /^(isom|iso\d|mp4\d|qt {2}|M4V |M4A |3g[p2].|avc1|dash|MSNV|f4v )$/.test(brand))
}
