import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import { placesIn } from '../../store/places.ts'

/** Says, in a folder, that a library is being brought there, and that what lies beside it is ours to remove. */
export const movingMark = 'moving'

/** By which a folder is known as that of a library. */
export const libraryDatabase = basename(placesIn('').database)

const { folder: _folder, ...parts } = placesIn('')

/** Names of all that a library puts into its folder. */
export const libraryNames: ReadonlySet<string> = new Set([
  ...Object.values(parts),
  ...[libraryDatabase, `${libraryDatabase}.partial`, 'rebuilt.db.partial'].flatMap((name) => [
    name,
    ...['-wal', '-shm', '-journal'].map((ending) => `${name}${ending}`)
  ]),
  'opening.lock-journal',
  'use.lock-journal'
])

/** What file browsers leave behind where a person has looked. */
const dust = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** What a folder is, to somebody who looks for a place for the library. */
export type PlaceKind =
  /** Not there, or without anything in it; what a move left that was cut short counts as nothing. */
  | 'empty'
  /** Another library lies there. */
  | 'library'
  /** Where the library is now. */
  | 'same'
  /** In the midst of the library's own files. */
  | 'inside'
  /** There is something in it, it is no folder, or it cannot be read. */
  | 'foreign'

/** Looks at a folder that was chosen as a place for the library that lies in `current`; both are absolute. */
export function lookAtPlace(folder: string, current: string): PlaceKind {
  // To another drive of Windows there is none but the whole path.
  const way = relative(realPath(current), realPath(folder))
  if (way === '') return 'same'
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return 'inside'
  const names = namesIn(folder)
  if (names === undefined) return 'foreign'
  if (names.includes(movingMark))
    return names.every((name) => name === movingMark || libraryNames.has(name)) ? 'empty' : 'foreign'
  if (names.includes(libraryDatabase)) return 'library'
  return names.length === 0 ? 'empty' : 'foreign'
}

/** Where the library is to lie: where a person chose, else in the app's data folder. */
export function libraryPlace(data: string, chosen: string | undefined): string {
  return chosen ?? join(data, 'library')
}

/** The same, of a library that is to be opened. Throws `disk` when the chosen folder is not there. */
export function libraryFolder(data: string, chosen: string | undefined): string {
  if (chosen === undefined) return libraryPlace(data, chosen)
  const { database, pictures, backups } = placesIn(chosen)
  if ([database, pictures, backups].some((path) => existsSync(path))) return chosen
  // An empty library in its place would only seem to be the one that is looked for.
  throw new Failure('disk', `The library is not where it was put: ${chosen}`, {
    advice: 'Connect the disk that it lies on and start the app again, or choose its folder in the settings.',
    saying: saying('library.not-there', { folder: chosen })
  })
}

/** Through links, as far as the path is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPath(above), basename(path))
  }
}

/** Undefined for what is no folder or cannot be read; nothing for what is not there. */
function namesIn(folder: string): readonly string[] | undefined {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return []
    return readdirSync(folder).filter((name) => !dust.has(name))
  } catch {
    return undefined
  }
}
