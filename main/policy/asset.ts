import path, { type PlatformPath } from 'node:path'
import { parseAppAddress } from './address.ts'

/** What a request on the app's own scheme gets. */
export type Asset =
  /** A file of the built window. */
  | { readonly kind: 'file'; readonly path: string; readonly type: string }
  /** A picture of the library, or its thumbnail; `id` is its SHA-256 in hex. The bytes never change under an id. */
  | { readonly kind: 'image' | 'thumbnail'; readonly id: string }
  /** The still picture of a screen during a capture, by number; a picture as it will be sent. Both are there for a while. */
  | { readonly kind: 'frame' | 'sent'; readonly id: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 }

/** What ids look like, and nothing else does. */
const ids = {
  image: /^[0-9a-f]{64}$/,
  thumbnail: /^[0-9a-f]{64}$/,
  frame: /^[1-9][0-9]{0,8}$/,
  sent: /^[0-9a-f-]{8,64}$/
} as const

/** Types of the files that a build makes. Others are not served: a map or a source that got there by mistake stays there. */
const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2']
])

/**
 * Names that a build gives its files, and none that a file system takes for more than a name: no dots at the ends, no
 * colons (streams and drives on Windows), no per cent signs that somebody may decode once more.
 */
const plainName = /^[A-Za-z0-9_-]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/
/** Names of devices on Windows, whatever stands behind a dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Resolves a request; `root` is the absolute folder of the built window. `paths` are those of the system by default. */
export function resolveAsset(
  { method, url }: { readonly method: string; readonly url: string },
  root: string,
  paths: Pick<PlatformPath, 'join' | 'relative' | 'isAbsolute' | 'extname'> = path
): Asset {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'refused', status: 405 }
  const pathname = decode(parseAppAddress(url)?.pathname)
  if (pathname === undefined) return { kind: 'refused', status: 400 }
  const names = pathname.slice(1).split('/')
  const [kind, id = ''] = names
  if (kind === 'image' || kind === 'thumbnail' || kind === 'frame' || kind === 'sent') {
    const isId = names.length === 2 && ids[kind].test(id)
    return isId ? { kind, id } : { kind: 'refused', status: 404 }
  }
  if (!names.every((name) => plainName.test(name) && !deviceName.test(name))) return { kind: 'refused', status: 404 }
  // Joined, because resolving would take the leading slash for the root of the disk.
  const file = paths.join(root, ...names)
  const type = types.get(paths.extname(file))
  if (type === undefined || !isInside(paths.relative(root, file), paths)) return { kind: 'refused', status: 404 }
  return { kind: 'file', path: file, type }
}

/** Once: what is still encoded afterwards is no name of ours. */
function decode(pathname: string | undefined): string | undefined {
  try {
    return pathname === undefined ? undefined : decodeURIComponent(pathname)
  } catch {
    // No UTF-8: the URIError says no more than that.
    return undefined
  }
}

/** Holds without the rule about names, too. */
function isInside(relative: string, paths: Pick<PlatformPath, 'isAbsolute'>): boolean {
  return relative !== '' && !relative.startsWith('..') && !paths.isAbsolute(relative)
}
