import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import { addOutputOptions } from '../output/command-options.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { askPictures } from './ask.ts'
import { addAskingOptions, addTaskOptions } from './command-options.ts'
import { askCommands } from './commands.ts'
import type { AskCommandOptions } from './options.ts'

const common = `
Pictures go to the chosen provider; --dry-run says to whom and how large. The key comes from the provider's
environment variable, such as MODELSCOPE_API_KEY, or from "glyphlens keys set". See "glyphlens providers list".
A name is a file, a folder, a URL or - for standard input.`

/** Adds a command for each task that a vision model does. */
export function addAskCommands(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  for (const { task, summary, description, examples } of askCommands) {
    const command = program
      .command(task)
      .summary(summary)
      .description(`${description} Asks a vision model.`)
      .argument('<name...>', 'files, folders, URLs, or - for standard input')
      .addOption(new Option('--lang <language>', 'language of request and answer').choices(['en', 'zh-CN']))
    addTaskOptions(addOutputOptions(addAskingOptions(command)), task)
      .addHelpText('after', `${examples}\n${common}`)
      .action(async (names: string[]) => {
        const options = command.optsWithGlobals<AskCommandOptions & ProgramOptions>()
        conclude(await askPictures(task, names, options, session))
      })
  }
}
