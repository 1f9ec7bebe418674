import type { Archive } from '../archive.ts'
import type { RecentCapture } from './tray/entries.ts'

/** The latest captures, for the tray. */
export interface Recent {
  readonly captures: () => readonly RecentCapture[]
  /** Looks anew; what cannot be read now is looked for the next time. */
  readonly look: () => void
}

/** Captures in the tray, and how far back they are looked for: a list without filters needs no thread. */
const shown = 5
const looked = 60

export function createRecent(archive: () => Pick<Archive, 'library'>, changed: () => void): Recent {
  let captures: readonly RecentCapture[] = []

  const look = async (): Promise<void> => {
    const { hits } = await archive().library.search({ limit: looked })
    captures = hits
      .filter(({ entry: { source, state } }) => source === 'capture' && state === 'done')
      .slice(0, shown)
      .map(({ entry: { id, preview } }) => ({ entry: id, text: preview }))
    changed()
  }

  return { captures: () => captures, look: () => void look().catch(() => undefined) }
}
