import { Failure } from '../failure.ts'
import { tooManyBytes } from './too-many-bytes.ts'

/** Whether this is a `data:` URI (RFC 2397). */
export function isDataUri(url: string): boolean {
  return /^data:/i.test(url)
}

/** The bytes inside a `data:` URI, base64 or percent-encoded. */
export function readDataUri(url: string, maximum: number): Uint8Array {
  const comma = url.indexOf(',')
  // Percent-encoding takes three characters a byte, base64 at most that with its slashes encoded.
  if (url.length - comma > maximum * 3) throw tooManyBytes(maximum)
  const head = url.slice(0, comma)
  const body = percentDecoded(url.slice(comma + 1))
  if (comma === -1 || !body) throw broken()
  const bytes = /;\s*base64$/i.test(head) ? base64Decoded(body.toString('latin1')) : body
  if (bytes.length > maximum) throw tooManyBytes(maximum)
  return bytes
}

function percentDecoded(text: string): Buffer | undefined {
  if (!text.includes('%')) return Buffer.from(text, 'utf8')
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined
  const latin = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(
    latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1'
  )
}

function base64Decoded(text: string): Buffer {
  if (!/^[A-Za-z0-9+/_\s-]*={0,2}\s*$/.test(text)) throw broken()
  return Buffer.from(text, 'base64')
}

function broken(): Failure {
  return new Failure('picture-damaged', 'The data: address is not complete.', { advice: 'Copy the picture again.' })
}
