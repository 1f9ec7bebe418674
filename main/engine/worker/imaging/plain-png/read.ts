import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { PictureLimits } from '../../../protocol/picture.ts'
import type { Size } from '../../../protocol/view.ts'
import { onWhite } from '../on-white.ts'
import type { Pixels } from '../pixels.ts'
import { contentOf, isIntact } from '../png.ts'
import { bytesPerPixel, type PlainPng } from './header.ts'
import { toSrgb } from './profile.ts'
import { unfilter } from './unfilter.ts'
import { unfilterWords } from './unfilter-words.ts'

const unpack = promisify(inflate)

/** Fewer pixels with a profile are converted as quickly one by one. */
const fewestPixels = 200_000

/** Of more, sharp is as quick, in threads of its own: for indexes, and for colours. */
const mostPixels = 4_000_000
const mostInColours = 1_000_000

/**
 * The pixels on white, in half the time that sharp takes, most of which goes into passing rows on. `undefined` for a file that
 * is damaged, and for one that sharp reads as quickly.
 */
export async function readPixels(bytes: Uint8Array, png: PlainPng, limits: PictureLimits): Promise<Pixels | undefined> {
  if (png.width * png.height > mostInColours) return undefined
  if (png.kind === 'colours with alpha') {
    const words = await readWords(bytes, png, limits)
    return words && pixelsOf(words, png)
  }
  const data = png.kind === 'colours' ? await readBytes(bytes, png) : undefined
  return data && { data, width: png.width, height: png.height }
}

/** Greys, indexes, or reds, greens and blues. `undefined` as for `readPixels`, and where there is a profile of colours. */
export async function readBytes(bytes: Uint8Array, png: PlainPng): Promise<Uint8Array | undefined> {
  if (png.profile !== undefined) return undefined
  const rows = await rowsOf(bytes, png)
  return rows && unfilter(rows, { ...png, channels: bytesPerPixel[png.kind] })
}

/** Colours with alpha in sRGB, a word each: red in the lowest byte. `undefined` as for `readPixels`. */
export async function readWords(
  bytes: Uint8Array,
  png: PlainPng,
  limits: PictureLimits
): Promise<Int32Array<ArrayBuffer> | undefined> {
  const { width, height, profile } = png
  if (profile !== undefined && (width * height < fewestPixels || !isIntact(bytes, profile))) return undefined
  const rows = await rowsOf(bytes, png)
  const words = rows && unfilterWords(rows, png)
  if (words === undefined || profile === undefined) return words
  return await toSrgb(words, bytes.subarray(profile.start, profile.end), limits)
}

/** The same on white, three bytes each; they take the place of the words. */
export function pixelsOf(words: Int32Array<ArrayBuffer>, { width, height }: Size): Pixels {
  return { data: onWhite(new Uint8Array(words.buffer, words.byteOffset, words.byteLength)), width, height }
}

/** Exactly as many bytes as there have to be, or nothing. */
async function rowsOf(
  bytes: Uint8Array,
  { width, height, kind, packed }: PlainPng
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (width * height > mostPixels || !packed.every((chunk) => isIntact(bytes, chunk))) return undefined
  const parts = packed.map((chunk) => contentOf(bytes, chunk))
  const length = (width * bytesPerPixel[kind] + 1) * height
  try {
    const [first] = parts
    const whole = first !== undefined && parts.length === 1 ? first : Buffer.concat(parts)
    // All at once: by default every 16 kB are a turn of their own. A piece that is full is followed by another one.
    const rows = await unpack(whole, { maxOutputLength: length, chunkSize: length + 64 })
    return rows.length === length ? rows : undefined
  } catch {
    // Whoever salvages what is left of the picture says what is wrong with it.
    return undefined
  }
}
