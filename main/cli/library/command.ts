import { Argument, type Command, Option } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { wholeNumber } from '../input/arguments.ts'
import { entryId, entryIds } from '../queue/ids.ts'
import { addFilterOptions } from '../search/filters.ts'
import type { Session } from '../session.ts'
import { type CheckCommandOptions, checkFiles } from './check.ts'
import { type ExportCommandOptions, exportLibrary, formatNames } from './export.ts'
import { importFile } from './import.ts'
import { type PruneOptions, pruneLibrary } from './prune.ts'
import { showEntry } from './show.ts'
import { size } from './sizes.ts'
import { showStats } from './stats.ts'
import { days, moment } from './times.ts'

const examples = `
Examples:
  glyphlens library show 12                        the whole text of an entry
  glyphlens library export --since 7d -o week.md
  glyphlens library export 12 14 -o two.pdf        pictures with their text, to be searched
  glyphlens library export -o everything.zip       with pictures, for another machine
  glyphlens library import everything.zip
  glyphlens library prune --older-than 90d --dry-run
  glyphlens library prune --captures-of today

What has a star is never pruned. What is deleted is gone: from the database, its index, the picture folder and the backups.`

/** Adds `glyphlens library` with its commands. */
export function addLibraryCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const library = program
    .command('library')
    .summary('export, import and care for what was kept')
    .description('The library: everything that batches and the app have read and asked.')
    .helpCommand(false)
    .addHelpText('after', examples)
  library
    .command('show')
    .description('print a whole entry')
    .addArgument(new Argument('<id>', 'number of the entry').argParser(entryId))
    .option('-j, --json', 'print one JSON object, with lines, boxes and data')
    .action((id: number, options: { json?: true }) => showEntry(id, options, session))
  addExportCommand(library, session)
  library
    .command('import')
    .description('take in a JSONL or ZIP export; what is here already is left as it is')
    .argument('<file>')
    .option('-j, --json', 'print one JSON object')
    .action(async (file: string, options: { json?: true }) => conclude(await importFile(file, options, session)))
  library
    .command('stats')
    .description('show how much there is')
    .option('-j, --json', 'print one JSON object')
    .action((options: { json?: true }) => showStats(options, session))
  library
    .command('check')
    .description('compare the files with the database')
    .option('--thorough', 'read every picture, and compare its hash')
    .option('--mend', 'remove what belongs to nothing')
    .option('-j, --json', 'print one JSON object')
    .action(async (options: CheckCommandOptions) => conclude(await checkFiles(options, session)))
  library
    .command('prune')
    .description('delete by rule; shows first what would go, and asks')
    .option('--older-than <days>', 'entries older than that, such as 90d', days)
    .option('--larger-than <size>', 'the oldest, until the pictures take no more than that, such as 2GB', size)
    .option('--keep <count>', 'all but the newest so many', wholeNumber(0, 999_999_999))
    .option('--captures-of <when>', 'captures of the screen from then on, such as "today"', moment())
    .option('--dry-run', 'only show what would go')
    .option('--yes', 'do not ask')
    .action(async (options: PruneOptions) => conclude(await pruneLibrary(options, session)))
}

function addExportCommand(library: Command, session: Session): void {
  const command = library
    .command('export')
    .description('write entries: those that are named, those that a search finds, or all')
    .addArgument(new Argument('[id...]', 'numbers of entries').argParser<readonly number[]>(entryIds))
    .addOption(new Option('-f, --format <format>', 'else as the name of the output ends').choices(formatNames))
    .option('-o, --output <file>', 'write to a file')
    .option('--words <words>', 'only entries with all of these words')
  addFilterOptions(command).action((ids: readonly number[] | undefined, options: ExportCommandOptions) =>
    exportLibrary(ids ?? [], options, session)
  )
}
