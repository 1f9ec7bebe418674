import type { PictureLimits } from '../dialects/dialect.ts'
import { type ChatBody, partsOf } from '../wire/chat-body.ts'
import type { Finding } from './finding.ts'
import { isJpeg, readJpegFacts } from './jpeg.ts'
import type { PictureFacts } from './picture-facts.ts'
import { isPng, readPngFacts } from './png.ts'
import type { Subject } from './subject.ts'

/** A picture as it was sent. */
export interface Picture {
  readonly facts: PictureFacts
  readonly bytes: Buffer
}

export interface PictureReport {
  readonly pictures: readonly Picture[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly string[]
}

// 7 MB raw stay below 10 MB of base64, the strictest documented limit.
const mostBytes = 7_000_000

/** Rules 6 and 7: every picture of a request. */
export function checkPictures(body: ChatBody, subject: Subject): PictureReport {
  const urls = body.messages.flatMap(partsOf).flatMap((part) => (part.type === 'image_url' ? [part.image_url.url] : []))
  const reports = urls.map((url) => checkPicture(url, subject))
  return {
    pictures: reports.flatMap(({ pictures }) => pictures),
    findings: reports.flatMap(({ findings }) => findings),
    warnings: reports.flatMap(({ warnings }) => warnings)
  }
}

function checkPicture(url: string, subject: Subject): PictureReport {
  if (/^https?:/.test(url) && subject.parameters.get('urls') === 'yes') return reportOf(addressPicture)
  const decoded = decodeDataUri(url)
  if (typeof decoded === 'string') return refused(6, decoded)
  try {
    const facts = decoded.type === 'png' ? readPngFacts(decoded.bytes) : readJpegFacts(decoded.bytes)
    const complaints = complaintsOf(facts, subject.dialect.pictures)
    const findings = complaints.map((message): Finding => ({ check: 7, message, problem: 'picture-shape' }))
    return { ...reportOf({ facts, bytes: decoded.bytes }), findings, warnings: warningsOf(facts) }
  } catch (broken) {
    return refused(7, broken instanceof Error ? broken.message : 'the picture is broken')
  }
}

function reportOf(picture: Picture): PictureReport {
  return { pictures: [picture], findings: [], warnings: [] }
}

function refused(check: number, message: string): PictureReport {
  return { pictures: [], findings: [{ check, message, problem: 'picture-format' }], warnings: [] }
}

/** The bytes of a data URI, or what is wrong with it. */
function decodeDataUri(url: string): { readonly type: 'png' | 'jpeg'; readonly bytes: Buffer } | string {
  const comma = url.indexOf(',')
  const head = url.slice(0, comma + 1)
  if (head !== 'data:image/png;base64,' && head !== 'data:image/jpeg;base64,') return 'not a data URI of PNG or JPEG'
  const text = url.slice(comma + 1)
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== text) return 'base64 that is not canonical'
  const type = head.includes('png') ? 'png' : 'jpeg'
  if (!(type === 'png' ? isPng(bytes) : isJpeg(bytes))) return `the bytes are no ${type}`
  return { type, bytes }
}

function complaintsOf(facts: PictureFacts, limits: PictureLimits): string[] {
  const long = Math.max(facts.width, facts.height)
  const short = Math.min(facts.width, facts.height)
  const complaints: readonly (readonly [boolean, string])[] = [
    [short < limits.minimumSide, `a side of ${short} pixels, below ${limits.minimumSide}`],
    [long > limits.maximumSide, `a side of ${long} pixels, above ${limits.maximumSide}`],
    [long > short * limits.maximumRatio, `sides of ${facts.width} and ${facts.height}: too long for its width`],
    [facts.depth !== 8, `${facts.depth} bits`],
    [facts.channels !== 1 && facts.channels !== 3, `${facts.channels} channels`],
    [facts.alpha, 'transparency'],
    [facts.profile === 'other', 'a colour profile that is not sRGB'],
    [facts.metadata.length > 0, `metadata: ${facts.metadata.join(', ')}`],
    [facts.frames !== 1, 'more than one picture in the file'],
    [facts.bytes > mostBytes, `${facts.bytes} bytes, above ${mostBytes}`]
  ]
  return complaints.filter(([applies]) => applies).map(([, message]) => message)
}

function warningsOf({ width, height }: PictureFacts): string[] {
  return width % 32 === 0 && height % 32 === 0 ? [] : [`${width}x${height}: sides are no multiples of 32`]
}

const addressPicture: Picture = {
  facts: {
    format: 'url',
    width: 0,
    height: 0,
    depth: 8,
    channels: 3,
    alpha: false,
    palette: false,
    profile: 'none',
    metadata: [],
    frames: 1,
    subsampling: undefined,
    bytes: 0
  },
  bytes: Buffer.alloc(0)
}
