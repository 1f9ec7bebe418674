import { glob, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { asFailure, assertNever, Failure } from '../../failure.ts'
import { findPictures, isPictureName } from '../../pictures/find.ts'
import { naturalOrder } from '../../pictures/natural-order.ts'
import { isDocumentName } from './pages.ts'
import { type BatchSource, mostFiles } from './recipe.ts'

/** Paths of the pictures of a batch, in natural order. `onSkipped` hears of folders that could not be opened. */
export async function findFiles(
  source: BatchSource,
  onSkipped: (path: string, why: Failure) => void
): Promise<readonly string[]> {
  const paths = await list(source, onSkipped)
  if (paths.length <= mostFiles) return paths
  throw new Failure('usage', `These are ${paths.length} pictures; a batch has ${mostFiles} at most.`, {
    advice: 'Choose folders further inside, one batch for each.'
  })
}

function list(source: BatchSource, onSkipped: (path: string, why: Failure) => void): Promise<readonly string[]> {
  switch (source.kind) {
    case 'folder':
      return findPictures(source.path, { recursive: source.recursive, onSkipped })
    case 'glob':
      return matches(source.pattern, source.folder)
    case 'files':
      return Promise.resolve(source.paths)
    default:
      return assertNever(source, 'a source of no known kind')
  }
}

async function matches(pattern: string, folder: string): Promise<string[]> {
  const found: string[] = []
  try {
    for await (const name of glob(pattern, { cwd: folder })) {
      const path = join(folder, name)
      if ((isPictureName(name) || isDocumentName(name)) && (await isFile(path))) found.push(path)
      if (found.length > mostFiles) break
    }
  } catch (thrown) {
    throw asFailure(thrown, 'disk', `The pictures “${pattern}” cannot be listed.`)
  }
  return found.toSorted(naturalOrder)
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    // A link to nowhere, or a file that has just gone.
    return false
  }
}

/** What was meant from the folder where it was said. */
export function absolute(from: BatchSource): BatchSource {
  switch (from.kind) {
    case 'folder':
      return { ...from, path: resolve(from.path) }
    case 'glob':
      return { ...from, folder: resolve(from.folder) }
    case 'files':
      return { ...from, paths: from.paths.map((path) => resolve(path)) }
    default:
      return assertNever(from, 'a source of no known kind')
  }
}

/** For people and for the list of batches. */
export function sourceText(from: BatchSource): string {
  switch (from.kind) {
    case 'folder':
      return from.path
    case 'glob':
      return resolve(from.folder, from.pattern)
    case 'files':
      return from.paths.length === 1 ? (from.paths[0] ?? '') : `${from.paths.length} files`
    default:
      return assertNever(from, 'a source of no known kind')
  }
}
