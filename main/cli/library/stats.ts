import type { LibraryStats } from '../../library/stats.ts'
import { grouped } from '../ask/tell.ts'
import { kilobytes } from '../output/size.ts'
import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { openArchive } from './open.ts'

/** Prints how much there is. */
export async function showStats({ json }: { readonly json?: true }, session: Session): Promise<void> {
  const { library, store } = openArchive(session)
  const stats = await library.stats()
  const { folder } = store.places
  await session.terminal.print(json ? `${JSON.stringify({ folder, ...stats })}\n` : describe(folder, stats))
}

function describe(folder: string, { entries, starred, states, tasks, sources, pictures, bytes }: LibraryStats): string {
  return alignColumns([
    ['folder', folder],
    ['entries', `${grouped(entries)}${starred > 0 ? `, ${grouped(starred)} with a star` : ''}`],
    ['states', parts(states)],
    ['tasks', parts(tasks)],
    ['sources', parts(sources)],
    ['pictures', `${grouped(pictures)}, ${kilobytes(bytes.pictures)}`],
    ['thumbnails', kilobytes(bytes.thumbnails)],
    ['database', kilobytes(bytes.database)],
    ['backups', kilobytes(bytes.backups)],
    ...(bytes.damaged > 0 ? [['set aside', `${kilobytes(bytes.damaged)} of damaged databases`]] : [])
  ])
}

function parts(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).toSorted(([, left], [, right]) => right - left)
  return sorted.map(([name, count]) => `${grouped(count)} ${name}`).join(', ') || 'none'
}
