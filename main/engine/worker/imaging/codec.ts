import sharp, { type Metadata, type Sharp } from 'sharp'
import { Failure } from '../../../failure.ts'
import type { PictureFacts, PictureFormat, PictureLimits } from '../../protocol/picture.ts'
import { asFarAs } from './as-far-as.ts'
import { gifCanvas } from './gif.ts'
import { heifOrientation } from './heif-orientation.ts'
import { onWhite } from './on-white.ts'
import type { Decoded, Pixels } from './pixels.ts'
import { isUpright } from './plain-png/exif.ts'
import { type PlainPng, plainPng } from './plain-png/header.ts'
import { contentOf, isIntact, pngFrames, withoutTexts } from './png.ts'
import { wholeRowsOf } from './png-rows.ts'
import { checkFrames, checkPixels, damaged } from './refusals.ts'

/** A picture in a format that sharp decodes. */
export interface SharpSource {
  readonly format: PictureFormat
  readonly bytes: Uint8Array
}

/** A picture whose header was read and kept within the limits. */
export interface SharpPicture {
  readonly facts: PictureFacts
  /**
   * All of its pixels; a cut file is read a second time for what is left of it. With `longest`, the picture is shrunk while it
   * is decoded until no side is longer.
   */
  readonly decode: (longest?: number) => Promise<Decoded>
}

export async function openWithSharp(source: SharpSource, limits: PictureLimits): Promise<SharpPicture> {
  const input = lean(source)
  const header = await headerOf(input, limits)
  const facts = factsOf(source, header, limits)
  const pixels = (from: SharpSource, how: Header, failOn: FailOn, longest?: number): Promise<Pixels> => {
    const picture = open(from, limits, failOn)
    return pixelsOf(longest === undefined ? picture : shrunk(picture, longest), how, limits)
  }
  const salvage = async (longest?: number): Promise<Pixels> => {
    const left = await onPaper(input, header, limits)
    return left ? pixels(left.source, left.header, 'truncated', longest) : pixels(input, header, 'none', longest)
  }
  return {
    facts,
    decode: async (longest) => {
      try {
        return { ...(await pixels(input, header, 'truncated', longest)), facts, isPartial: false }
      } catch (error) {
        if (isTimeout(error)) throw tooSlow(limits, error)
      }
      try {
        return { ...(await salvage(longest)), facts, isPartial: true }
      } catch (error) {
        throw isTimeout(error) ? tooSlow(limits, error) : damaged('its pixels cannot be decoded', error)
      }
    }
  }
}

/**
 * What is left of a picture that is stored row by row, on white: where rows are missing, sharp gives what lay in its memory,
 * which may be rows from further up. `undefined` for one that is not, of which sharp gives a rough whole or a blank rest.
 */
async function onPaper(
  source: SharpSource,
  header: Header,
  limits: PictureLimits
): Promise<{ readonly source: SharpSource; readonly header: Header } | undefined> {
  const { width, height, orientation = 1 } = header
  const rows = await rowsLeft(source, header, limits)
  if (rows === undefined) return undefined
  const paper = new Uint8Array(width * height * 3).fill(255)
  paper.set(rows)
  const bytes = await sharp(paper, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const plain = { ...header, depth: 'uchar', hasAlpha: false, hasProfile: false } as const
  return { source: { format: 'png', bytes }, header: plain }
}

/** The rows from the top that are whole, as they are stored. `undefined` when there are none. */
async function rowsLeft(source: SharpSource, header: Header, limits: PictureLimits): Promise<Uint8Array | undefined> {
  const { width, height } = header
  const stored = { ...header, orientation: 1 }
  const whole = source.format === 'png' ? await wholeRowsOf(source.bytes) : undefined
  const exact = whole && open({ format: 'png', bytes: whole }, limits, 'truncated')
  const left = exact && (await unlessBroken(pixelsOf(exact, stored, limits)))
  if (left !== undefined) return left
  // A 256th of the height is near enough where each try decodes anew.
  return await asFarAs(height, height / 256, (rows) => {
    const upper = open(source, limits, 'truncated').extract({ left: 0, top: 0, width, height: rows })
    return unlessBroken(pixelsOf(upper, stored, limits))
  })
}

async function unlessBroken(decoding: Promise<Pixels>): Promise<Uint8Array | undefined> {
  try {
    return (await decoding).data
  } catch (error) {
    if (isTimeout(error)) throw error
    return undefined
  }
}

/** Laid on white first, so that alpha need not be resampled. */
function shrunk(picture: Sharp, longest: number): Sharp {
  return picture
    .flatten({ background: '#ffffff' })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
}

function lean(source: SharpSource): SharpSource {
  return source.format === 'png' ? { ...source, bytes: withoutTexts(source.bytes) } : source
}

type FailOn = 'none' | 'truncated'

function open(source: SharpSource, limits: PictureLimits, failOn: FailOn): Sharp {
  return sharp(source.bytes, { failOn, limitInputPixels: limits.pixels })
}

/** What of a header is needed. */
type Header = Pick<
  Metadata,
  'width' | 'height' | 'orientation' | 'space' | 'depth' | 'bitsPerSample' | 'pages' | 'hasAlpha' | 'hasProfile'
>

async function headerOf(source: SharpSource, limits: PictureLimits): Promise<Header> {
  const plain = source.format === 'png' ? plainPng(source.bytes) : undefined
  if (plain !== undefined && isKnown(plain, source.bytes)) return headerOfPlain(plain)
  if (source.format === 'gif') {
    const canvas = gifCanvas(source.bytes)
    checkPixels(canvas.width, canvas.height, limits)
  }
  try {
    // The size is checked by `factsOf`, with a sentence of our own.
    return await sharp(source.bytes, { failOn: 'none', limitInputPixels: false }).metadata()
  } catch (error) {
    throw damaged('its header cannot be understood', error)
  }
}

/** Whether nothing of it has to be understood that only sharp does. */
function isKnown({ exif }: PlainPng, bytes: Uint8Array): boolean {
  return exif === undefined || (isIntact(bytes, exif) && isUpright(contentOf(bytes, exif)))
}

/** As sharp tells it. */
function headerOfPlain({ width, height, kind, profile }: PlainPng): Header {
  const space = kind === 'greys' ? 'b-w' : 'srgb'
  const hasAlpha = kind === 'colours with alpha'
  return { width, height, space, depth: 'uchar', bitsPerSample: 8, hasAlpha, hasProfile: profile !== undefined }
}

async function pixelsOf(picture: Sharp, header: Header, limits: PictureLimits): Promise<Pixels> {
  // Steps that the picture does not need are left out: each costs a pass.
  if ((header.orientation ?? 1) !== 1) picture.autoOrient()
  // sharp brings 8-bit pictures with a profile to sRGB, deeper ones to Display P3 only.
  if (header.hasProfile && header.depth !== 'uchar') picture.withIccProfile('srgb')
  const { data, info } = await picture
    .toColourspace('srgb')
    .timeout({ seconds: Math.ceil(limits.milliseconds / 1000) })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { channels, width, height } = info
  if (header.hasAlpha && channels === 4) return { data: onWhite(data), width, height }
  if (channels !== 3) throw new Error(`sharp gave ${channels} channels`)
  return { data, width, height }
}

function factsOf(source: SharpSource, header: Header, limits: PictureLimits): PictureFacts {
  checkPixels(header.width, header.height, limits)
  const frames = source.format === 'png' ? pngFrames(source.bytes) : (header.pages ?? 1)
  checkFrames(frames, limits)
  return {
    format: source.format,
    ...sizesOf(source, header),
    frames,
    colour: header.space,
    alpha: header.hasAlpha,
    depth: bitsOf(header),
    bytes: source.bytes.length,
    problems: frames > 1 ? [`Only the first of ${frames} frames is used.`] : []
  }
}

type Sizes = Pick<PictureFacts, 'width' | 'height' | 'storedWidth' | 'storedHeight' | 'orientation'>

function sizesOf({ format, bytes }: SharpSource, { width, height, orientation = 1 }: Header): Sizes {
  // The decoder of AVIF gives the upright size, the others that of the file.
  if (format === 'avif') {
    const contained = heifOrientation(bytes)
    const [storedWidth, storedHeight] = contained >= 5 ? [height, width] : [width, height]
    return { width, height, storedWidth, storedHeight, orientation: contained }
  }
  const upright = orientation >= 5 ? { width: height, height: width } : { width, height }
  return { ...upright, storedWidth: width, storedHeight: height, orientation }
}

const depths: Record<string, number> = { uchar: 8, char: 8, ushort: 16, short: 16, uint: 32, int: 32, float: 32 }

function bitsOf(header: Header): number {
  return header.bitsPerSample ?? depths[header.depth] ?? 64
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout:')
}

function tooSlow(limits: PictureLimits, cause: unknown): Failure {
  const message = `Decoding the picture took more than ${limits.milliseconds / 1000} seconds.`
  return new Failure('engine-timeout', message, { advice: 'Scale the picture down and try again.', cause })
}
