import { type Command, Option } from 'commander'
import { layoutModes, tableFormats } from '../../layout/layout.ts'
import { decimal, wholeNumber } from '../input/arguments.ts'

/** Adds the options that say how the engine reads and how its text is laid out. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(new Option('-l, --layout <mode>', 'how the text is laid out').choices(layoutModes))
    .addOption(new Option('--table-format <format>', 'form of a table; means --layout table').choices(tableFormats))
    .option('-b, --boxes <path>', 'draw the lines that were found; a folder (end it with /) for several pictures')
    .option('--pages <range>', 'the pages of a PDF to read, such as 1-3,7,10-; all by default')
    .option('--pack <id>', 'the model pack to read with; see "glyphlens packs list"')
    .option('--threads <count>', 'processor threads; 0 takes as many as the machine has cores', wholeNumber(0, 64))
    .option('--scale <factor>', 'pixels for one pixel of interface, 2 for a "retina" screen; 0 guesses', decimal(0, 8))
    .option('--timeout <seconds>', 'the longest that one picture may take', decimal(0.001, 86_400))
}
