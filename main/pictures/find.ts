import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { asFailure, Failure } from '../failure.ts'
import { naturalOrder } from './natural-order.ts'

/** Endings of picture files. HEIC is among them so that it is refused with advice and not passed over in silence. */
const extensions = new Set(
  '.png .apng .jpg .jpeg .jpe .jfif .webp .gif .avif .tif .tiff .bmp .dib .ico .cur .heic .heif'.split(' ')
)

/** Deeper folders than this are passed over. */
const mostLevels = 32

/** How a folder is searched. */
export interface FindOptions {
  /** Folders inside the folder as well. */
  readonly recursive?: boolean | undefined
  /** PDFs as well. Default: no. */
  readonly documents?: boolean | undefined
  /** Hears of each folder inside that could not be opened; the search goes on. */
  readonly onSkipped?: ((folder: string, why: Failure) => void) | undefined
}

/**
 * Paths of the picture files in a folder by their names' endings, in natural order (`2.png` before `10.png`). Hidden
 * files are left out, links are followed, and each folder is visited once. Throws when `folder` cannot be opened.
 */
export async function findPictures(folder: string, options: FindOptions = {}): Promise<string[]> {
  const found: string[] = []
  const visited = new Set<string>()
  const isWanted = (name: string): boolean =>
    isPictureName(name) || (options.documents === true && isDocumentName(name))
  const search = async (path: string, level: number): Promise<void> => {
    const real = await realpath(path)
    if (visited.has(real)) return
    visited.add(real)
    for (const name of await readdir(path)) {
      if (name.startsWith('.')) continue
      const inside = join(path, name)
      const kind = await kindOf(inside)
      if (kind === 'file' && isWanted(name)) found.push(inside)
      if (kind !== 'folder' || !options.recursive || level >= mostLevels) continue
      await search(inside, level + 1).catch((error: unknown) =>
        options.onSkipped?.(inside, folderFailure(inside, error))
      )
    }
  }
  try {
    await search(folder, 1)
  } catch (error) {
    throw folderFailure(folder, error)
  }
  return found.toSorted(naturalOrder)
}

/** Whether a file's name ends as those of PDFs do. */
export function isDocumentName(name: string): boolean {
  return extname(name).toLowerCase() === '.pdf'
}

/** Whether a file's name ends as those of pictures do. */
export function isPictureName(name: string): boolean {
  return extensions.has(extname(name).toLowerCase())
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path)
    if (found.isFile()) return 'file'
    return found.isDirectory() ? 'folder' : 'other'
  } catch {
    // A link to nowhere, or a file that has just gone.
    return 'other'
  }
}

function folderFailure(folder: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM') {
    return new Failure('picture-denied', `The folder “${folder}” may not be opened.`, {
      advice: 'Check its permissions.',
      cause: error
    })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') {
    return new Failure('picture-missing', `There is no folder “${folder}”.`, {
      advice: 'Check the name.',
      cause: error
    })
  }
  return asFailure(error, 'disk', `The folder “${folder}” cannot be read.`)
}
