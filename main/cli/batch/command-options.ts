import { type Command, Option } from 'commander'
import { layoutModes } from '../../layout/layout.ts'
import { addModelOptions } from '../ask/command-options.ts'
import { askCommands } from '../ask/commands.ts'
import { commaList } from '../input/arguments.ts'

const tasks = ['ocr', ...askCommands.map(({ task }) => task)].join(', ')

/** Adds the options that say what is asked of every picture, and of whom. */
export function addAsksOptions(command: Command): Command {
  command
    .option(
      '-t, --task <task>',
      `"read" on this machine (the default), or by a vision model: ${tasks}, one of your own`
    )
    .addOption(new Option('-l, --layout <mode>', 'how the text that is read is laid out').choices(layoutModes))
    .addOption(new Option('--lang <language>', 'language of request and answer').choices(['en', 'zh-CN']))
    .option('--to <language>', 'language to translate into, such as en, ja or zh-CN')
    .option('--categories <names>', 'what "detect" looks for, with commas between', commaList)
  return addModelOptions(command)
}
