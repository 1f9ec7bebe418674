const opaque = 255
/** Pixels that are packed together: four words become three. */
const group = 4

/**
 * Red, green and blue of pixels with alpha, laid on white; they take the place of what they were made of. Nearly all
 * pictures with alpha are opaque, which sharp does not know: it takes as long to lay them on white as to decode them.
 */
export function onWhite(pixels: Uint8Array): Uint8Array {
  const count = pixels.length / 4
  const isAligned = pixels.byteOffset % 4 === 0
  const words = isAligned ? new Uint32Array(pixels.buffer, pixels.byteOffset, count) : new Uint32Array(0)
  let pixel = 0
  while (pixel < count) {
    pixel = packOpaque(words, pixel)
    for (const end = Math.min(pixel + group, count); pixel < end; pixel += 1) blend(pixels, pixel)
  }
  return pixels.subarray(0, count * 3)
}

/** Packs groups from that of `first` on, up to one that is not opaque. Answers its first pixel. */
function packOpaque(words: Uint32Array, first: number): number {
  const end = words.length - (words.length % group)
  let from = first
  for (let to = (first / group) * 3; from < end; from += 4, to += 3) {
    const a = words[from] ?? 0
    const b = words[from + 1] ?? 0
    const c = words[from + 2] ?? 0
    const d = words[from + 3] ?? 0
    if ((a & b & c & d) >>> 24 !== opaque) return from
    // The lowest byte of a word is red, the highest alpha.
    words[to] = (a & 0xff_ff_ff) | (b << 24)
    words[to + 1] = ((b >>> 8) & 0xff_ff) | (c << 16)
    words[to + 2] = ((c >>> 16) & 0xff) | (d << 8)
  }
  return from
}

function blend(pixels: Uint8Array, pixel: number): void {
  const from = pixel * 4
  const to = pixel * 3
  const alpha = pixels[from + 3] ?? opaque
  // What is stored is cut to a whole number: this rounds it.
  const white = (opaque - alpha) * opaque + opaque / 2
  for (let channel = 0; channel < 3; channel += 1) {
    pixels[to + channel] = ((pixels[from + channel] ?? 0) * alpha + white) / opaque
  }
}

/** One pixel, red in the lowest byte and alpha in the highest, laid on white: red, green and blue as a number of 24 bits. */
export function colourOnWhite(word: number): number {
  const channel = (shift: number): number => {
    const alpha = word >>> 24
    return ((((word >>> shift) & 255) * alpha + (opaque - alpha) * opaque + opaque / 2) / opaque) | 0
  }
  return (channel(0) << 16) | (channel(8) << 8) | channel(16)
}
