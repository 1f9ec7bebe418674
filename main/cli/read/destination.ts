import { stat } from 'node:fs/promises'

/** A place to write to, from the command line. */
export interface Destination {
  readonly path: string
  /** One file for each picture goes into it. */
  readonly folder: boolean
}

/** A path means a folder when there is one, or when it ends like one. */
export async function destinationOf(path: string | undefined): Promise<Destination | undefined> {
  if (path === undefined) return undefined
  if (/[/\\]$/.test(path)) return { path, folder: true }
  const present = await stat(path).catch(() => undefined)
  return { path, folder: present?.isDirectory() ?? false }
}
