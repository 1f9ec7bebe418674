import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import sharp from 'sharp'
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'
import { type Code, mostCodes, mostCodeText } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'

/**
 * Finds QR codes and barcodes. Never rejects: `undefined` when looking for them failed, which is no reason not to read.
 */
export type FindCodes = (picture: Pixels) => Promise<Code[] | undefined>

/** Above this a picture is shrunk first: its codes are large, and looking takes memory for six bytes a pixel. */
const mostPixels = 16_000_000

/** In milliseconds. By then the networks are at work on threads of their own, and this one is idle. */
const headStart = 20

/** Up to this, looking takes less time than the head start. */
const smallPixels = 250_000

/**
 * The kinds that people meet. The rest of what ZXing knows (film edges, Telepen, postal codes) would be looked for in
 * every picture, and found where there is none.
 */
const options: ReaderOptions = {
  formats: [
    'QRCode',
    'MicroQRCode',
    'DataMatrix',
    'Aztec',
    'PDF417',
    // Also what is printed as UPC-A: the same number with a zero in front.
    'EAN13',
    'EAN8',
    'UPCE',
    'Code128',
    'Code39',
    'Code93',
    'ITF',
    'Codabar',
    'DataBar'
  ],
  maxNumberOfSymbols: mostCodes,
  // Bars that run up and down only, QR codes in any direction: another third of the time for what screens hardly show.
  tryRotate: false,
  // Control characters of a binary code become `<NUL>`.
  textMode: 'HRI'
}

/** Loads ZXing with the first picture. */
export function createCodeFinder(): FindCodes {
  let loaded: Promise<typeof import('zxing-wasm/reader')> | undefined
  return async (picture) => {
    try {
      loaded ??= load()
      if (picture.width * picture.height > smallPixels) await delay(headStart)
      const { readBarcodes } = await loaded
      const { scale, ...image } = await prepared(picture)
      const found = await readBarcodes(image, options)
      return found.filter(({ isValid }) => isValid).map((result) => codeOf(result, scale))
    } catch (thrown) {
      console.error('Looking for codes failed:', thrown)
      // Whatever state its memory is in, the next picture gets a new one.
      void loaded?.then(({ purgeZXingModule }) => purgeZXingModule()).catch(() => undefined)
      loaded = undefined
      return undefined
    }
  }
}

async function load(): Promise<typeof import('zxing-wasm/reader')> {
  const zxing = await import('zxing-wasm/reader')
  // Given to it, because by itself it would fetch the file from the web.
  const wasmBinary = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await zxing.prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer },
    fireImmediately: true
  })
  return zxing
}

interface Prepared {
  /** Four bytes a pixel, as ZXing wants them. */
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
  readonly colorSpace: 'srgb'
  /** Pixels of the picture for one of these. */
  readonly scale: number
}

async function prepared(picture: Pixels): Promise<Prepared> {
  const scale = Math.max(1, Math.sqrt((picture.width * picture.height) / mostPixels))
  const { data, width, height } = scale === 1 ? picture : await shrink(picture, scale)
  const four = new Uint8ClampedArray(width * height * 4)
  for (let from = 0, to = 0; to < four.length; from += 3, to += 4) {
    four[to] = data[from] ?? 0
    four[to + 1] = data[from + 1] ?? 0
    four[to + 2] = data[from + 2] ?? 0
  }
  return { data: four, width, height, colorSpace: 'srgb', scale: picture.width / width }
}

async function shrink({ data, width, height }: Pixels, scale: number): Promise<Pixels> {
  const made = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .resize({ width: Math.max(1, Math.round(width / scale)) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: made.data, width: made.info.width, height: made.info.height }
}

function codeOf({ format, text, position }: ReadResult, scale: number): Code {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const point = ({ x, y }: { x: number; y: number }): [number, number] => [x * scale, y * scale]
  return {
    format,
    text: text.slice(0, mostCodeText),
    quad: [point(topLeft), point(topRight), point(bottomRight), point(bottomLeft)]
  }
}
