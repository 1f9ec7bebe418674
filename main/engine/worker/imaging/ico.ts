import type { PictureFacts, PictureLimits } from '../../protocol/picture.ts'
import { factsOfDib } from './bmp/bmp.ts'
import { isAllClear } from './bmp/channels.ts'
import { type Dib, readDib } from './bmp/dib.ts'
import { paint, strideOf } from './bmp/paint.ts'
import { openWithSharp } from './codec.ts'
import type { Decoded } from './pixels.ts'
import { checkPixels, damaged } from './refusals.ts'
import { viewOf } from './signature.ts'
import { sniff } from './sniff.ts'

/** The header of the largest picture of an icon or a cursor. */
export async function probeIco(bytes: Uint8Array, limits: PictureLimits): Promise<PictureFacts> {
  const entry = largestEntry(bytes)
  const inner = isPng(entry)
    ? (await openWithSharp({ format: 'png', bytes: entry }, limits)).facts
    : factsOfDib(openEntry(entry, limits))
  return { ...inner, format: 'ico', bytes: bytes.length }
}

/** The largest picture of an icon or a cursor; its clear parts are white. */
export async function decodeIco(bytes: Uint8Array, limits: PictureLimits): Promise<Decoded> {
  const entry = largestEntry(bytes)
  if (isPng(entry)) {
    const inner = await (await openWithSharp({ format: 'png', bytes: entry }, limits)).decode()
    return { ...inner, facts: { ...inner.facts, format: 'ico', bytes: bytes.length } }
  }
  const dib = openEntry(entry, limits)
  if (dib.pixels >= entry.length) throw damaged('its pixels are missing')
  const { data, width, height, whole } = paint(entry, dib)
  if (dib.masks.alpha === 0 || isAllClear(entry, dib)) whitenMasked(entry, dib, data)
  const facts: PictureFacts = { ...factsOfDib(dib), format: 'ico', bytes: bytes.length }
  return { data, width, height, facts, isPartial: !whole }
}

const directoryHeader = 6
const directoryEntry = 16

function largestEntry(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const isCursor = view.getUint16(2, true) === 2
  let best: { area: number; bits: number; bytes: Uint8Array } | undefined
  for (let index = 0; index < view.getUint16(4, true); index += 1) {
    const at = directoryHeader + index * directoryEntry
    if (at + directoryEntry > bytes.length) break
    const offset = view.getUint32(at + 12, true)
    // 0 stands for 256, or for more where a PNG lies inside.
    const area = (view.getUint8(at) || 256) * (view.getUint8(at + 1) || 256)
    const bits = isCursor ? 0 : view.getUint16(at + 6, true)
    const isBetter = !best || area > best.area || (area === best.area && bits > best.bits)
    if (offset < bytes.length && isBetter) {
      best = { area, bits, bytes: bytes.subarray(offset, offset + view.getUint32(at + 8, true)) }
    }
  }
  if (!best) throw damaged('no picture is inside')
  return best.bytes
}

function isPng(entry: Uint8Array): boolean {
  const contents = sniff(entry)
  return contents.kind === 'picture' && contents.format === 'png'
}

function openEntry(entry: Uint8Array, limits: PictureLimits): Dib {
  const dib = readDib(entry, 0, 0)
  // The height covers the picture and the mask behind it.
  const height = Math.floor(dib.height / 2)
  if (height < 1) throw damaged('its header says that it has no pixels')
  checkPixels(dib.width, height, limits)
  const masks = dib.bits === 32 ? { ...dib.masks, alpha: 0xff000000 } : dib.masks
  return { ...dib, height, masks }
}

/** Applies the mask of one bit a pixel that follows the rows: 1 is clear. */
function whitenMasked(entry: Uint8Array, dib: Dib, data: Uint8Array): void {
  const stride = strideOf(dib.width, 1)
  const start = dib.pixels + strideOf(dib.width, dib.bits) * dib.height
  for (let stored = 0; stored < dib.height; stored += 1) {
    const y = dib.topDown ? stored : dib.height - 1 - stored
    for (let x = 0; x < dib.width; x += 1) {
      const byte = entry[start + stored * stride + (x >> 3)] ?? 0
      if ((byte >> (7 - (x % 8))) & 1) data.fill(255, (y * dib.width + x) * 3, (y * dib.width + x + 1) * 3)
    }
  }
}
