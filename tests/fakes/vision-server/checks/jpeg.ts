import type { PictureFacts } from './picture-facts.ts'
import { isSrgbProfile } from './png.ts'

interface Segment {
  readonly marker: number
  readonly data: Buffer
}

export function isJpeg(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xff_d8_ff
}

/** Throws an Error with a sentence when the file is broken. */
export function readJpegFacts(bytes: Buffer): PictureFacts {
  const { segments, scan } = readSegments(bytes)
  const frame = segments.find(({ marker }) => isFrame(marker))?.data
  if (frame === undefined) throw new Error('no frame header')
  const channels = frame.readUInt8(5)
  return {
    format: 'jpeg',
    width: frame.readUInt16BE(3),
    height: frame.readUInt16BE(1),
    depth: frame.readUInt8(0),
    channels,
    alpha: false,
    palette: false,
    profile: profileOf(segments),
    metadata: segments.filter(isMetadata).map(({ marker }) => nameOf(marker)),
    frames: countPictures(bytes, scan),
    subsampling: subsamplingOf(frame, channels),
    bytes: bytes.length
  }
}

/** Segments up to the first scan, and where its data begin. */
function readSegments(bytes: Buffer): { readonly segments: readonly Segment[]; readonly scan: number } {
  const segments: Segment[] = []
  let offset = 2
  while (offset + 4 <= bytes.length) {
    if (bytes.readUInt8(offset) !== 0xff) throw new Error('a marker is missing')
    const marker = bytes.readUInt8(offset + 1)
    const length = bytes.readUInt16BE(offset + 2)
    if (offset + 2 + length > bytes.length) throw new Error('a segment is cut off')
    segments.push({ marker, data: bytes.subarray(offset + 4, offset + 2 + length) })
    offset += 2 + length
    if (marker === 0xda) return { segments, scan: offset }
  }
  throw new Error('no scan')
}

// SOF0 to SOF15 without DHT, JPG and DAC, which stand between them.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** JFIF, a colour profile and Adobe's mark of the colour transform are how the pixels are shown; the rest is metadata. */
function isMetadata({ marker, data }: Segment): boolean {
  if (marker === 0xfe) return true
  if (marker < 0xe0 || marker > 0xef) return false
  if (marker === 0xe0) return !data.toString('latin1', 0, 4).startsWith('JFIF')
  if (marker === 0xe2) return !isProfile(data)
  return !(marker === 0xee && data.toString('latin1', 0, 5) === 'Adobe')
}

function isProfile(data: Buffer): boolean {
  return data.toString('latin1', 0, 11) === 'ICC_PROFILE'
}

function nameOf(marker: number): string {
  return marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`
}

function profileOf(segments: readonly Segment[]): PictureFacts['profile'] {
  const parts = segments.filter(({ marker, data }) => marker === 0xe2 && isProfile(data))
  if (parts.length === 0) return 'none'
  // 12 bytes of name, number and count stand before each part.
  return isSrgbProfile(Buffer.concat(parts.map(({ data }) => data.subarray(14)))) ? 'srgb' : 'other'
}

/** One, unless bytes follow the end of the picture: multi-picture files carry the others there. */
function countPictures(bytes: Buffer, scan: number): number {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), scan)
  if (end < 0) throw new Error('no end of the picture')
  return end + 2 === bytes.length ? 1 : 2
}

function subsamplingOf(frame: Buffer, channels: number): string | undefined {
  if (channels !== 3) return undefined
  const sampling = frame.readUInt8(7)
  const names: Readonly<Record<number, string>> = { 0x11: '4:4:4', 0x21: '4:2:2', 0x22: '4:2:0', 0x12: '4:4:0' }
  return names[sampling] ?? `0x${sampling.toString(16)}`
}
