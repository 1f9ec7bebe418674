import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { commaList } from '../input/arguments.ts'
import { addOutputOptions } from '../output/command-options.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { addReadingOptions } from './command-options.ts'
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
  glyphlens read --pages 1-3,7 paper.pdf           each page is a picture: paper.pdf#1
  glyphlens read https://example.com/picture.png   this alone uses the network
  glyphlens read -- -odd-name.png                  a name that starts with a dash

With several pictures each text stands below its name: ==> shot.png <==
A name is a file, a folder, a URL or - for standard input.`

/** Adds `glyphlens read`. */
export function addReadCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const command = program
    .command('read')
    .summary('print the text of pictures')
    .description('Prints the text of pictures: PNG, JPEG, WebP, GIF, AVIF, TIFF, BMP, ICO, and of the pages of PDFs.')
    .argument('<name...>', 'files, folders, URLs, or - for standard input')
    .option('--lang <tags>', 'languages that must be readable, such as en,zh-CN; no need to name them', commaList)
  addReadingOptions(addOutputOptions(command))
    .addHelpText('after', examples)
    .action(async (names: string[]) => {
      const options = command.optsWithGlobals<ReadCommandOptions & ProgramOptions>()
      conclude(await readPictures(names, options, session))
    })
}
