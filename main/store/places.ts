import { join } from 'node:path'

/** Where the parts of a library lie. */
export interface Places {
  readonly folder: string
  readonly database: string
  readonly pictures: string
  readonly thumbnails: string
  readonly backups: string
  /** Databases that were set aside; nothing in there is ever removed by the app. */
  readonly damaged: string
  /** A finished rebuild that has not taken its place yet. */
  readonly rebuilt: string
  /** Held while one process opens, migrates or mends. */
  readonly lock: string
  /** Held, by several at once, while the library is used. */
  readonly use: string
  /** Says that a process met damage: the next start looks closely. */
  readonly suspicion: string
  /** Its time tells processes that something has changed. */
  readonly bell: string
}

/** The parts of the library in an absolute folder. */
export function placesIn(folder: string): Places {
  return {
    folder,
    database: join(folder, 'library.db'),
    pictures: join(folder, 'pictures'),
    thumbnails: join(folder, 'thumbnails'),
    backups: join(folder, 'backups'),
    damaged: join(folder, 'damaged'),
    rebuilt: join(folder, 'rebuilt.db'),
    lock: join(folder, 'opening.lock'),
    use: join(folder, 'use.lock'),
    suspicion: join(folder, 'suspicion'),
    bell: join(folder, 'queue.bell')
  }
}

/** A time for file names, sortable: `20261123T082733123Z`. No colons, which Windows refuses. */
export function stampOf(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:.]/g, '')
}
