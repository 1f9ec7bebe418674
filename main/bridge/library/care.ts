import type { Parsed } from '../../../preload/contract/contract.ts'
import type { CareReport } from '../../../preload/contract/library.ts'
import type { Archive } from '../../archive.ts'
import { assertNever, Failure } from '../../failure.ts'
import type { Batches } from '../../jobs/batch/batches.ts'
import type { RetentionRules } from '../../library/retention.ts'
import { saying } from '../../saying.ts'
import type { Preferences } from '../../settings/preferences.ts'
import { backUp } from '../../store/backup.ts'
import type { Vision } from '../../vision/vision.ts'
import type { Intake } from '../intake.ts'
import { requireAddress } from '../jobs/address.ts'
import { asksOf } from '../jobs/asks.ts'
import { sentencesOf } from './findings.ts'

export interface CarePorts {
  readonly archive: Archive
  readonly batches: Pick<Batches, 'watch'>
  readonly intake: Pick<Intake, 'held'>
  readonly vision: Pick<Vision, 'check'>
  readonly preferences: Pick<Preferences, 'get'>
  /** Asks the person in a dialog for a file; undefined when it was closed. */
  readonly askWhich: (extensions: readonly string[]) => Promise<string | undefined>
  readonly now: () => number
}

type Care = Exclude<Parsed<'library', 'care'>, { action: 'move' | 'stay' }>

/** Looks after the library as a whole. Throws what the library throws. */
export async function careFor(care: Care, ports: CarePorts): Promise<CareReport> {
  const { library, store } = ports.archive
  switch (care.action) {
    case 'stats': {
      const { entries, starred, pictures, bytes, hidden } = await library.stats()
      return {
        kind: 'stats',
        stats: { entries: entries - hidden, starred, pictures, bytes, folder: store.places.folder }
      }
    }
    case 'check': {
      const { thorough, mend } = care
      return { kind: 'check', ...sentencesOf(await library.check({ thorough, mend }), mend) }
    }
    case 'import':
      return await importFrom(await ports.askWhich(['jsonl', 'zip']), ports)
    case 'backup':
      return { kind: 'backup', file: await backUp(store.places, ports.now()) }
    case 'plan': {
      const { ids, bytes } = await library.planRetention(rulesOf(care.rules))
      return { kind: 'plan', entries: ids.length, bytes }
    }
    case 'prune': {
      const { ids } = await library.planRetention(rulesOf(care.rules))
      return { kind: 'prune', entries: await library.deletion.purge(ids) }
    }
    case 'watch':
      return { kind: 'watch', batch: watch(care, ports) }
    default:
      return assertNever(care, 'care of no known kind')
  }
}

async function importFrom(path: string | undefined, { archive }: CarePorts): Promise<CareReport> {
  if (path === undefined) return { kind: 'cancelled' }
  const { added, known, refusedCount } = await archive.library.import(path)
  return { kind: 'import', added, known, refused: refusedCount }
}

function watch({ token, ask }: Extract<Care, { action: 'watch' }>, ports: CarePorts): number {
  const { intake, vision, preferences, batches } = ports
  const held = intake.held(token)
  if (held.kind !== 'folder' || !('path' in held.at)) {
    throw new Failure('usage', 'Only a folder can be watched.', {
      advice: 'Choose a folder.',
      saying: saying('work.only-folders')
    })
  }
  const asks = asksOf(ask, preferences.get().vision)
  requireAddress(vision, asks)
  const from = { kind: 'folder', path: held.at.path, recursive: false } as const
  return batches.watch({ from, asks, title: held.name }).id
}

/** Without the rules that are not set. */
function rulesOf({ days, entries, bytes, sources, since }: Extract<Care, { action: 'plan' }>['rules']): RetentionRules {
  return {
    ...(days !== undefined && { days }),
    ...(entries !== undefined && { entries }),
    ...(bytes !== undefined && { bytes }),
    ...(sources !== undefined && { sources }),
    ...(since !== undefined && { since })
  }
}
