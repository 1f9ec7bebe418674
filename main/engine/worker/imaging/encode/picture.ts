import { assertNever } from '../../../../failure.ts'
import type { PictureFacts, PictureLimits } from '../../../protocol/picture.ts'
import { decode } from '../decode.ts'
import type { Pixels } from '../pixels.ts'
import { type PlainPng, plainPng } from '../plain-png/header.ts'
import { pixelsOf, readBytes, readWords } from '../plain-png/read.ts'
import { type IndexedPixels, indexColours, indexGreys, indexWords } from './colours.ts'
import { readIndexedPng } from './read-indexed-png.ts'

/** A picture that is read at most once, in the way that the first who asks needs it. */
export interface EncodablePicture {
  /** With a palette, where it has at most 256 colours. */
  readonly indexed: () => Promise<IndexedPixels | undefined>
  readonly pixels: () => Promise<Pixels>
  /** Whether the file is damaged or its end is missing. */
  readonly isPartial: () => Promise<boolean>
}

/** Both throw as `decode` does. */
export function openPicture(bytes: Uint8Array, facts: PictureFacts, limits: PictureLimits): EncodablePicture {
  const read = once(() => readAs(bytes, facts, limits))
  return {
    indexed: async () => (await read()).indexed,
    pixels: once(async () => (await read()).pixels ?? (await decode(bytes, limits))),
    isPartial: async () => (await read()).isPartial
  }
}

interface Read {
  readonly indexed: IndexedPixels | undefined
  /** Missing where they were not needed to count colours. */
  readonly pixels?: Pixels
  readonly isPartial: boolean
}

/** As an index a pixel, if that can be, in a fraction of the time that its colours take. */
async function readAs(bytes: Uint8Array, { format, orientation }: PictureFacts, limits: PictureLimits): Promise<Read> {
  const png = format === 'png' && orientation === 1 ? plainPng(bytes) : undefined
  const plain = png && (await readPlain(bytes, png, limits))
  if (plain !== undefined) return { ...plain, isPartial: false }
  const pixels = await decode(bytes, limits)
  return { indexed: indexColours(pixels), pixels, isPartial: pixels.isPartial }
}

/** `undefined` where the colours have to be looked at. */
async function readPlain(
  bytes: Uint8Array,
  png: PlainPng,
  limits: PictureLimits
): Promise<Omit<Read, 'isPartial'> | undefined> {
  switch (png.kind) {
    case 'indexes': {
      const indexed = await readIndexedPng(bytes, png)
      return indexed && { indexed }
    }
    case 'greys': {
      const greys = await readBytes(bytes, png)
      return greys && { indexed: indexGreys(greys, png) }
    }
    case 'colours with alpha': {
      const words = await readWords(bytes, png, limits)
      const indexed = words && indexWords(words, png)
      return words && (indexed === undefined ? { indexed, pixels: pixelsOf(words, png) } : { indexed })
    }
    case 'colours':
      return undefined
    default:
      return assertNever(png.kind, 'No such pixels')
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined
  return () => {
    started ??= work()
    return started
  }
}
