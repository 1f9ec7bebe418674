import { setTimeout as delay } from 'node:timers/promises'
import sharp from 'sharp'
import type { ZXingReadResult } from 'zxing-wasm/reader'
import { type Code, mostCodeText } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'
import { type Grey, type ReadCodes, startZxing } from './zxing.ts'

/**
 * Finds QR codes and barcodes. Never rejects: `undefined` when looking for them failed, which is no reason not to read.
 */
export type FindCodes = (picture: Pixels) => Promise<Code[] | undefined>

/** Above this a picture is shrunk first: its codes are large, and looking takes memory. */
const mostPixels = 16_000_000

/** In milliseconds. By then the networks are at work on threads of their own, and this one is idle. */
const headStart = 20

/** Up to this, looking takes less time than the head start. */
const smallPixels = 250_000

/** Loads ZXing with the first picture. */
export function createCodeFinder(): FindCodes {
  let started: Promise<ReadCodes> | undefined
  return async (picture) => {
    try {
      started ??= startZxing()
      if (picture.width * picture.height > smallPixels) await delay(headStart)
      const read = await started
      const grey = await greyOf(picture)
      const scale = picture.width / grey.width
      return read(grey).map((result) => codeOf(result, scale))
    } catch (thrown) {
      console.error('Looking for codes failed:', thrown)
      // Whatever state its memory is in, the next picture gets a new one.
      started = undefined
      return undefined
    }
  }
}

async function greyOf({ data, width, height }: Pixels): Promise<Grey> {
  const picture = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
  const shrink = Math.sqrt((width * height) / mostPixels)
  if (shrink > 1) picture.resize({ width: Math.max(1, Math.round(width / shrink)) })
  const made = await picture.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data: made.data, width: made.info.width, height: made.info.height }
}

function codeOf({ format, text, position }: ZXingReadResult, scale: number): Code {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const point = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x * scale, y * scale]
  return {
    format,
    text: text.slice(0, mostCodeText),
    quad: [point(topLeft), point(topRight), point(bottomRight), point(bottomLeft)]
  }
}
