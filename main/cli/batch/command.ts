import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { wholeNumber } from '../input/arguments.ts'
import { addOutputOptions } from '../output/command-options.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { type BatchCommandOptions, runBatch } from './batch.ts'
import { addAsksOptions } from './command-options.ts'

const examples = `
Examples:
  glyphlens batch scans                            read all pictures of a folder into the library
  glyphlens batch --recursive scans --output texts/
  glyphlens batch 'shots/2026-11-*.png' --json     a pattern, also where the shell knows none
  glyphlens batch receipts -q "What is the total?" --json > totals.jsonl
  glyphlens batch photos --task describe --again   also what was asked before
  glyphlens batch scan.pdf --pages 1-20            each page is a picture of its own

Nothing is done twice: what was asked before is taken from the library, and after Ctrl+C or a crash the same command goes on
where it stood. What cannot be done now (no network, no key, no quota) waits; "glyphlens queue run" does it later.`

/** Adds `glyphlens batch`. */
export function addBatchCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const command = program
    .command('batch')
    .summary('read, or ask about, many pictures')
    .description('Reads, or asks about, all pictures of folders, patterns and files, and keeps it all in the library.')
    .argument('<name...>', 'folders, patterns and files, also PDFs')
  addAsksOptions(addOutputOptions(command))
    .option('--concurrency <count>', 'most calls at a time; the provider may allow fewer', wholeNumber(1, 64))
    .option('--pages <range>', 'the pages of PDFs, such as 1-3,7,10-; all by default')
    .option('--again', 'also what was asked before')
    .addHelpText('after', examples)
    .action(async (names: string[]) => {
      const options = command.optsWithGlobals<BatchCommandOptions & ProgramOptions>()
      conclude(await runBatch(names, options, session))
    })
}
