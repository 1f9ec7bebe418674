import { type Command, Option } from 'commander'
import { wholeNumber } from '../input/arguments.ts'
import type { Session } from '../session.ts'
import { addFilterOptions } from './filters.ts'
import { type SearchOptions, searchLibrary } from './search.ts'

const examples = `
Examples:
  glyphlens search invoice 2026                    entries with both words, the newest first
  glyphlens search '"total amount"'                a phrase: in quotes that the shell leaves alone
  glyphlens search 乌龙 --task read --since 7d
  glyphlens search --starred --limit 100           without words: the newest entries
  glyphlens search --json error | jq .id

Searched are texts, answers, questions, labels and file names. "glyphlens library show <id>" prints a whole entry.`

/** Adds `glyphlens search`. */
export function addSearchCommand(program: Command, session: Session): void {
  const command = program
    .command('search')
    .summary('find what was read and asked')
    .description('Finds entries of the library by words of their texts, answers, questions, labels and names.')
    .argument('[words...]', 'words that all have to be found')
  addFilterOptions(command)
    .addOption(new Option('--sort <order>', 'what comes first').choices(['time', 'relevance']).default('time'))
    .option('--limit <count>', 'most entries, 1 to 10000', wholeNumber(1, 10_000), 20)
    .option('-j, --json', 'print one JSON object for each entry, one a line')
    .addHelpText('after', examples)
    .action((words: string[], options: SearchOptions) => searchLibrary(words.join(' '), options, session))
}
