import { allChunksOf, isIntact } from '../png.ts'

/** What it takes to show the picture; all else is metadata, or a later frame of an animation. */
const shown = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** What makes pixels look other than they are stored: alpha, and profiles of colour. */
const altering = new Set(['tRNS', 'iCCP', 'cICP'])

/** Colour types of the PNG specification. Entries of a palette have 8 bits, however few number them. */
const palette = 3
const grey = 0
const truecolour = 2

/**
 * The file without its metadata, when its colours are of 8 bits, opaque and without a profile as they are stored.
 * `undefined` for any other, and for one that is cut or damaged.
 */
export function barePng(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = allChunksOf(bytes)
  const [header] = chunks
  if (header?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return undefined
  // Behind the length, the type, width and height.
  const [depth, colour] = bytes.subarray(header.start + 16, header.start + 18)
  if (colour !== palette && !(depth === 8 && (colour === grey || colour === truecolour))) return undefined
  if (chunks.some(({ type }) => altering.has(type))) return undefined
  const kept = chunks.filter(({ type }) => shown.has(type))
  if (!kept.every((chunk) => isIntact(bytes, chunk))) return undefined
  return Buffer.concat([bytes.subarray(0, 8), ...kept.map(({ start, end }) => bytes.subarray(start, end))])
}
