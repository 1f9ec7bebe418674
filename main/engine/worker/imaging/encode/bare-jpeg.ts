import { viewOf } from '../signature.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
/** Tables of quantisation and of codes, the restart interval, and headers of baseline and progressive frames. */
const shown = new Set([0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2])
const frames = new Set([0xc0, 0xc1, 0xc2])
/** JFIF, which says that three components are luma and chroma. */
const jfif = 0xe0
const comment = 0xfe
/** ICC profiles, among others. */
const profile = 0xe2
/** Adobe's segment, which says what the components are. */
const adobe = 0xee

interface Segment {
  readonly marker: number
  /** Of the marker, and just behind the segment with the coded pixels that follow it. */
  readonly start: number
  readonly end: number
}

/**
 * The file without its metadata and without what follows the picture, when its pixels are grey or luma and chroma, 8
 * bits, without a colour profile. `undefined` for any other, and for one that is cut or damaged.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(bytes)
  if (segments === undefined || segments.filter(({ marker }) => frames.has(marker)).length !== 1) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (const { marker, start, end } of segments) {
    const segment = bytes.subarray(start, end)
    if (frames.has(marker) && !isPlainFrame(segment)) return undefined
    if (marker === adobe || (marker === profile && hasText(segment, 'ICC_PROFILE'))) return undefined
    if (shown.has(marker) || marker === startOfScan || marker === endOfImage) kept.push(segment)
    else if (marker === jfif && hasText(segment, 'JFIF')) kept.push(plainJfif)
    else if (marker < jfif || (marker > 0xef && marker !== comment)) return undefined
  }
  return Buffer.concat(kept)
}

/** Version 1.01, square pixels, no thumbnail. */
const plainJfif = Buffer.from([0xff, jfif, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])

/** All segments up to the end of the picture; `undefined` when it has none. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const view = viewOf(bytes)
  const segments: Segment[] = []
  let start = 2
  while (start + 4 <= bytes.length || bytes[start + 1] === endOfImage) {
    const marker = bytes[start + 1] ?? 0
    if (bytes[start] !== 0xff || marker < 0xc0) return undefined
    if (marker === endOfImage) return [...segments, { marker, start, end: start + 2 }]
    const length = 2 + view.getUint16(start + 2)
    const end = marker === startOfScan ? endOfScan(bytes, start + length) : start + length
    segments.push({ marker, start, end })
    start = end
  }
  return undefined
}

/** Where the coded pixels end: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/** One or three components of 8 bits, and a height that is told here and not later. */
function isPlainFrame(segment: Uint8Array): boolean {
  const [, , , , precision, high, low, , , components] = segment
  return precision === 8 && (high ?? 0) + (low ?? 0) > 0 && (components === 1 || components === 3)
}

function hasText(segment: Uint8Array, text: string): boolean {
  return Buffer.from(segment.subarray(4, 4 + text.length)).toString('latin1') === text
}
