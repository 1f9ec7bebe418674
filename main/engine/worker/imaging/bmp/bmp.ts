import type { PictureFacts, PictureLimits } from '../../../protocol/picture.ts'
import type { Decoded } from '../pixels.ts'
import { checkPixels, damaged } from '../refusals.ts'
import { viewOf } from '../signature.ts'
import { type Dib, readDib } from './dib.ts'
import { paint } from './paint.ts'

/** Length of the file header, which holds the offset of the rows at byte 10. */
const fileHeader = 14

/** The header of a BMP file, checked against the limits. */
export function probeBmp(bytes: Uint8Array, limits: PictureLimits): PictureFacts {
  return factsOf(bytes, openBmp(bytes, limits))
}

/** Header and pixels of a BMP file; what a cut file lacks stays white. */
export function decodeBmp(bytes: Uint8Array, limits: PictureLimits): Decoded {
  const dib = openBmp(bytes, limits)
  if (dib.pixels >= bytes.length) throw damaged('its pixels are missing')
  const { data, width, height, whole } = paint(bytes, dib)
  return { data, width, height, facts: factsOf(bytes, dib), isPartial: !whole }
}

function openBmp(bytes: Uint8Array, limits: PictureLimits): Dib {
  if (bytes.length < fileHeader) throw damaged('its header is cut off')
  const dib = readDib(bytes, fileHeader, viewOf(bytes).getUint32(10, true))
  checkPixels(dib.width, dib.height, limits)
  return dib
}

function factsOf(bytes: Uint8Array, dib: Dib): PictureFacts {
  return { ...factsOfDib(dib), format: 'bmp', bytes: bytes.length }
}

/** All facts but those of the file around the bitmap. */
export function factsOfDib({ width, height, bits, masks }: Dib): Omit<PictureFacts, 'format' | 'bytes'> {
  return {
    width,
    height,
    storedWidth: width,
    storedHeight: height,
    orientation: 1,
    frames: 1,
    colour: 'srgb',
    alpha: masks.alpha !== 0,
    depth: bits === 16 ? 5 : Math.min(bits, 8),
    problems: []
  }
}
