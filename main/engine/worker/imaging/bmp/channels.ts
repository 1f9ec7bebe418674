import type { Dib, Masks } from './dib.ts'

/** One channel of a masked pixel: `(pixel & mask) >>> shift` lies between 0 and `max`; no channel when `max` is 0. */
export interface Channel {
  readonly mask: number
  readonly shift: number
  readonly max: number
}

/** The masks ready for use. */
export function channelsOf(masks: Masks): Record<keyof Masks, Channel> {
  return {
    red: channel(masks.red),
    green: channel(masks.green),
    blue: channel(masks.blue),
    alpha: channel(masks.alpha)
  }
}

function channel(mask: number): Channel {
  // The lowest set bit; a mask of 0 has none.
  const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask)
  return { mask, shift, max: mask >>> shift }
}

/**
 * Whether the alpha of every pixel is 0, as writers leave it that mean nothing by it. For 16 and 32 bits a pixel;
 * true as well when there is no alpha.
 */
export function isAllClear(bytes: Uint8Array, dib: Dib): boolean {
  const size = dib.bits / 8
  const alphaBytes = [0, 1, 2, 3].slice(0, size).filter((byte) => ((dib.masks.alpha >>> (byte * 8)) & 0xff) !== 0)
  const stride = Math.ceil((dib.width * dib.bits) / 32) * 4
  const end = Math.min(bytes.length, dib.pixels + stride * dib.height)
  return alphaBytes.every((byte) => {
    const mask = (dib.masks.alpha >>> (byte * 8)) & 0xff
    for (let offset = dib.pixels + byte; offset < end; offset += size) {
      if (((bytes[offset] ?? 0) & mask) !== 0) return false
    }
    return true
  })
}
