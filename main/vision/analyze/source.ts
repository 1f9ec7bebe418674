import { fileURLToPath } from 'node:url'
import type { PictureSource } from '../../pictures/source.ts'

/** A picture as code names it: a path, an address (http, https, data or file), its bytes, or a source of the app's own. */
export type ImageInput = string | URL | Uint8Array | PictureSource

/** What was meant. A string with `http:`, `https:`, `data:` or `file:` is an address, any other one a path. */
export function sourceOf(image: ImageInput): PictureSource {
  if (image instanceof Uint8Array) return { kind: 'bytes', bytes: image, name: 'picture' }
  if (image instanceof URL) return sourceOfAddress(image.href)
  if (typeof image !== 'string') return image
  return /^(https?|data|file):/i.test(image) ? sourceOfAddress(image) : { kind: 'file', path: image }
}

function sourceOfAddress(url: string): PictureSource {
  return /^file:/i.test(url) ? { kind: 'file', path: fileURLToPath(url) } : { kind: 'url', url }
}

/** An address that a provider could fetch by itself; undefined for all that only this machine has. */
export function webAddress(source: PictureSource): string | undefined {
  return source.kind === 'url' && /^https?:/i.test(source.url) ? source.url : undefined
}
