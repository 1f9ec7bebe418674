import type { PictureLimits } from '../../../protocol/picture.ts'
import { openWithSharp } from '../codec.ts'
import { Palette } from '../palette.ts'
import { writePng } from '../write-png.ts'

/** Screens show few thousand colours; what has more is a photo, which is converted pixel by pixel. */
const mostColours = 8192
const opaque = 0xff_00_00_00 | 0

/**
 * Pixels with a colour profile in sRGB and on white, in their place. Each colour is converted once, in a picture that holds nothing
 * else: sharp does for it what it would do for every pixel. `undefined` when there are too many colours.
 */
export async function toSrgb(
  words: Int32Array<ArrayBuffer>,
  profile: Uint8Array,
  limits: PictureLimits
): Promise<Int32Array<ArrayBuffer> | undefined> {
  const palette = new Palette(mostColours)
  // Other than the first one.
  const none = ~(words[0] ?? 0)
  for (let at = 0, last = none; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (word === last) continue
    if (palette.numberOf(word) === undefined) return undefined
    last = word
  }
  const shown = await convert(palette.colours, profile, limits)
  for (let at = 0, last = none, now = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0
    if (word !== last) {
      now = shown[palette.numberOf(word) ?? 0] ?? 0
      last = word
    }
    words[at] = now
  }
  return words
}

/** Colours as they are in sRGB and on white. */
async function convert(colours: readonly number[], profile: Uint8Array, limits: PictureLimits): Promise<Int32Array> {
  const width = colours.length
  const row = Buffer.alloc(1 + width * 4)
  for (const [at, colour] of colours.entries()) row.writeInt32LE(colour, 1 + at * 4)
  const bytes = await writePng({ width, height: 1, colour: 'alpha', bits: 8, rows: row, chunks: [profile], level: 1 })
  const { data } = await (await openWithSharp({ format: 'png', bytes }, limits)).decode()
  const channel = (at: number): number => data[at] ?? 0
  return Int32Array.from(
    colours,
    (_, at) => channel(at * 3) | (channel(at * 3 + 1) << 8) | (channel(at * 3 + 2) << 16) | opaque
  )
}
