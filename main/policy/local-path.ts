import { posix, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The longest path that Windows knows, in UTF-16 units; elsewhere 4096 bytes are usual. */
const longest = 32_767

/** Names of devices on Windows, whatever stands behind a dot. */
const device = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i

/**
 * The absolute path of a file on this machine, from a path (relative ones to `folder`) or a `file:` address. Undefined for
 * what is none: network shares, to which Windows would send the person's credentials just by looking, devices, streams
 * inside files, and text with a NUL.
 */
export function localPath(text: string, folder: string, platform: NodeJS.Platform): string | undefined {
  const isWindows = platform === 'win32'
  // Looked at before and after: addresses hold it encoded, and their parser drops what stands at the ends.
  if (text.length > longest || text.includes('\0')) return undefined
  const path = /^file:/i.test(text) ? pathOf(text, isWindows) : text
  if (path === undefined || path === '' || path.includes('\0')) return undefined
  const paths = isWindows ? win32 : posix
  if (!paths.isAbsolute(path) && !paths.isAbsolute(folder)) return undefined
  if (!isWindows) return paths.resolve(folder, path)
  return isPlainOnWindows(path) ? plainOnly(paths.resolve(folder, path)) : undefined
}

function pathOf(address: string, isWindows: boolean): string | undefined {
  try {
    return fileURLToPath(address, { windows: isWindows })
  } catch {
    // Encoded slashes, or a host where there can be none.
    return undefined
  }
}

/** Once more, because the folder may lie on a share. */
function plainOnly(path: string): string | undefined {
  return /^[a-z]:\\/i.test(path) && isPlainOnWindows(path) ? path : undefined
}

function isPlainOnWindows(path: string): boolean {
  const slashed = path.replaceAll('/', '\\')
  // Shares (\\server), devices (\\.\), namespaces (\\?\ and \??\).
  if (/^\\(\\|\?\?)/.test(slashed)) return false
  // A drive alone ("C:picture.png") means the folder which that drive had last.
  if (/^[a-z]:(?!\\)/i.test(slashed)) return false
  const names = slashed.replace(/^[a-z]:/i, '').split('\\')
  return !names.some((name) => name.includes(':') || device.test(name))
}
