import { glob, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { asFailure, assertNever, Failure } from '../../failure.ts'
import { findPictures, isDocumentName, isPictureName } from '../../pictures/find.ts'
import { naturalOrder } from '../../pictures/natural-order.ts'
import { saying } from '../../saying.ts'
import { type BatchSource, type KeptItem, mostFiles, type SingleSource } from './recipe.ts'

/** One of the pictures of a batch, or a document with several. */
export type Item = FileItem | (KeptItem & { readonly kind: 'kept' })

export interface FileItem {
  readonly kind: 'file'
  readonly path: string
  /** Of a document, where they were named for it alone. */
  readonly pages?: string | undefined
}

/** Hears of folders that could not be opened. */
export type OnSkipped = (path: string, why: Failure) => void

/** What a batch is made of: files in natural order. Throws `usage` for too many, and when a folder cannot be read. */
export async function findItems(source: BatchSource, onSkipped: OnSkipped): Promise<readonly Item[]> {
  const items: Item[] = []
  for (const one of source.kind === 'several' ? source.of : [source]) {
    for (const item of await itemsOf(one, onSkipped)) items.push(item)
  }
  return withinReason(items)
}

/** Paths of the files of a place, in natural order. Throws as `findItems`. */
export async function findFiles(
  source: Exclude<SingleSource, { kind: 'kept' }>,
  onSkipped: OnSkipped
): Promise<readonly string[]> {
  return withinReason(await pathsOf(source, onSkipped))
}

function withinReason<T>(found: readonly T[]): readonly T[] {
  if (found.length <= mostFiles) return found
  throw new Failure('usage', `These are ${found.length} pictures; a batch has ${mostFiles} at most.`, {
    advice: 'Choose folders further inside, one batch for each.',
    saying: saying('work.too-many-pictures', { count: found.length, most: mostFiles })
  })
}

async function itemsOf(source: SingleSource, onSkipped: OnSkipped): Promise<readonly Item[]> {
  if (source.kind === 'kept') return source.pictures.map((picture) => ({ ...picture, kind: 'kept' }))
  const pages = source.kind === 'files' ? source.pages : undefined
  return (await pathsOf(source, onSkipped)).map((path) => ({ kind: 'file', path, pages }))
}

function pathsOf(source: Exclude<SingleSource, { kind: 'kept' }>, onSkipped: OnSkipped): Promise<readonly string[]> {
  switch (source.kind) {
    case 'folder':
      return findPictures(source.path, { recursive: source.recursive, documents: true, onSkipped })
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
  return from.kind === 'several' ? { ...from, of: from.of.map(absoluteOne) } : absoluteOne(from)
}

function absoluteOne(from: SingleSource): SingleSource {
  switch (from.kind) {
    case 'folder':
      return { ...from, path: resolve(from.path) }
    case 'glob':
      return { ...from, folder: resolve(from.folder) }
    case 'files':
      return { ...from, paths: from.paths.map((path) => resolve(path)) }
    case 'kept':
      return from
    default:
      return assertNever(from, 'a source of no known kind')
  }
}

const longestText = 1000

/** For people and for the list of batches. */
export function sourceText(from: BatchSource): string {
  switch (from.kind) {
    case 'folder':
      return from.path
    case 'glob':
      return resolve(from.folder, from.pattern)
    case 'files':
      return from.paths.length === 1 ? (from.paths[0] ?? '') : `${from.paths.length} files`
    case 'kept':
      return from.pictures.length === 1 ? (from.pictures[0]?.name ?? '') : `${from.pictures.length} pictures`
    case 'several':
      return from.of.map(sourceText).join(', ').slice(0, longestText)
    default:
      return assertNever(from, 'a source of no known kind')
  }
}
