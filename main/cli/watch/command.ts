import type { Command } from 'commander'
import { addAsksOptions } from '../batch/command-options.ts'
import type { ExitCode } from '../exit-codes.ts'
import { wholeNumber } from '../input/arguments.ts'
import { addOutputOptions } from '../output/command-options.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { type WatchCommandOptions, watch } from './watch.ts'

const examples = `
Examples:
  glyphlens watch ~/Pictures/Screenshots           read what arrives
  glyphlens watch shots --all --output texts/      also what is there already
  glyphlens watch inbox --task describe --json

Each picture is taken once, when it is complete. Ctrl+C ends it.`

/** Adds `glyphlens watch`. */
export function addWatchCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const command = program
    .command('watch')
    .summary('read, or ask about, what arrives in a folder')
    .description('Reads, or asks about, the pictures that arrive in a folder, until Ctrl+C.')
    .argument('<folder>')
  addAsksOptions(addOutputOptions(command))
    .option('--concurrency <count>', 'most calls at a time; the provider may allow fewer', wholeNumber(1, 64))
    .option('--all', 'also what is there already')
    .addHelpText('after', examples)
    .action(async (folder: string) => {
      const options = command.optsWithGlobals<WatchCommandOptions & ProgramOptions>()
      conclude(await watch(folder, options, session))
    })
}
