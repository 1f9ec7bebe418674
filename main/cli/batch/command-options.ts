import { type Command, Option } from 'commander'
import { layoutModes } from '../../layout/layout.ts'
import { askCommands } from '../ask/commands.ts'
import { commaList, decimal, wholeNumber } from '../input/arguments.ts'

const tasks = ['read', 'ocr', ...askCommands.map(({ task }) => task)]

/** Adds the options that say what is asked of every picture, and of whom. */
export function addAsksOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-t, --task <task>', '"read" on this machine (the default), all others by a vision model').choices(
        tasks
      )
    )
    .addOption(new Option('-l, --layout <mode>', 'how the text that is read is laid out').choices(layoutModes))
    .option('-q, --question <text>', 'the question of "ask"; elsewhere a wish besides the task')
    .option('--provider <id>', 'another provider than the chosen one; see "glyphlens providers list"')
    .option('--precise', "the provider's larger model: slower, sees more")
    .option('--model <id>', 'any other model; see "glyphlens providers models"')
    .addOption(new Option('--lang <language>', 'language of request and answer').choices(['en', 'zh-CN']))
    .option('--to <language>', 'language to translate into, such as en, ja or zh-CN')
    .option('--categories <names>', 'what "detect" looks for, with commas between', commaList)
    .option('--temperature <number>', 'how freely it words, 0.1 to 1', decimal(0.1, 1))
    .option('--max-tokens <count>', 'longest answer, 1 to 32768', wholeNumber(1, 32_768))
    .option('--top-p <number>', 'share of words that it chooses from, 0.01 to 1', decimal(0.01, 1))
    .option('--tiles', 'send a large picture in parts of full size too, where a task needs small text')
    .option('--no-local-text', 'do not send the text along that is read on this machine')
}
