import { Command, CommanderError } from 'commander'
import { addAskCommands } from './ask/command.ts'
import { addOcrCommand } from './ask/ocr-command.ts'
import { addBatchCommand } from './batch/command.ts'
import { addDoctorCommand } from './doctor/command.ts'
import { concludeFailed } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { addKeysCommand } from './keys/command.ts'
import { addLibraryCommand } from './library/command.ts'
import { addPacksCommand } from './packs/command.ts'
import { addProvidersCommand } from './providers/command.ts'
import { addQueueCommand } from './queue/command.ts'
import { addReadCommand } from './read/command.ts'
import { addSearchCommand } from './search/command.ts'
import type { ProgramOptions, Session } from './session.ts'
import { addWatchCommand } from './watch/command.ts'

const examples = `
Examples:
  glyphlens read receipt.png                     print the text of a picture
  glyphlens read --layout code shot.png          keep the indentation of code
  glyphlens read --table-format csv table.png    a table for a spreadsheet
  glyphlens read --recursive scans --output texts/
                                                 a text file for every picture of a folder
  cat shot.png | glyphlens read -                read standard input
  glyphlens describe photo.jpg                   ask a vision model what a picture shows
  glyphlens ask -q "What is the total?" receipt.png
  glyphlens chart --format csv chart.png         the numbers of a chart
  glyphlens batch --recursive scans              read many pictures into the library
  glyphlens search invoice 2026                  find them again
  glyphlens providers test                       see whether a vision model can be asked
  glyphlens doctor                               see whether everything works here

"read", "packs" and "doctor" need no key; what asks a vision model sends pictures to the chosen provider.

Exit codes: 0 all is well, 1 something failed, 2 the command line was wrong, 3 a provider wants something of you (a key,
an account, money, patience until tomorrow), 4 a provider or the way to it failed for now.`

/** Runs one command line (the words behind the script's name) and gives the exit code. Never rejects. */
export async function runProgram(words: readonly string[], session: Session): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.good
  const conclude = (code: ExitCode): void => {
    exitCode = code
  }
  const program = new Command('glyphlens')
    .description('Reads the text of pictures on this machine, and asks vision models about them.')
    .version(session.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .option('-v, --verbose', 'show the cause of every error, and a line for every picture')
    .addHelpText('after', examples)
    .showHelpAfterError('Add --help to see how it is used.')
    .exitOverride()
  addReadCommand(program, session, conclude)
  addOcrCommand(program, session, conclude)
  addAskCommands(program, session, conclude)
  addBatchCommand(program, session, conclude)
  addWatchCommand(program, session, conclude)
  addSearchCommand(program, session)
  addQueueCommand(program, session, conclude)
  addLibraryCommand(program, session, conclude)
  addProvidersCommand(program, session, conclude)
  addKeysCommand(program, session, conclude)
  addPacksCommand(program, session, conclude)
  addDoctorCommand(program, session, conclude)

  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (thrown) {
    if (session.interruption.exitCode !== undefined) return session.interruption.exitCode
    // Commander has said what was wrong.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.good : exitCodes.usage
    const { verbose } = program.opts<ProgramOptions>()
    return concludeFailed(session.terminal, thrown, verbose ?? session.debug)
  }
}
