import { allChunksOf, type PngChunk } from '../png.ts'
import { viewOf } from '../signature.ts'

/** What pixels are, by the colour types of the PNG specification, and their bytes. */
const kinds = { 0: 'greys', 2: 'colours', 3: 'indexes', 6: 'colours with alpha' } as const
export const bytesPerPixel = { greys: 1, colours: 3, indexes: 1, 'colours with alpha': 4 } as const

/** Chunks that change nothing of how the pixels are shown here. */
const idle = new Set(['gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'tIME', 'tEXt', 'zTXt', 'iTXt'])

/** A PNG as nearly all screenshots are: 8 bits, not interlaced, one frame, nothing that shines through but by an alpha channel. */
export interface PlainPng {
  readonly width: number
  readonly height: number
  readonly kind: keyof typeof bytesPerPixel
  /** The packed rows, in their order. */
  readonly packed: readonly PngChunk[]
  readonly palette: PngChunk | undefined
  /** Of colours. */
  readonly profile: PngChunk | undefined
  /** Where it may say that the picture is to be turned. */
  readonly exif: PngChunk | undefined
}

/** What the header tells; `undefined` for any other PNG, and for one whose end is missing. */
export function plainPng(bytes: Uint8Array): PlainPng | undefined {
  const [header, ...others] = allChunksOf(bytes)
  const last = others.pop()
  if (header?.type !== 'IHDR' || header.end - header.start !== 25 || last?.type !== 'IEND') return undefined
  const view = viewOf(bytes)
  const [width, height] = [view.getUint32(header.start + 8), view.getUint32(header.start + 12)]
  // Behind the depth: the only compression, the only set of filters, no interlacing.
  const [depth, colour = -1, ...ways] = bytes.subarray(header.start + 16, header.start + 21)
  const kind = isKind(colour) ? kinds[colour] : undefined
  if (depth !== 8 || kind === undefined || ways.some((way) => way !== 0) || width === 0 || height === 0)
    return undefined
  const named = (name: string): PngChunk[] => others.filter(({ type }) => type === name)
  const [packed, palettes, profiles, exifs] = [named('IDAT'), named('PLTE'), named('iCCP'), named('eXIf')]
  const singles = [palettes, profiles, exifs]
  const known = packed.length + singles.flat().length + others.filter(({ type }) => idle.has(type)).length
  if (known !== others.length || singles.some((chunks) => chunks.length > 1)) return undefined
  // They are one stream, in one place.
  const isStream =
    others.lastIndexOf(packed.at(-1) ?? header) - others.indexOf(packed[0] ?? header) === packed.length - 1
  if (packed.length === 0 || !isStream || (kind === 'indexes' && palettes.length === 0)) return undefined
  return { width, height, kind, packed, palette: palettes[0], profile: profiles[0], exif: exifs[0] }
}

function isKind(colour: number): colour is keyof typeof kinds {
  return colour in kinds
}
