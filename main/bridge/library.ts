import type { Handlers } from '../../preload/contract/contract.ts'
import type { Archive } from '../archive.ts'
import type { Engine } from '../engine/client.ts'
import type { Batches } from '../jobs/batch/batches.ts'
import type { Preferences } from '../settings/preferences.ts'
import type { Vision } from '../vision/vision.ts'
import type { Intake } from './intake.ts'
import { type CarePorts, careFor } from './library/care.ts'
import { changeEntries } from './library/change.ts'
import { openEntry } from './library/entry.ts'
import { type AskWhere, exportEntries } from './library/export.ts'
import { createFinder } from './library/find.ts'
import type { Mover } from './library/move.ts'

export interface LibraryPorts {
  readonly archive: () => Archive
  readonly batches: () => Pick<Batches, 'watch'>
  readonly intake: Pick<Intake, 'held'>
  readonly engine: Pick<Engine, 'annotate'>
  readonly vision: Pick<Vision, 'check'>
  readonly preferences: Pick<Preferences, 'get'>
  readonly askWhere: AskWhere
  readonly askWhich: CarePorts['askWhich']
  readonly mover: Pick<Mover, 'move' | 'stay'>
  /** Entries came, went or changed: other windows want to know, and what was deleted is to be tidied away later. */
  readonly changed: () => void
  /** Milliseconds since 1970. Default: the clock of this machine. */
  readonly now?: () => number
}

/** What the window asks of the library. */
export function createLibraryHandlers(ports: LibraryPorts): Handlers['library'] {
  const { archive, batches, preferences, mover, changed, now = Date.now } = ports
  const find = createFinder(() => archive().library)
  return {
    find: (search, { contents }) => find(search, contents),
    entry: (wish) => {
      const { entries } = archive().library
      return openEntry(wish, { entries, preferred: preferences.get().reading.layout })
    },
    change: async (wish) => {
      try {
        return { count: await changeEntries(wish, { ...archive(), now }) }
      } finally {
        changed()
      }
    },
    export: (wish) => exportEntries(wish, { ...ports, archive: archive(), now }),
    care: async (wish) => {
      // Also where the library cannot be opened.
      if (wish.action === 'move') return await mover.move()
      if (wish.action === 'stay') return mover.stay()
      const report = await careFor(wish, { ...ports, archive: archive(), batches: batches(), now })
      if (report.kind === 'import' || report.kind === 'prune') changed()
      return report
    }
  }
}
