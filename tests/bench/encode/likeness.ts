import { defaultPictureLimits } from '../../../main/engine/protocol/picture.ts'
import type { View } from '../../../main/engine/protocol/view.ts'
import { decode } from '../../../main/engine/worker/imaging/decode.ts'
import { render } from '../../../main/engine/worker/imaging/encode/render.ts'

/**
 * Peak signal to noise ratio in decibels of an encoded picture against the view that it shows; infinite when it is
 * exact, NaN when it has another size.
 */
export async function likeness(picture: Uint8Array, view: View, encoded: Uint8Array): Promise<number> {
  const wanted = await render(await decode(picture, defaultPictureLimits), view)
  const shown = await decode(encoded, defaultPictureLimits)
  if (shown.width !== wanted.width || shown.height !== wanted.height) return Number.NaN
  return decibels(wanted.data, shown.data)
}

/** Of two lists of bytes. */
export function decibels(wanted: Uint8Array, shown: Uint8Array): number {
  let squares = 0
  for (let at = 0; at < wanted.length; at += 1) squares += ((wanted[at] ?? 0) - (shown[at] ?? 0)) ** 2
  return 10 * Math.log10((255 * 255 * wanted.length) / squares)
}
