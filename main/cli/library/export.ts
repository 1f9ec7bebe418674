import { extname } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Library } from '../../library/library.ts'
import { type ExportFormat, exportFormats } from '../../library/transfer/export.ts'
import { openPendingFile } from '../../library/transfer/pending-file.ts'
import { kilobytes } from '../output/size.ts'
import { type FilterOptions, filtersOf } from '../search/filters.ts'
import { hitsOf } from '../search/pages.ts'
import type { Session } from '../session.ts'
import { openArchive } from './open.ts'

/** What the parser makes of the options of `library export`. */
export interface ExportCommandOptions extends FilterOptions {
  readonly format?: ExportFormat | 'md'
  readonly output?: string
  readonly words?: string
}

/** Names of formats on the command line. */
export const formatNames = ['md', ...exportFormats] as const

const formatOfEnding: Readonly<Record<string, ExportFormat>> = {
  '.md': 'markdown',
  '.txt': 'txt',
  '.jsonl': 'jsonl',
  '.csv': 'csv',
  '.zip': 'zip',
  '.pdf': 'pdf'
}

/** Writes entries to a file, or to standard output. Throws `usage` and what the library throws. */
export async function exportLibrary(
  ids: readonly number[],
  options: ExportCommandOptions,
  session: Session
): Promise<void> {
  const { terminal, interruption } = session
  const { output } = options
  const format = formatOf(options)
  if (output === undefined && (format === 'zip' || format === 'pdf')) {
    throw new Failure('usage', `A ${format.toUpperCase()} is nothing for a screen.`, {
      advice: 'Name a file: --output.'
    })
  }
  const filters = filtersOf(options)
  const { library } = openArchive(session)
  const missing = new Set<string>()
  const pieces = library.export({
    format,
    signal: interruption.signal,
    onMissing: (picture) => missing.add(picture),
    ...(await chosen(library, ids, { words: options.words ?? '', filters }))
  })
  if (output === undefined) {
    for await (const piece of pieces) await terminal.print(Buffer.from(piece).toString('utf8'))
  } else {
    const bytes = await writeAll(output, pieces, session)
    terminal.say(`${output}: ${kilobytes(bytes)}.`)
  }
  if (missing.size > 0)
    terminal.say(`Without ${missing.size} pictures whose files are gone: see "glyphlens library check".`)
}

function formatOf({ format, output = '' }: ExportCommandOptions): ExportFormat {
  if (format !== undefined) return format === 'md' ? 'markdown' : format
  return formatOfEnding[extname(output).toLowerCase()] ?? 'markdown'
}

type Search = Parameters<typeof hitsOf>[1]

/** Named entries, or those that a search finds, oldest first; all of them when nothing narrows. */
async function chosen(library: Library, ids: readonly number[], search: Search): Promise<{ ids?: number[] }> {
  if (ids.length > 0) {
    // Throws for one that is not there.
    for (const id of ids) library.entries.get(id)
    return { ids: [...ids] }
  }
  if (search.words === '' && Object.keys(search.filters ?? {}).length === 0) return {}
  const found: number[] = []
  for await (const { entry } of hitsOf(library, search)) found.push(entry.id)
  if (found.length > 0) return { ids: found.toReversed() }
  throw new Failure('usage', 'No entry fits, so there is nothing to export.', { advice: 'Try "glyphlens search".' })
}

async function writeAll(path: string, pieces: AsyncIterable<Uint8Array>, { terminal }: Session): Promise<number> {
  const file = await openPendingFile(path)
  let bytes = 0
  try {
    for await (const piece of pieces) {
      await file.write(piece)
      bytes += piece.byteLength
      terminal.showProgress(`${kilobytes(bytes)} written`)
    }
    await file.commit()
    return bytes
  } finally {
    terminal.clearProgress()
    await file.discard()
  }
}
