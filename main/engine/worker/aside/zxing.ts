import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ZXingReaderOptions, ZXingReadResult } from 'zxing-wasm/reader'
import type { Pixels } from '../imaging/pixels.ts'

/**
 * The codes of a picture, `most` at most. The function that ZXing's package offers for it wants four bytes a pixel; what stands below it
 * takes grey, which is made right in its memory.
 */
export type ReadCodes = (picture: Pixels, most: number) => ZXingReadResult[]

/** A ZXing with memory of its own. */
export async function startZxing(): Promise<ReadCodes> {
  const { binarizers, encodeFormats, eanAddOnSymbols, prepareZXingModule, textModes } = await import(
    'zxing-wasm/reader'
  )
  // Given to it, because by itself it would fetch the file from the web.
  const wasmBinary = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const zxing = await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer },
    equalityFn: () => false,
    fireImmediately: true
  })
  const options: Omit<ZXingReaderOptions, 'maxNumberOfSymbols'> = {
    ...thorough,
    formats: encodeFormats(formats),
    binarizer: binarizers.indexOf('LocalAverage'),
    eanAddOnSymbol: eanAddOnSymbols.indexOf('Ignore'),
    // Control characters of a binary code become `<NUL>`.
    textMode: textModes.indexOf('HRI'),
    characterSet: 0
  }
  return ({ data, width, height }, most) => {
    const count = width * height
    const pointer = zxing._malloc(count)
    if (pointer === 0) throw new Error('out of memory')
    try {
      toGrey(data, zxing.HEAPU8.subarray(pointer, pointer + count))
      const found = zxing.readBarcodesFromPixmap(pointer, width, height, { ...options, maxNumberOfSymbols: most })
      return Array.from({ length: found.size() }, (_, index) => found.get(index)).filter(
        (result) => result !== undefined
      )
    } finally {
      zxing._free(pointer)
    }
  }
}

/** Luma by ITU-R BT.601, in 256ths. */
function toGrey(data: Uint8Array, grey: Uint8Array): void {
  for (let i = 0, j = 0; i < grey.length; i++, j += 3) {
    grey[i] = ((data[j] ?? 0) * 77 + (data[j + 1] ?? 0) * 150 + (data[j + 2] ?? 0) * 29) >> 8
  }
}

/**
 * What screens show. The rest of what ZXing knows would be looked for in every picture: Aztec and Data Matrix alone take
 * as much time again as all of these.
 */
const formats: Parameters<typeof import('zxing-wasm/reader').encodeFormats>[0] = [
  'QRCode',
  'MicroQRCode',
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
]

const thorough = {
  tryHarder: true,
  // Bars that run up and down only, QR codes in any direction: another third of the time for what screens hardly show.
  tryRotate: false,
  tryInvert: true,
  tryDownscale: true,
  // For large pictures: also looked at with a third of their size, from 500 pixels on.
  downscaleThreshold: 500,
  downscaleFactor: 3,
  tryDenoise: false,
  isPure: false,
  minLineCount: 2,
  validateOptionalChecksum: false,
  returnErrors: false,
  tryCode39ExtendedMode: true
}
