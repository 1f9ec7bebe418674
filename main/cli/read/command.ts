import { type Command, Option } from 'commander'
import { layoutModes, tableFormats } from '../../layout/layout.ts'
import type { ExitCode } from '../exit-codes.ts'
import { commaList, decimal, wholeNumber } from '../input/arguments.ts'
import type { ProgramOptions, Session } from '../session.ts'
import type { ReadCommandOptions } from './options.ts'
import { readPictures } from './read.ts'

const examples = `
Layouts, made from the same reading:
  paragraphs  columns one after the other, lines of a paragraph joined (the default)
  lines       one line for each line of the picture
  single      everything on one line
  code        indentation and inner spaces as in the picture
  table       a grid; see --table-format

Examples:
  glyphlens read shot.png                          print the text
  glyphlens read shot.png | wc -w                  nothing but text goes into a pipe
  glyphlens read --json *.png > texts.jsonl        text, lines and places, one picture a line
  glyphlens read --boxes boxes.png shot.png        draw what was found
  glyphlens read --layout table --table-format markdown table.png
  glyphlens read --recursive scans --output texts/
  glyphlens read https://example.com/picture.png   this alone uses the network
  glyphlens read -- -odd-name.png                  a name that starts with a dash

With several pictures each text stands below its name: ==> shot.png <==
A name is a file, a folder, a URL or - for standard input.`

/** Adds `glyphlens read`. */
export function addReadCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  program
    .command('read')
    .summary('print the text of pictures')
    .description('Prints the text of pictures: PNG, JPEG, WebP, GIF, AVIF, TIFF, BMP, ICO.')
    .argument('<name...>', 'files, folders, URLs, or - for standard input')
    .addOption(new Option('-l, --layout <mode>', 'how the text is laid out').choices(layoutModes))
    .addOption(new Option('--table-format <format>', 'form of a table; means --layout table').choices(tableFormats))
    .option('-j, --json', 'print one JSON object for each picture, one a line')
    .option('-o, --output <path>', 'write to a file, or one file for each picture into a folder (end it with /)')
    .option('-b, --boxes <path>', 'draw the lines that were found; a folder (end it with /) for several pictures')
    .option('-r, --recursive', 'read the folders inside a folder, too')
    .option(
      '--lang <tags>',
      'languages that must be readable, such as en,zh-CN; no need to name them otherwise',
      commaList
    )
    .option('--pack <id>', 'the model pack to read with; see "glyphlens packs list"')
    .option('--threads <count>', 'processor threads; 0 takes as many as the machine has cores', wholeNumber(0, 64))
    .option('--scale <factor>', 'pixels for one pixel of interface, 2 for a "retina" screen; 0 guesses', decimal(0, 8))
    .option('--timeout <seconds>', 'the longest that one picture may take', decimal(0.001, 86_400))
    .addHelpText('after', examples)
    .action(async (names: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReadCommandOptions & ProgramOptions>()
      conclude(await readPictures(names, options, session))
    })
}
